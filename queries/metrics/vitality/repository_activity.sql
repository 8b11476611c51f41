-- metric: repository_activity
-- id: B1, B3
-- title: Activity by repository
-- question: Which repositories of a project or an ecosystem does the work go to, and by how many people?
-- family: vitality
-- status: experimental
-- source: CHAOSS metrics "Code Changes Commits" and "Contributors", for each repository
-- needs: git
-- grain: scope_id, repo_id
-- params:
--   scope_ids  BIGINT[]     required  scopes to answer for
--   from       TIMESTAMPTZ  required  start of the window
--   to         TIMESTAMPTZ  required  end of the window, exclusive
-- columns:
--   scope_id               BIGINT       key           dim_scope.scope_id
--   repo_id                BIGINT       key           dim_repo.repo_id
--   repository             VARCHAR      name          full name of the repository, else its name
--   repository_count       BIGINT       repositories  repositories of the scope that have such a commit
--   commit_count           BIGINT       commits       commits of the window that are work
--   previous_commit_count  BIGINT       commits       the same in the window of the same length before
--   month_commit_count     BIGINT       commits       those of commit_count that landed in the UTC month in which the window ends
--   person_count           BIGINT       people        known principal authors of commit_count
--   top_person_share       DOUBLE       share         share of the person with the most of them; null where no author is known
--   newest_commit_at       TIMESTAMPTZ  instant       when the newest commit before the end landed that is work
-- limits: a commit that stands in two repositories counts in both, so that they do not add up to the whole.
with
  commits as (
    select
      scope_id,
      repo_id,
      landed_at,
      principal_person_id as person_id,
      landed_at >= $from::timestamptz as is_current
    from
      map_scope_repo
      join fct_commit using (repo_id)
    where
      list_contains($scope_ids::bigint[], scope_id)
      and landed_at < $to::timestamptz
      and is_work
  ),
  people as (
    select
      scope_id,
      repo_id,
      person_id,
      count(*) as person_commit_count
    from
      commits
    where
      is_current
      and person_id is not null
    group by
      scope_id,
      repo_id,
      person_id
  ),
  crowds as (
    select
      scope_id,
      repo_id,
      count(*) as person_count,
      max(person_commit_count) as top_commit_count
    from
      people
    group by
      scope_id,
      repo_id
  ),
  repositories as (
    select
      scope_id,
      repo_id,
      count_if(is_current)::bigint as commit_count,
      count_if(
        not is_current
        and landed_at >= $from::timestamptz - age($to::timestamptz, $from::timestamptz)
      )::bigint as previous_commit_count,
      count_if(
        is_current
        and landed_at >= date_trunc('month', $to::timestamptz - to_microseconds(1))
      )::bigint as month_commit_count,
      max(landed_at) as newest_commit_at
    from
      commits
    group by
      scope_id,
      repo_id
  )
select
  scope_id,
  repo_id,
  coalesce(full_name, name) as repository,
  count(*) over (
    partition by
      scope_id
  ) as repository_count,
  repositories.commit_count,
  previous_commit_count,
  month_commit_count,
  coalesce(person_count, 0) as person_count,
  top_commit_count / repositories.commit_count as top_person_share,
  newest_commit_at
from
  repositories
  join dim_repo using (repo_id)
  left join crowds using (scope_id, repo_id)
order by
  scope_id,
  repositories.commit_count desc,
  newest_commit_at desc,
  repo_id

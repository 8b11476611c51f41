-- metric: contributor_tier_members
-- id: A6
-- title: Core, regular and casual contributors by name
-- question: Who belongs to the core, who contributes regularly, who casually?
-- family: contributors
-- status: experimental
-- source: GrimoireLab "Onion analysis" (80, 15 and 5 % of the activity)
-- needs: git
-- grain: scope_id, person_id
-- params:
--   scope_ids      BIGINT[]     required           scopes to answer for
--   from           TIMESTAMPTZ  required           start of the window
--   to             TIMESTAMPTZ  required           end of the window, exclusive
--   core_share     DOUBLE       default=0.8 0..1   share of the commits that the core makes
--   regular_share  DOUBLE       default=0.95 0..1  share of the commits that core and regular make together
-- columns:
--   scope_id      BIGINT   key      dim_scope.scope_id
--   person_id     BIGINT   key      dim_person.person_id of the principal author
--   name          VARCHAR  text     dim_person.name
--   login         VARCHAR  text     GitHub login; null where not known
--   tier          VARCHAR  word     core, regular or casual
--   commit_count  BIGINT   commits  commits of the window that are work with this principal author, each hash once
--   share_before  DOUBLE   share    share of the known people's commits made by people with more commits; core below core_share, regular below regular_share
-- limits: ranks by commits of principal authors alone. The person who crosses a line, and everybody with as many commits, belongs to the inner tier (house rule).
with
  commits as (
    select
      scope_id,
      sha,
      min(principal_person_id) as person_id
    from
      map_scope_repo
      join fct_commit using (repo_id)
    where
      list_contains($scope_ids::bigint[], scope_id)
      and landed_at >= $from::timestamptz
      and landed_at < $to::timestamptz
      and is_work
      and principal_person_id is not null
    group by
      scope_id,
      sha
  ),
  people as (
    select
      scope_id,
      person_id,
      count(*) as commit_count
    from
      commits
    group by
      scope_id,
      person_id
  ),
  steps as (
    select
      scope_id,
      commit_count,
      sum(commit_count) as step_commit_count
    from
      people
    group by
      scope_id,
      commit_count
  ),
  shares as (
    select
      scope_id,
      commit_count,
      sum(step_commit_count) over (
        partition by
          scope_id
        order by
          commit_count desc
      ) - step_commit_count as commit_count_before,
      sum(step_commit_count) over (
        partition by
          scope_id
      ) as all_commit_count
    from
      steps
  )
select
  scope_id,
  person_id,
  name,
  login,
  case
    when commit_count_before < all_commit_count * $core_share::double then 'core'
    when commit_count_before < all_commit_count * $regular_share::double then 'regular'
    else 'casual'
  end as tier,
  commit_count,
  commit_count_before / all_commit_count as share_before
from
  people
  join shares using (scope_id, commit_count)
  left join dim_person using (person_id)
order by
  scope_id,
  commit_count desc,
  person_id

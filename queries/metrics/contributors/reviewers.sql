-- metric: reviewers
-- id: A2
-- title: Reviewers
-- question: Who reads other people's work before it lands, and whose?
-- family: contributors
-- status: experimental
-- source: credits reviewer and acker in commit messages (metrics.md A2)
-- needs: git
-- grain: scope_id, person_id
-- params:
--   scope_ids  BIGINT[]     required  scopes to answer for
--   from       TIMESTAMPTZ  required  start of the window
--   to         TIMESTAMPTZ  required  end of the window, exclusive
-- columns:
--   scope_id                BIGINT       key      dim_scope.scope_id
--   person_id               BIGINT       key      dim_person.person_id; people only
--   person_name             VARCHAR      text     dim_person.name
--   reviewed_commit_count   BIGINT       commits  commits of the window that are work and credit the person as reviewer or acker, each hash once
--   reviewed_share          DOUBLE       share    reviewed_commit_count / commits of the window that credit any reviewer
--   reviewed_author_count   BIGINT       people   principal authors whose commits the person reviewed, the person aside
--   own_commit_count        BIGINT       commits  those reviewed commits of which the person is the principal author or the committer
--   authored_commit_count   BIGINT       commits  commits of the window with the person as author or co-author
--   first_reviewed_at       TIMESTAMPTZ  instant  when the first of the reviewed commits landed
--   last_reviewed_at        TIMESTAMPTZ  instant  when the last of them landed
-- limits: reviews that only a forge or a mailing list holds are not seen. Committers who review what they push are seldom credited for it.
with
  commits as (
    select
      scope_id,
      sha,
      min(repo_id) as repo_id,
      min(landed_at) as landed_at,
      min(principal_person_id) as principal_person_id,
      min(committer_person_id) as committer_person_id
    from
      map_scope_repo
      join fct_commit using (repo_id)
    where
      list_contains($scope_ids::bigint[], scope_id)
      and landed_at >= $from::timestamptz
      and landed_at < $to::timestamptz
      and is_work
    group by
      scope_id,
      sha
  ),
  credits as (
    select distinct
      scope_id,
      sha,
      landed_at,
      principal_person_id,
      committer_person_id,
      person_id,
      role in ('reviewer', 'acker') as is_review
    from
      commits
      join fct_credit using (repo_id, sha)
      join dim_person as people using (person_id)
    where
      role in ('reviewer', 'acker', 'author', 'co_author')
      and not people.is_bot
  ),
  reviewed_commits as (
    select
      scope_id,
      count(distinct sha) as reviewed_commit_count
    from
      credits
    where
      is_review
    group by
      scope_id
  ),
  people_counts as (
    select
      scope_id,
      person_id,
      count_if(is_review)::bigint as reviewed_commit_count,
      count(distinct principal_person_id) filter(
        where
          is_review
          and principal_person_id <> person_id
      ) as reviewed_author_count,
      count(*) filter(
        where
          is_review
          and (
            principal_person_id = person_id
            or committer_person_id = person_id
          )
      ) as own_commit_count,
      count_if(not is_review)::bigint as authored_commit_count,
      min(landed_at) filter(
        where
          is_review
      ) as first_reviewed_at,
      max(landed_at) filter(
        where
          is_review
      ) as last_reviewed_at
    from
      credits
    group by
      scope_id,
      person_id
  )
select
  scope_id,
  person_id,
  name as person_name,
  people_counts.reviewed_commit_count,
  people_counts.reviewed_commit_count / reviewed_commits.reviewed_commit_count as reviewed_share,
  reviewed_author_count,
  own_commit_count,
  authored_commit_count,
  first_reviewed_at,
  last_reviewed_at
from
  people_counts
  join reviewed_commits using (scope_id)
  join dim_person using (person_id)
where
  people_counts.reviewed_commit_count > 0
order by
  scope_id,
  people_counts.reviewed_commit_count desc,
  person_id

-- metric: contributor_absence_factor
-- id: C2
-- title: Contributor absence factor
-- question: How few people wrote half of the commits in the window?
-- family: robustness
-- status: experimental
-- source: CHAOSS metric "Contributor Absence Factor" (earlier name: bus factor)
-- needs: git
-- grain: scope_id
-- params:
--   scope_ids  BIGINT[]     required  scopes to answer for
--   from       TIMESTAMPTZ  required  start of the window
--   to         TIMESTAMPTZ  required  end of the window, exclusive
-- columns:
--   scope_id                    BIGINT   key      dim_scope.scope_id
--   commit_count                BIGINT   commits  commits of the window that are work (no merges, bots, agents or empty ones), each hash once
--   unknown_commit_count        BIGINT   commits  of these with an author whom nobody knows
--   person_count                BIGINT   people   known principal authors of these commits
--   contributor_absence_factor  INTEGER  people   smallest number of people with at least half of commit_count; an unknown author is one person per commit
--   top_person_share            DOUBLE   share    share of the person with the most commits in commit_count
-- limits: measures concentration of activity, not of knowledge (see truck_factor). Each commit counts for its principal author; co-authors, reviews and triage are not in it.
with
  windowed_commits as (
    select distinct
      scope_id,
      sha,
      principal_person_id
    from
      map_scope_repo
      join fct_commit using (repo_id)
    where
      list_contains($scope_ids::bigint[], scope_id)
      and landed_at >= $from::timestamptz
      and landed_at < $to::timestamptz
      and is_work
  ),
  people as (
    select
      scope_id,
      principal_person_id,
      count(*) as commit_count,
      coalesce(principal_person_id::varchar, sha) as person_key
    from
      windowed_commits
    group by
      scope_id,
      principal_person_id,
      person_key
  ),
  ranked_people as (
    select
      scope_id,
      principal_person_id,
      commit_count,
      sum(commit_count) over scope as scope_commit_count,
      sum(commit_count) over (
        scope
        order by
          commit_count desc,
          principal_person_id nulls last,
          person_key
      ) as running_commit_count
    from
      people
    window
      scope as (
        partition by
          scope_id
      )
  )
select
  scope_id,
  sum(commit_count)::bigint as commit_count,
  coalesce(
    sum(commit_count) filter(
      where
        principal_person_id is null
    ),
    0
  )::bigint as unknown_commit_count,
  count(principal_person_id) as person_count,
  count_if(running_commit_count - commit_count < scope_commit_count * 0.5)::integer as contributor_absence_factor,
  max(commit_count) filter(
    where
      principal_person_id is not null
  ) / sum(commit_count) as top_person_share
from
  ranked_people
group by
  scope_id
order by
  scope_id

-- metric: credited_without_committing
-- id: A5
-- title: Credited without committing
-- question: How much work does the commit log hide behind those who push?
-- family: contributors
-- status: experimental
-- source: credits in commit messages against git's committer (metrics.md A2, A3)
-- needs: git
-- grain: scope_id
-- params:
--   scope_ids  BIGINT[]     required  scopes to answer for
--   from       TIMESTAMPTZ  required  start of the window
--   to         TIMESTAMPTZ  required  end of the window, exclusive
-- columns:
--   scope_id                        BIGINT   key      dim_scope.scope_id
--   commit_count                    BIGINT   commits  commits of the window that are work, each hash once
--   known_commit_count              BIGINT   commits  those of them with a known principal author and a known committer
--   other_author_commit_count       BIGINT   commits  those of known_commit_count whose principal author is somebody else than the committer; null with a reason
--   other_author_share_of_known     DOUBLE   share    other_author_commit_count / known_commit_count
--   known_share                     DOUBLE   share    known_commit_count / commit_count
--   credited_person_count           BIGINT   people   people with any credit in the window, committing and mere sign-offs aside
--   never_committed_person_count    BIGINT   people   those of them who have never committed in the scope, up to the end of the window; null with a reason
--   never_committed_person_share    DOUBLE   share    never_committed_person_count / credited_person_count
--   reason                          VARCHAR  code     rewritten_history where most commits of the window were replayed, so that nobody knows who pushed; else null
-- limits: a lower bound where credits stand in prose only. Commits made on a forge's web page have no known committer, so in projects that merge there hardly anybody has committed.
with
  commits as (
    select
      scope_id,
      sha,
      min(principal_person_id) as principal_person_id,
      min(committer_person_id) as committer_person_id,
      min(landed_at) >= $from::timestamptz as is_windowed,
      bool_or(is_work) as is_work,
      bool_or(is_rewritten_history) as is_rewritten_history
    from
      map_scope_repo
      join fct_commit using (repo_id)
    where
      list_contains($scope_ids::bigint[], scope_id)
      and landed_at < $to::timestamptz
    group by
      scope_id,
      sha
  ),
  counts as (
    select
      scope_id,
      count(*) as commit_count,
      count_if(
        principal_person_id is not null
        and committer_person_id is not null
      )::bigint as known_commit_count,
      count_if(coalesce(principal_person_id <> committer_person_id, false))::bigint as other_author_commit_count,
      if(count_if(is_rewritten_history) * 2 > count(*), 'rewritten_history', null) as reason
    from
      commits
    where
      is_windowed
      and is_work
    group by
      scope_id
  ),
  credited_people as (
    select distinct
      scope_id,
      credits.person_id
    from
      map_scope_repo
      join fct_commit using (repo_id)
      join fct_credit as credits using (repo_id, sha)
      left join dim_person as people on people.person_id = credits.person_id
    where
      list_contains($scope_ids::bigint[], scope_id)
      and landed_at >= $from::timestamptz
      and landed_at < $to::timestamptz
      and is_work
      and role not in ('committer', 'signer')
      and people.is_bot is not true
      and credits.person_id is not null
  ),
  committers as (
    select distinct
      scope_id,
      committer_person_id as person_id,
      true as has_committed
    from
      commits
    where
      committer_person_id is not null
  ),
  people_counts as (
    select
      scope_id,
      count(*) as credited_person_count,
      count_if(has_committed is null)::bigint as never_committed_person_count
    from
      credited_people
      left join committers using (scope_id, person_id)
    group by
      scope_id
  )
select
  scope_id,
  commit_count,
  known_commit_count,
  if(reason is null, other_author_commit_count, null) as other_author_commit_count,
  if(reason is null, other_author_commit_count, null) / nullif(known_commit_count, 0) as other_author_share_of_known,
  known_commit_count / commit_count as known_share,
  coalesce(credited_person_count, 0) as credited_person_count,
  if(reason is null, coalesce(never_committed_person_count, 0), null) as never_committed_person_count,
  if(reason is null, never_committed_person_count, null) / credited_person_count as never_committed_person_share,
  reason
from
  counts
  left join people_counts using (scope_id)
order by
  scope_id

-- metric: revert_ratio
-- id: C13
-- title: Share of reverts
-- question: How much of the work is taken back, and how soon?
-- family: robustness
-- status: experimental
-- source: subjects and lines that git revert writes
-- needs: git
-- grain: scope_id
-- params:
--   scope_ids  BIGINT[]     required  scopes to answer for
--   from       TIMESTAMPTZ  required  start of the window
--   to         TIMESTAMPTZ  required  end of the window, exclusive
-- columns:
--   scope_id               BIGINT   key      dim_scope.scope_id
--   commit_count           BIGINT   commits  commits of the window that are work, each hash once
--   revert_commit_count    BIGINT   commits  of these that take back an earlier commit
--   reland_commit_count    BIGINT   commits  of these that take back a revert, or say Reapply or Reland
--   revert_share           DOUBLE   share    revert_commit_count over commit_count
--   resolved_revert_count  BIGINT   commits  reverts whose commit taken back is known by its hash
--   median_revert_hours    DOUBLE   hours    median time from landing to being taken back, over resolved reverts; null for fewer than 5
--   p90_revert_hours       DOUBLE   hours    time within which 90 % of them were taken back; null for fewer than 5
--   reason                 VARCHAR  word     below_minimum where there are fewer than 5 resolved reverts
-- limits: work taken back by hand, or by another commit that does not say so, is not seen. A revert may as well be care as trouble.
with
  windowed_commits as (
    select
      scope_id,
      sha,
      min(repo_id) as repo_id,
      min(landed_at) as landed_at,
      bool_or(is_revert) as is_revert,
      bool_or(is_reland) as is_reland,
      min(reverted_sha) as reverted_sha
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
  timed_commits as (
    select
      scope_id,
      windowed_commits.is_revert,
      windowed_commits.is_reland,
      if(
        windowed_commits.is_revert,
        date_diff('second', taken_back.landed_at, windowed_commits.landed_at) / 3600,
        null
      ) as revert_hours
    from
      windowed_commits
      left join fct_commit as taken_back on taken_back.repo_id = windowed_commits.repo_id
      and taken_back.sha = windowed_commits.reverted_sha
  )
select
  scope_id,
  count(*) as commit_count,
  count_if(is_revert)::bigint as revert_commit_count,
  count_if(is_reland)::bigint as reland_commit_count,
  revert_commit_count / commit_count as revert_share,
  count(revert_hours) as resolved_revert_count,
  if(count(revert_hours) < 5, null, median(revert_hours)) as median_revert_hours,
  if(count(revert_hours) < 5, null, quantile_cont(revert_hours, 0.9)) as p90_revert_hours,
  if(count(revert_hours) < 5, 'below_minimum', null) as reason
from
  timed_commits
group by
  scope_id
order by
  scope_id

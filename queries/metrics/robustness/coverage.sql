-- metric: coverage
-- id: M31, 0.9
-- title: What the data knows
-- question: How much of the history could be read, dated and attributed, and until when is it complete?
-- family: robustness
-- status: experimental
-- source: house rule: every figure carries its coverage
-- needs: git
-- grain: scope_id
-- params:
--   scope_ids  BIGINT[]     required  scopes to answer for
--   from       TIMESTAMPTZ  required  start of the window
--   to         TIMESTAMPTZ  required  end of the window, exclusive
-- columns:
--   scope_id                BIGINT       key           dim_scope.scope_id
--   repository_count        BIGINT       repositories  repositories of the scope with at least one commit
--   commit_count            BIGINT       commits       commits of the default branches that landed before the end, each hash once, and those without a usable date
--   work_commit_count       BIGINT       commits       of these that are work (no merges, bots, agents or empty ones)
--   bot_commit_count        BIGINT       commits       of these by bots and agents
--   merge_commit_count      BIGINT       commits       of these with two parents or more
--   first_commit_at         TIMESTAMPTZ  date          when the first of them landed
--   newest_commit_at        TIMESTAMPTZ  date          when the newest of them landed
--   dated_share             DOUBLE       share         commits with a usable date
--   read_share              DOUBLE       share         commits but merges whose lines could be read
--   attributed_share        DOUBLE       share         work whose principal author is known
--   line_work_share         DOUBLE       share         work that is neither mechanical nor an import
--   window_commit_count     BIGINT       commits       commits of the window that are work
--   company_known_share     DOUBLE       share         of these whose organization is known
--   local_time_known_share  DOUBLE       share         of these with a known local time
--   head_committed_at       TIMESTAMPTZ  date          commit date of the newest head
--   complete_until          TIMESTAMPTZ  date          until when the data of every repository is complete
--   has_shallow_repository  BOOLEAN      flag          whether a history is cut off, so that counts are too small
--   has_rewritten_history   BOOLEAN      flag          whether commits were replayed in some years, so that nobody knows who pushed when
-- limits: counts what was collected; a branch that was never merged is not in it.
with
  commits as (
    select
      scope_id,
      sha,
      min(repo_id) as repo_id,
      min(landed_at) as landed_at,
      bool_or(is_merge) as is_merge,
      bool_or(is_bot) as is_bot,
      bool_or(is_work) as is_work,
      bool_or(is_line_work) as is_line_work,
      bool_and(is_damaged) as is_damaged,
      bool_or(is_rewritten_history) as is_rewritten_history,
      min(principal_person_id) as principal_person_id,
      min(author_offset_minutes) as author_offset_minutes
    from
      map_scope_repo
      join fct_commit using (repo_id)
    where
      list_contains($scope_ids::bigint[], scope_id)
      and coalesce(landed_at < $to::timestamptz, true)
    group by
      scope_id,
      sha
  ),
  known_companies as (
    select distinct
      repo_id,
      sha
    from
      fct_commit_organization
  ),
  repositories as (
    select
      scope_id,
      count(*) as repository_count,
      max(head_committed_at) as head_committed_at,
      min(fetched_at) as complete_until,
      bool_or(is_shallow) as has_shallow_repository
    from
      map_scope_repo
      join dim_repo using (repo_id)
    where
      head_sha is not null
    group by
      scope_id
  ),
  counts as (
    select
      scope_id,
      count(*) as commit_count,
      count_if(is_work)::bigint as work_commit_count,
      count_if(
        is_bot
        and not is_merge
      )::bigint as bot_commit_count,
      count_if(is_merge)::bigint as merge_commit_count,
      min(landed_at) as first_commit_at,
      max(landed_at) as newest_commit_at,
      count(landed_at) / count(*) as dated_share,
      count_if(
        not is_merge
        and not is_damaged
      ) / nullif(count_if(not is_merge), 0) as read_share,
      count_if(
        is_work
        and principal_person_id is not null
      ) / nullif(count_if(is_work), 0) as attributed_share,
      count_if(is_line_work) / nullif(count_if(is_work), 0) as line_work_share,
      count_if(
        is_work
        and landed_at >= $from::timestamptz
      )::bigint as window_commit_count,
      count_if(
        is_work
        and landed_at >= $from::timestamptz
        and known_companies.sha is not null
      ) / nullif(window_commit_count, 0) as company_known_share,
      count_if(
        is_work
        and landed_at >= $from::timestamptz
        and author_offset_minutes is not null
      ) / nullif(window_commit_count, 0) as local_time_known_share,
      bool_or(is_rewritten_history) as has_rewritten_history
    from
      commits
      left join known_companies using (repo_id, sha)
    group by
      scope_id
  )
select
  scope_id,
  repository_count,
  commit_count,
  work_commit_count,
  bot_commit_count,
  merge_commit_count,
  first_commit_at,
  newest_commit_at,
  dated_share,
  read_share,
  attributed_share,
  line_work_share,
  window_commit_count,
  company_known_share,
  local_time_known_share,
  head_committed_at,
  complete_until,
  has_shallow_repository,
  has_rewritten_history
from
  counts
  left join repositories using (scope_id)
order by
  scope_id

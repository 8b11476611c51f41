-- metric: acceptance_ratio
-- id: B8
-- title: Acceptance ratio
-- question: What share of the pull requests that are closed has landed?
-- family: vitality
-- status: experimental
-- source: CHAOSS metric "Change Request Acceptance Ratio"
-- needs: pulls, git
-- grain: scope_id, author_group
-- params:
--   scope_ids  BIGINT[]     required  scopes to answer for
--   from       TIMESTAMPTZ  required  start of the window
--   to         TIMESTAMPTZ  required  end of the window, exclusive
-- columns:
--   scope_id          BIGINT   key            dim_scope.scope_id
--   author_group      VARCHAR  word           everybody, member, contributor, outsider; or machine, which is not in everybody
--   closed_count      BIGINT   pull requests  merged or closed in the window
--   merged_count      BIGINT   pull requests  merged
--   applied_count     BIGINT   pull requests  closed without a merge, but a commit of the default branch cites the number or is the newest of the branch
--   declined_count    BIGINT   pull requests  closed without either
--   acceptance_share  DOUBLE   share          (merged_count + applied_count) / closed_count
-- limits: who is a member is known as of today only. What was taken over by hand without naming the pull request counts as declined, so that projects which apply patches from a mailing list look stricter than they are.
with
  closed_pulls as (
    select
      scope_id,
      if(author_kind in ('bot', 'agent'), ['machine'], [author_group, 'everybody']) as author_groups,
      coalesce(merged_at < $to::timestamptz, false) as is_merged,
      landed_sha is not null as is_applied
    from
      map_scope_repo
      join fct_pull_request using (repo_id)
    where
      list_contains($scope_ids::bigint[], scope_id)
      and coalesce(merged_at, closed_at) >= $from::timestamptz
      and coalesce(merged_at, closed_at) < $to::timestamptz
  ),
  grouped_pulls as (
    select
      scope_id,
      unnest(author_groups) as author_group,
      is_merged,
      is_applied
    from
      closed_pulls
  )
select
  scope_id,
  author_group,
  count(*) as closed_count,
  count(*) filter(
    where
      is_merged
  ) as merged_count,
  count(*) filter(
    where
      not is_merged
      and is_applied
  ) as applied_count,
  count(*) filter(
    where
      not is_merged
      and not is_applied
  ) as declined_count,
  count(*) filter(
    where
      is_merged
      or is_applied
  ) / count(*) as acceptance_share
from
  grouped_pulls
group by
  scope_id,
  author_group
order by
  scope_id,
  author_group

-- A scope's name and, over all its repositories together, how complete its data is.
select
  dim_scope.name as scope,
  dim_scope.kind as scope_kind,
  count(*) as repository_count,
  if(count(*) = 1, any_value(coalesce(full_name, dim_repo.name)), null) as repository,
  if(count(*) = 1, any_value(head_sha), null) as head_sha,
  if(count(*) = 1, any_value(default_branch), null) as default_branch,
  sum(commit_count)::bigint as commit_count,
  sum(commit_count - damaged_commit_count)::bigint as read_commit_count,
  sum(commit_count - damaged_commit_count) / nullif(sum(commit_count), 0) as read_commit_share,
  sum(damaged_commit_count)::bigint as damaged_commit_count,
  sum(undated_commit_count)::bigint as undated_commit_count,
  count_if(is_shallow) as shallow_repository_count,
  count_if(fetched_at is null) as gitless_repository_count,
  max(head_committed_at) as head_committed_at,
  min(fetched_at) as complete_until,
  if(
    count(*) > 1,
    arg_min(coalesce(full_name, dim_repo.name), (fetched_at, repo_id)) filter(
      where
        fetched_at is not null
    ),
    null
  ) as stalest_repository,
  max(fetched_at) as newest_fetched_at,
  coalesce(least(min(fetched_at), $as_of::timestamptz) < $to::timestamptz, false) as is_partial,
  coalesce(min(fetched_at) <= $from::timestamptz, false) as is_stale
from
  dim_scope
  join map_scope_repo using (scope_id)
  join dim_repo using (repo_id)
where
  dim_scope.scope_id = $scope_id::bigint
group by
  dim_scope.name,
  dim_scope.kind

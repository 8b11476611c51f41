-- The repositories of the requested scopes, with whether git was collected of them, what bounds the end of a window and what a user would collect again.
select
  scope_id,
  repo_id,
  fetched_at is not null as is_collected,
  fetched_at,
  coalesce(full_name, path, origin_url, name) as target,
  full_name is null
  and path is not null as is_path_only
from
  map_scope_repo
  left join dim_repo using (repo_id)
where
  list_contains($scope_ids::bigint[], scope_id)
order by
  scope_id,
  repo_id

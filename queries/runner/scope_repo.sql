-- The repositories of the requested scopes, with whether git was collected of them, what bounds the end of a window, what
-- to call them and what their user would collect again, which may be a place on the user's machine.
select
  scope_id,
  repo_id,
  fetched_at is not null as is_collected,
  fetched_at,
  coalesce(full_name, name) as name,
  coalesce(full_name, path, origin_url, name) as target,
  full_name is null
  and coalesce(
    path is not null
    or origin_url ilike 'file:%',
    false
  ) as is_local
from
  map_scope_repo
  left join dim_repo using (repo_id)
where
  list_contains($scope_ids::bigint[], scope_id)
order by
  scope_id,
  repo_id

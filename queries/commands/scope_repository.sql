-- The repositories of some scopes, with their names.
select distinct
  dim_repo.repo_id,
  coalesce(dim_repo.full_name, dim_repo.name) as name
from
  map_scope_repo
  join dim_repo using (repo_id)
where
  list_contains($scope_ids::bigint[], map_scope_repo.scope_id)
order by
  name,
  dim_repo.repo_id

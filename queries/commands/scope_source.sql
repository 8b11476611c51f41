-- Where the repositories of some scopes come from, with what says whether they have to be read again.
select distinct
  coalesce(dim_repo.path, dim_repo.origin_url) as source,
  dim_repo.path is not null as is_local,
  dim_repo.fetched_at
from
  map_scope_repo
  join dim_repo using (repo_id)
where
  list_contains($scope_ids::bigint[], map_scope_repo.scope_id)
order by
  source

-- The repositories of a scope with what a reader must know of their data: how much was read, until when, what is missing, how its messages give credit, and whether only some may see it.
select
  coalesce(dim_repo.full_name, name) as name,
  if(origin_url ilike 'file:%', null, origin_url) as origin_url,
  default_branch,
  head_sha,
  head_committed_at,
  is_shallow,
  credit_convention,
  commit_count,
  damaged_commit_count,
  undated_commit_count,
  coalesce(stg_github__repository.is_private, false) as is_private,
  dim_repo.fetched_at
from
  map_scope_repo
  join dim_repo using (repo_id)
  left join stg_github__repository using (repo_id)
where
  scope_id = $scope_id::bigint
order by
  name,
  repo_id

-- Everything that a TARGET can stand for, with the names it answers to.
select
  dim_scope.scope_id,
  dim_scope.kind,
  dim_scope.name,
  dim_scope.ecosystem,
  dim_repo.full_name,
  dim_repo.path,
  dim_repo.origin_url
from
  dim_scope
  left join dim_repo on dim_scope.kind = 'repository'
  and dim_repo.repo_id = dim_scope.scope_id
order by
  dim_scope.kind,
  dim_scope.name,
  dim_scope.scope_id

-- table: map_scope_repo
-- title: Which repositories a scope has
-- grain: scope_id, repo_id
-- columns:
--   scope_id  BIGINT  key  dim_scope.scope_id
--   repo_id   BIGINT  key  dim_repo.repo_id
with
  project_repositories as (
    select
      ecosystem,
      project,
      repo_id
    from
      stg_seed__scope
      join dim_repo on (
        rule = 'repository'
        and lower(full_name) = value
      )
      or (
        rule = 'path'
        and path = value
      )
      or (
        rule = 'include'
        and starts_with(lower(full_name), value || '/')
      )
    where
      not exists (
        select
          1
        from
          stg_seed__scope as excluded
        where
          excluded.ecosystem = stg_seed__scope.ecosystem
          and excluded.project = stg_seed__scope.project
          and excluded.rule = 'exclude'
          and excluded.value = lower(dim_repo.full_name)
      )
  ),
  scope_repositories as (
    select
      repo_id as scope_id,
      repo_id
    from
      dim_repo
    union
    select
      ('0x' || left(sha256(concat_ws(chr(0), 'project', ecosystem, project)), 13))::bigint,
      repo_id
    from
      project_repositories
    union
    select
      ('0x' || left(sha256(concat_ws(chr(0), 'ecosystem', ecosystem)), 13))::bigint,
      repo_id
    from
      project_repositories
  )
select
  scope_id,
  repo_id
from
  scope_repositories
order by
  scope_id,
  repo_id

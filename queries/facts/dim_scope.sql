-- table: dim_scope
-- title: What a figure can be asked for: repositories, projects and ecosystems
-- grain: scope_id
-- columns:
--   scope_id   BIGINT   key   a repository's repo_id, else a hash of kind and name
--   kind       VARCHAR  code  repository, project or ecosystem
--   name       VARCHAR  text  owner/name, else the name of the clone, of the project or of the ecosystem
--   ecosystem  VARCHAR  text  the ecosystem that a project or ecosystem belongs to; null for repositories
with
  scopes as (
    select
      repo_id as scope_id,
      'repository' as kind,
      coalesce(full_name, name) as name,
      null::varchar as ecosystem
    from
      dim_repo
    union
    select
      ('0x' || left(sha256(concat_ws(chr(0), 'project', ecosystem, project)), 13))::bigint,
      'project',
      project,
      ecosystem
    from
      stg_seed__scope
    union
    select
      ('0x' || left(sha256(concat_ws(chr(0), 'ecosystem', ecosystem)), 13))::bigint,
      'ecosystem',
      ecosystem,
      ecosystem
    from
      stg_seed__scope
  )
select
  scope_id,
  kind,
  name,
  ecosystem
from
  scopes
order by
  scope_id

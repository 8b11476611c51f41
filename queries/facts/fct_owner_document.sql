-- table: fct_owner_document
-- title: Community documents of the owner's repository .github, which hold for all of its repositories
-- limits: known by name only; their texts are not read
-- grain: repo_id, kind
-- columns:
--   repo_id     BIGINT       key      dim_repo.repo_id for which it holds
--   kind        VARCHAR      code     contributing, code_of_conduct, governance, security, support, funding, issue_template or pull_request_template
--   repository  VARCHAR      name     the owner's repository
--   path        VARCHAR      path     the one nearest to the root
--   fetched_at  TIMESTAMPTZ  instant  when GitHub said so
with
  names as (
    select
      repo_id,
      full_name as repository,
      '' as folder,
      unnest(root_names) as name,
      fetched_at
    from
      stg_github__owner_default
    union all
    select
      repo_id,
      full_name,
      '.github/',
      unnest(folder_names),
      fetched_at
    from
      stg_github__owner_default
  ),
  documents as (
    select
      repo_id,
      repository,
      folder || name as path,
      fetched_at,
      case regexp_replace(lower(name), '[.](md|rst|txt|yml|yaml|adoc)$', '')
        when 'contributing' then 'contributing'
        when 'code_of_conduct' then 'code_of_conduct'
        when 'code-of-conduct' then 'code_of_conduct'
        when 'governance' then 'governance'
        when 'security' then 'security'
        when 'support' then 'support'
        when 'funding' then 'funding'
        when 'issue_template' then 'issue_template'
        when 'pull_request_template' then 'pull_request_template'
      end as kind
    from
      names
  )
select
  repo_id,
  kind,
  max(repository) as repository,
  arg_min(path, (len(path), path)) as path,
  max(fetched_at) as fetched_at
from
  documents
where
  kind is not null
group by
  repo_id,
  kind
order by
  repo_id,
  kind

-- metric: owner_documents
-- id: F1
-- title: Documents of the owner
-- question: Which community documents does the owner keep for all of its repositories?
-- family: governance
-- status: experimental
-- source: GitHub's default community health files, from the owner's repository .github
-- needs: organization
-- grain: scope_id, repo_id, kind
-- window: all
-- params:
--   scope_ids  BIGINT[]  required  scopes to answer for
-- columns:
--   scope_id          BIGINT   key   dim_scope.scope_id
--   repo_id           BIGINT   key   dim_repo.repo_id for which it holds
--   kind              VARCHAR  word  contributing, code_of_conduct, governance, security, support, funding, issue_template or pull_request_template
--   repository        VARCHAR  name  full name of that repository, else its name
--   owner_repository  VARCHAR  name  repository that holds it
--   path              VARCHAR  path  the one nearest to the root
--   is_in_repository  BOOLEAN  flag  whether the repository has one of its own, which then holds instead
-- limits: of the day of collection, and known by name only.
select
  scope_id,
  owners.repo_id,
  owners.kind,
  coalesce(repositories.full_name, repositories.name) as repository,
  owners.repository as owner_repository,
  owners.path,
  exists (
    select
      1
    from
      fct_document as own
    where
      own.repo_id = owners.repo_id
      and own.kind = owners.kind
  ) as is_in_repository
from
  map_scope_repo
  join fct_owner_document as owners on owners.repo_id = map_scope_repo.repo_id
  join dim_repo as repositories on repositories.repo_id = owners.repo_id
where
  list_contains($scope_ids::bigint[], scope_id)
order by
  scope_id,
  owners.repo_id,
  owners.kind

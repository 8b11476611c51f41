-- metric: security_policy
-- id: C18
-- title: Security practice in files
-- question: Does the repository say how to report a vulnerability, keep its dependencies fresh and list its parts?
-- family: robustness
-- status: experimental
-- source: files at the head; OpenSSF Scorecard checks Security-Policy, Dependency-Update-Tool and SBOM, as far as files show
-- needs: git
-- grain: scope_id, repo_id
-- window: all
-- params:
--   scope_ids  BIGINT[]  required  scopes to answer for
-- columns:
--   scope_id                    BIGINT       key   dim_scope.scope_id
--   repo_id                     BIGINT       key   dim_repo.repo_id
--   repository                  VARCHAR      name  full name of the repository, else its name
--   has_security_policy         BOOLEAN      flag  whether there is a security policy
--   security_policy_path        VARCHAR      path  where it lies
--   security_policy_added_at    TIMESTAMPTZ  date  when it came
--   security_policy_changed_at  TIMESTAMPTZ  date  when it changed last
--   has_dependency_updates      BOOLEAN      flag  whether a tool is configured that proposes newer dependencies
--   dependency_updates_path     VARCHAR      path  where its configuration lies
--   sbom_path                   VARCHAR      path  a list of parts in SPDX or CycloneDX form; null for none in the repository
-- limits: a policy may lie in the organization's own .github repository or on a web site, and lists of parts are mostly attached to releases: neither is seen here. Of the collected head.
with
  documents as (
    select
      repo_id,
      arg_min(path, (len(path), path)) filter(
        where
          kind = 'security'
      ) as security_policy_path,
      arg_min(added_at, (len(path), path)) filter(
        where
          kind = 'security'
      ) as security_policy_added_at,
      arg_min(changed_at, (len(path), path)) filter(
        where
          kind = 'security'
      ) as security_policy_changed_at,
      arg_min(path, (len(path), path)) filter(
        where
          kind = 'dependency_updates'
      ) as dependency_updates_path
    from
      fct_document
    where
      kind in ('security', 'dependency_updates')
    group by
      repo_id
  ),
  part_lists as (
    select
      repo_id,
      arg_min(path, (len(path), path)) as sbom_path
    from
      fct_head_file
    where
      regexp_matches(
        lower(path),
        '(^|/)((s?bom|cyclonedx)([-_.][^/]*)?[.](json|xml)|[^/]*([.]spdx|[.]spdx[.](json|ya?ml|rdf)|[.]cdx[.](json|xml)))$'
      )
    group by
      repo_id
  )
select
  scope_id,
  repo_id,
  coalesce(full_name, name) as repository,
  security_policy_path is not null as has_security_policy,
  security_policy_path,
  security_policy_added_at,
  security_policy_changed_at,
  dependency_updates_path is not null as has_dependency_updates,
  dependency_updates_path,
  sbom_path
from
  map_scope_repo
  join dim_repo using (repo_id)
  left join documents using (repo_id)
  left join part_lists using (repo_id)
where
  list_contains($scope_ids::bigint[], scope_id)
  and head_sha is not null
order by
  scope_id,
  repo_id

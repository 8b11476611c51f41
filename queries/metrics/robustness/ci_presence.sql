-- metric: ci_presence
-- id: C16
-- title: Continuous integration
-- question: Does the repository say how its changes are tested automatically?
-- family: robustness
-- status: experimental
-- source: configuration files of known systems at the head
-- needs: git
-- grain: scope_id, repo_id
-- window: all
-- params:
--   scope_ids  BIGINT[]  required  scopes to answer for
-- columns:
--   scope_id         BIGINT       key    dim_scope.scope_id
--   repo_id          BIGINT       key    dim_repo.repo_id
--   repository       VARCHAR      name   full name of the repository, else its name
--   has_ci           BOOLEAN      flag   whether at least one configuration file is there
--   systems          VARCHAR      names  the systems that the files belong to, sorted; null for none
--   file_count       BIGINT       files  configuration files
--   first_added_at   TIMESTAMPTZ  date   when the oldest of them came; null for none or where only a merge brought it
--   last_changed_at  TIMESTAMPTZ  date   when one of them changed last
-- limits: says that a configuration exists, not that it runs or passes. A system that is configured elsewhere is not seen. Of the collected head.
select
  scope_id,
  map_scope_repo.repo_id,
  coalesce(full_name, name) as repository,
  count(fct_document.path) > 0 as has_ci,
  array_to_string(
    list_sort(
      list(
        distinct case
          when lower(fct_document.path) like '.github/workflows/%' then 'GitHub Actions'
          when lower(fct_document.path) like '%gitlab-ci%' then 'GitLab CI'
          when lower(fct_document.path) like '%travis%' then 'Travis CI'
          when lower(fct_document.path) like '%cirrus%' then 'Cirrus CI'
          when lower(fct_document.path) like '%circleci%' then 'CircleCI'
          when lower(fct_document.path) like '%appveyor%' then 'AppVeyor'
          when lower(fct_document.path) like '%jenkinsfile%' then 'Jenkins'
          when lower(fct_document.path) like '%azure-pipelines%' then 'Azure Pipelines'
          when lower(fct_document.path) like '%buildkite%' then 'Buildkite'
          when fct_document.path is not null then 'other'
        end
      )
    ),
    ', '
  ) as systems,
  count(fct_document.path) as file_count,
  min(added_at) as first_added_at,
  max(changed_at) as last_changed_at
from
  map_scope_repo
  join dim_repo using (repo_id)
  left join fct_document on fct_document.repo_id = map_scope_repo.repo_id
  and kind = 'ci'
where
  list_contains($scope_ids::bigint[], scope_id)
  and head_sha is not null
group by
  scope_id,
  map_scope_repo.repo_id,
  repository
order by
  scope_id,
  map_scope_repo.repo_id

-- table: fct_document
-- title: Documents and settings by which a project tells how it is run
-- source: metrics.md F1; names that GitHub and common practice know, at the root, in .github, docs or doc
-- limits: dates from commits that changed the file, renames followed; a file that only a merge brought has none
-- grain: repo_id, path
-- columns:
--   repo_id     BIGINT       key      dim_repo.repo_id
--   kind        VARCHAR      code     readme, license, contributing, code_of_conduct, governance, maintainers, codeowners, security, support, changelog, roadmap, adopters, authors, install, citation, issue_template, pull_request_template, funding, ci, dependency_updates, mailmap, gitattributes or blame_ignore_revs
--   path        VARCHAR      path     path at the head
--   text        VARCHAR      text     its text, at most 1 MiB; null where it was not taken
--   added_at    TIMESTAMPTZ  instant  landed_at of the first commit that has it
--   changed_at  TIMESTAMPTZ  instant  landed_at of the newest commit that changed it
with
  candidates as (
    select
      repo_id,
      path,
      lower(path) as lower_path,
      regexp_replace(lower(path), '^([.]github|docs?)/', '') as place
    from
      stg_git__head_file
    where
      mode <> '160000'
  ),
  documents as (
    select
      repo_id,
      path,
      case
        when lower_path = '.mailmap' then 'mailmap'
        when lower_path = '.gitattributes' then 'gitattributes'
        when lower_path = '.git-blame-ignore-revs' then 'blame_ignore_revs'
        when regexp_matches(lower_path, '^[.]github/workflows/[^/]+[.]ya?ml$')
        or regexp_matches(
          lower_path,
          '^([.]travis[.]yml|[.]gitlab-ci[.]yml|[.]circleci/config[.]ya?ml|[.]cirrus([.]star|[.]ya?ml|[.]tasks[.]yml)|[.]?appveyor[.]ya?ml|jenkinsfile|azure-pipelines[.]ya?ml|[.]azure-pipelines/.*|[.]drone[.]ya?ml|[.]buildkite/.*[.]ya?ml|[.]woodpecker([.]ya?ml|/.*)|bitbucket-pipelines[.]ya?ml|[.]semaphore/.*[.]ya?ml|[.]builds/.*[.]yml)$'
        ) then 'ci'
        when regexp_matches(
          lower_path,
          '^([.]github/)?(dependabot[.]ya?ml|renovate[.]json5?|[.]renovaterc([.]json5?)?)$'
        ) then 'dependency_updates'
        when regexp_matches(lower_path, '^[.]github/funding[.]ya?ml$') then 'funding'
        when regexp_matches(place, '^issue_template([.](md|ya?ml|txt)|/[^/]+)$') then 'issue_template'
        when regexp_matches(place, '^pull_request_template([.](md|txt)|/[^/]+)$') then 'pull_request_template'
        when place = 'codeowners' then 'codeowners'
        when regexp_matches(place, '^readme([.-][^/]*)?$') then 'readme'
        when regexp_matches(place, '^(licen[cs]es?|copying|copyright|unlicense|mit-license)([.-][^/]*)?$')
        or regexp_matches(lower_path, '^licenses/[^/]+$') then 'license'
        when regexp_matches(place, '^contributing([.-][^/]*)?$') then 'contributing'
        when regexp_matches(place, '^code[-_]of[-_]conduct([.-][^/]*)?$') then 'code_of_conduct'
        when regexp_matches(place, '^governance([.-][^/]*)?$') then 'governance'
        when regexp_matches(place, '^(maintainers|owners|committers)([.-][^/]*)?$') then 'maintainers'
        when regexp_matches(place, '^security([.-][^/]*)?$') then 'security'
        when regexp_matches(place, '^support([.-][^/]*)?$') then 'support'
        when regexp_matches(place, '^(changelog|changes|history|news|release[-_]?notes)([.-][^/]*)?$') then 'changelog'
        when regexp_matches(place, '^roadmap([.-][^/]*)?$') then 'roadmap'
        when regexp_matches(place, '^(adopters|users)([.-][^/]*)?$') then 'adopters'
        when regexp_matches(place, '^(authors|contributors|credits|thanks)([.-][^/]*)?$') then 'authors'
        when regexp_matches(place, '^install(ation)?([.-][^/]*)?$') then 'install'
        when regexp_matches(place, '^citation[.](cff|bib)$') then 'citation'
      end as kind
    from
      candidates
  ),
  dates as (
    select
      changes.repo_id,
      changes.head_path as path,
      min(commits.landed_at) as added_at,
      max(commits.landed_at) as changed_at
    from
      fct_file_change as changes
      join documents on documents.repo_id = changes.repo_id
      and documents.path = changes.head_path
      and documents.kind is not null
      join fct_reached_commit as commits on commits.repo_id = changes.repo_id
      and commits.sha = changes.sha
    group by
      changes.repo_id,
      changes.head_path
  )
select
  documents.repo_id,
  documents.kind,
  documents.path,
  texts.text,
  dates.added_at,
  dates.changed_at
from
  documents
  left join stg_git__document as texts using (repo_id, path)
  left join dates using (repo_id, path)
where
  documents.kind is not null
order by
  documents.repo_id,
  documents.path

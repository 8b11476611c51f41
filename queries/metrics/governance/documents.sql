-- metric: documents
-- id: F1
-- title: Community documents
-- question: Which documents tell newcomers, users and reporters how the project is run, and since when?
-- family: governance
-- status: experimental
-- source: GitHub's community profile and common practice; names at the root, in .github, docs or doc
-- needs: git
-- grain: scope_id, repo_id, kind
-- window: all
-- params:
--   scope_ids  BIGINT[]  required  scopes to answer for
-- columns:
--   scope_id          BIGINT       key           dim_scope.scope_id
--   repo_id     BIGINT       key     dim_repo.repo_id
--   kind        VARCHAR      word    one of the kinds that are expected, such as readme, license or governance
--   repository  VARCHAR      name    full name of the repository, else its name
--   place       INTEGER      number  order in which the kinds are shown
--   is_present  BOOLEAN      flag    whether there is such a document at the head
--   path        VARCHAR      path    the one nearest to the root; null for none
--   path_count  BIGINT       files   how many there are
--   detail      VARCHAR      name    of a licence its SPDX identifier as far as its text tells; else null
--   added_at    TIMESTAMPTZ  date    when it came; null where only a merge brought it
--   changed_at  TIMESTAMPTZ  date    when it changed last
--   repository_rank   INTEGER      number        place of the repository in the scope, by its name
--   repository_count  BIGINT       repositories  repositories of the scope that have a commit
--   present_count     BIGINT       repositories  those with such a document
--   missing_in        VARCHAR      text          names of the first three without one, and how many more; null for none
-- limits: a mirror may have its documents elsewhere, and an organization's .github repository or a web site is not seen. Says that a document exists, not that anybody follows it. Of the collected head.
with
  kinds as (
    select
      kind,
      place
    from
      (
        values
          ('readme', 1),
          ('license', 2),
          ('contributing', 3),
          ('code_of_conduct', 4),
          ('governance', 5),
          ('maintainers', 6),
          ('codeowners', 7),
          ('security', 8),
          ('support', 9),
          ('changelog', 10),
          ('roadmap', 11),
          ('adopters', 12),
          ('issue_template', 13),
          ('pull_request_template', 14),
          ('funding', 15)
      ) as kinds (kind, place)
  ),
  found_documents as (
    select
      repo_id,
      kind,
      count(*) as path_count,
      arg_min(
        struct_pack(path, text, added_at, changed_at),
        (len(string_split(path, '/')), len(path), path)
      ) as document
    from
      fct_document
    group by
      repo_id,
      kind
  ),
  expected_documents as (
    select
      scope_id,
      repo_id,
      kind,
      coalesce(full_name, name) as repository,
      place,
      document,
      coalesce(path_count, 0) as path_count
    from
      map_scope_repo
      join dim_repo using (repo_id)
      cross join kinds
      left join found_documents using (repo_id, kind)
    where
      list_contains($scope_ids::bigint[], scope_id)
      and head_sha is not null
  ),
  kind_counts as (
    select
      scope_id,
      kind,
      count(*) as repository_count,
      count(document) as present_count,
      list(
        repository
        order by
          repository,
          repo_id
      ) filter(
        where
          document is null
      ) as missing_repositories
    from
      expected_documents
    group by
      scope_id,
      kind
  )
select
  scope_id,
  repo_id,
  kind,
  repository,
  place,
  document is not null as is_present,
  document.path as path,
  path_count,
  case
    when kind <> 'license' then null
    when regexp_matches(document.text, 'SPDX-License-Identifier:\s*\S') then regexp_extract(document.text, 'SPDX-License-Identifier:\s*([^\s*]+)', 1)
    when regexp_matches(document.text, '(?i)GNU\s+AFFERO\s+GENERAL\s+PUBLIC\s+LICENSE\s+Version\s+3') then 'AGPL-3.0'
    when regexp_matches(document.text, '(?i)GNU\s+LESSER\s+GENERAL\s+PUBLIC\s+LICENSE\s+Version\s+3') then 'LGPL-3.0'
    when regexp_matches(
      document.text,
      '(?i)GNU\s+LESSER\s+GENERAL\s+PUBLIC\s+LICENSE\s+Version\s+2[.]1'
    ) then 'LGPL-2.1'
    when regexp_matches(document.text, '(?i)GNU\s+GENERAL\s+PUBLIC\s+LICENSE\s+Version\s+3') then 'GPL-3.0'
    when regexp_matches(document.text, '(?i)GNU\s+GENERAL\s+PUBLIC\s+LICENSE\s+Version\s+2') then 'GPL-2.0'
    when regexp_matches(document.text, '(?i)Apache\s+License,?\s+Version\s+2[.]0') then 'Apache-2.0'
    when regexp_matches(document.text, '(?i)Mozilla\s+Public\s+License,?\s+(v[.]\s*|Version\s+)2[.]0') then 'MPL-2.0'
    when regexp_matches(
      document.text,
      '(?i)permission\s+to\s+use,\s+copy,\s+modify,\s+and\s+distribute\s+this\s+software\s+and\s+its\s+documentation\s+for\s+any\s+purpose,\s+without\s+fee,\s+and\s+without\s+a\s+written\s+agreement'
    ) then 'PostgreSQL'
    when regexp_matches(
      document.text,
      '(?i)permission\s+to\s+use,\s+copy,\s+modify,\s+and(/or)?\s+distribute\s+this\s+software\s+for\s+any\s+purpose'
    ) then 'ISC'
    when regexp_matches(
      document.text,
      '(?i)permission\s+is\s+hereby\s+granted,\s+free\s+of\s+charge,\s+to\s+any\s+person'
    ) then 'MIT'
    when regexp_matches(
      document.text,
      '(?i)redistribution\s+and\s+use\s+in\s+source\s+and\s+binary\s+forms'
    ) then if(
      regexp_matches(document.text, '(?i)neither\s+the\s+names?\s+of'),
      'BSD-3-Clause',
      'BSD-2-Clause'
    )
    when regexp_matches(document.text, '(?i)this\s+is\s+free\s+and\s+unencumbered\s+software') then 'Unlicense'
  end as detail,
  document.added_at as added_at,
  document.changed_at as changed_at,
  row_number() over (
    partition by
      scope_id,
      kind
    order by
      repository,
      repo_id
  )::integer as repository_rank,
  repository_count,
  present_count,
  array_to_string(missing_repositories[:3], ', ') || if(
    len(missing_repositories) > 3,
    format(' and {} more', len(missing_repositories) - 3),
    ''
  ) as missing_in
from
  expected_documents
  join kind_counts using (scope_id, kind)
order by
  scope_id,
  repo_id,
  kind

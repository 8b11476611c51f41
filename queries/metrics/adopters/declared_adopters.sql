-- metric: declared_adopters
-- id: H1
-- title: Declared adopters
-- question: Who says in the project's own documents that they use it?
-- family: adopters
-- status: experimental
-- source: lists and tables in ADOPTERS, USERS and like documents at the head
-- needs: git
-- grain: scope_id, rank
-- window: all
-- params:
--   scope_ids  BIGINT[]  required  scopes to answer for
-- columns:
--   scope_id    BIGINT   key     dim_scope.scope_id
--   rank        INTEGER  number  place in the documents
--   repo_id     BIGINT   key     dim_repo.repo_id
--   repository  VARCHAR  name    full name of the repository, else its name
--   adopter     VARCHAR  name    name as written: the first link's text, else the first words in bold, else what stands before a dash or colon
--   link        VARCHAR  link    first address of the entry; null for none
--   path        VARCHAR  path    document that declares it
--   line        INTEGER  number  line of the entry, from 1
-- limits: declared, not verified; most users never say so. An entry of several lines counts by its first one; a name that stands twice in a document counts once. Of the collected head.
with
  lines as (
    select
      scope_id,
      repo_id,
      path,
      unnest(string_split(replace(text, chr(13), ''), chr(10))) as line,
      generate_subscripts(string_split(text, chr(10)), 1) as number
    from
      map_scope_repo
      join fct_document using (repo_id)
    where
      list_contains($scope_ids::bigint[], scope_id)
      and kind = 'adopters'
  ),
  neighbours as (
    select
      scope_id,
      repo_id,
      path,
      number,
      line,
      coalesce(
        lead(line) over (
          partition by
            scope_id,
            repo_id,
            path
          order by
            number
        ),
        ''
      ) as next_line
    from
      lines
  ),
  entries as (
    select
      scope_id,
      repo_id,
      path,
      number,
      case
        when regexp_matches(line, '^\s*[|]') then trim(split_part(regexp_replace(line, '^\s*[|]', ''), '|', 1))
        else trim(regexp_replace(line, '^\s*([-*+]|[0-9]+[.)])\s+', ''))
      end as text,
      nullif(regexp_extract(line, 'https?://[^\s)>|"\]]+'), '') as link
    from
      neighbours
    where
      (
        regexp_matches(line, '^\s*([-*+]|[0-9]+[.)])\s+\S')
        and not regexp_matches(line, '^\s*([-*_]\s*){3,}$')
      )
      or (
        regexp_matches(line, '^\s*[|].*\S.*[|]')
        and not regexp_matches(line, '^[\s|:-]+$')
        and not regexp_matches(next_line, '^\s*[|]?\s*:?-+')
      )
  ),
  named_entries as (
    select
      scope_id,
      repo_id,
      path,
      number,
      link,
      trim(
        case
          when regexp_matches(text, '\[[^\]]+\]\(') then regexp_extract(regexp_replace(text, '!\[[^\]]*\]\([^)]*\)', '', 'g'), '\[([^\]]+)\]', 1)
          when regexp_matches(text, '\*\*[^*]+\*\*') then regexp_extract(text, '\*\*([^*]+)\*\*', 1)
          else regexp_extract(text, '^(.*?)(\s+[-–—]\s|:\s|$)', 1)
        end,
        ' *_`'
      ) as adopter
    from
      entries
  )
select
  scope_id,
  (
    row_number() over (
      partition by
        scope_id
      order by
        repo_id,
        named_entries.path,
        min(number)
    )
  )::integer as rank,
  repo_id,
  coalesce(full_name, name) as repository,
  adopter,
  arg_min(link, number) as link,
  named_entries.path,
  min(number)::integer as line
from
  named_entries
  left join dim_repo using (repo_id)
where
  adopter <> ''
group by
  scope_id,
  repo_id,
  full_name,
  name,
  adopter,
  named_entries.path
order by
  scope_id,
  rank

-- table: fct_tag
-- title: Tags, and which of them are versions
-- source: metrics.md B10: after a leading word a tag is a version when v?\d+([._]\d+)+ is left
-- grain: repo_id, name
-- columns:
--   repo_id        BIGINT       key      dim_repo.repo_id
--   name           VARCHAR      text     name of the tag
--   sha            VARCHAR      hash     the object that it points to in the end, for most a commit
--   tagged_at      TIMESTAMPTZ  instant  date of an annotated tag, else of the commit; null before 1990 and after the collection
--   target_type    VARCHAR      code     commit, tree or blob
--   is_annotated   BOOLEAN      flag     whether the tag is an object of its own
--   is_version     BOOLEAN      flag     whether the name looks like a version
--   is_prerelease  BOOLEAN      flag     a version marked alpha, beta, rc and the like
--   version_parts  INTEGER[]    numbers  numbers of the version in order; null where it is none
--   series         VARCHAR      text     what its patch releases share: the first number, for PostgreSQL before 10 the first two
with
  tags as (
    select
      refs.repo_id,
      refs.name,
      refs.sha,
      if(
        refs.tagged_at >= '1990-01-01'::timestamptz
        and refs.tagged_at <= repositories.fetched_at,
        refs.tagged_at,
        null
      ) as tagged_at,
      refs.target_type,
      refs.is_annotated,
      regexp_extract(
        refs.name,
        '^((?:[@A-Za-z](?:[^ ]*?[^0-9. ])??)?)([0-9]{1,9}(?:[._][0-9]{1,9})*)([^0-9].*)?$',
        ['word', 'number', 'suffix']
      ) as parts
    from
      stg_git__ref as refs
      join stg_git__repository as repositories using (repo_id)
    where
      refs.kind = 'tag'
  ),
  read_tags as (
    select
      repo_id,
      name,
      sha,
      tagged_at,
      target_type,
      is_annotated,
      parts.word as word,
      parts.number as number,
      regexp_matches(
        parts.suffix,
        '^[-_.+~]?(alpha|beta|rc|pre|preview|dev|snapshot|nightly|canary|milestone|cr|[abm])[-_.]?[0-9]*([-_.+].*)?$',
        'i'
      )
      or regexp_matches(parts.suffix, '[-_.](alpha|beta|rc)([-_.0-9]|$)', 'i') as is_marked
    from
      tags
  ),
  versions as (
    select
      repo_id,
      name,
      sha,
      tagged_at,
      target_type,
      is_annotated,
      word,
      is_marked,
      regexp_matches(number, '[._]')
      or (
        number <> ''
        and is_marked
      ) as is_version,
      list_transform(string_split_regex(number, '[._]'), lambda part: try_cast(part as integer)) as version_parts
    from
      read_tags
  )
select
  repo_id,
  name,
  sha,
  tagged_at,
  target_type,
  is_annotated,
  is_version,
  is_version
  and is_marked as is_prerelease,
  if(is_version, version_parts, null) as version_parts,
  case
    when not is_version then null
    when starts_with(upper(word), 'REL')
    and version_parts[1] < 10
    and len(version_parts) > 1 then version_parts[1] || '.' || version_parts[2]
    else version_parts[1]::varchar
  end as series
from
  versions
order by
  repo_id,
  name

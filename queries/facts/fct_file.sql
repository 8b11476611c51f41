-- table: fct_file
-- title: Files of now and of the past, each under its last name
-- source: renames as git log -M -l0 finds them; a file that came back under the same name is the same file, unless the one before lives on under another
-- limits: a file that only a merge took away is missing. Class is that of the last name
-- grain: repo_id, file_id
-- columns:
--   repo_id             BIGINT   key      dim_repo.repo_id
--   file_id             BIGINT   key      hash of repository, path and deleted_generation
--   path                VARCHAR  path     path at the head, or the one that it was deleted under
--   is_at_head          BOOLEAN  flag     whether it is in the tree of the head
--   file_class          VARCHAR  code     fct_head_file.file_class, for files of the past fct_path.file_class
--   line_count          INTEGER  lines    lines at the head; null for files of the past and where not known
--   since_generation    INTEGER  commits  fct_commit.generation of the rename that gave it this path or took it from the file before; 0 for none
--   deleted_generation  INTEGER  commits  fct_commit.generation of the commit that deleted it for good; null at the head
with
  changes as materialized (
    select
      files.repo_id,
      files.path,
      files.previous_path,
      files.change,
      commits.generation
    from
      fct_commit_file as files
      join stg_git__commit as commits using (repo_id, sha)
    where
      files.change in ('renamed', 'deleted')
      or files.previous_path is not null
  ),
  renames as materialized (
    select distinct
      repo_id,
      path,
      previous_path,
      generation
    from
      changes
    where
      previous_path is not null
  ),
  deletions as (
    select
      changes.repo_id,
      changes.path,
      changes.generation,
      coalesce(max(starts.generation), 0) as since_generation
    from
      changes
      left join fct_path_start as starts on starts.repo_id = changes.repo_id
      and starts.path = changes.path
      and starts.generation < changes.generation
    where
      changes.change = 'deleted'
    group by
      changes.repo_id,
      changes.path,
      changes.generation
  ),
  last_deletions as (
    select
      repo_id,
      path,
      since_generation,
      max(generation) as generation
    from
      deletions
    group by
      repo_id,
      path,
      since_generation
  ),
  departures as (
    select
      later.repo_id,
      later.previous_path as path,
      later.generation,
      coalesce(max(earlier.generation), 0) as since_generation
    from
      renames as later
      left join fct_path_start as earlier on earlier.repo_id = later.repo_id
      and earlier.path = later.previous_path
      and earlier.generation < later.generation
    group by
      later.repo_id,
      later.previous_path,
      later.generation
  ),
  head_files as (
    select
      files.repo_id,
      files.path,
      files.file_class,
      files.line_count,
      coalesce(max(starts.generation), 0) as since_generation
    from
      fct_head_file as files
      left join fct_path_start as starts using (repo_id, path)
    group by
      files.repo_id,
      files.path,
      files.file_class,
      files.line_count
  ),
  files as (
    select
      repo_id,
      path,
      true as is_at_head,
      file_class,
      line_count,
      since_generation,
      null as deleted_generation
    from
      head_files
    union all
    select
      repo_id,
      path,
      false,
      fct_path.file_class,
      null,
      since_generation,
      last_deletions.generation
    from
      last_deletions
      join fct_path using (repo_id, path)
      anti join head_files using (repo_id, path, since_generation)
      anti join departures on departures.repo_id = last_deletions.repo_id
      and departures.path = last_deletions.path
      and departures.since_generation = last_deletions.since_generation
      and departures.generation > last_deletions.generation
  )
select
  repo_id,
  (
    '0x' || left(
      sha256(concat_ws(chr(0), 'file', repo_id, path, coalesce(deleted_generation, 0))),
      13
    )
  )::bigint as file_id,
  path,
  is_at_head,
  file_class,
  line_count::integer as line_count,
  since_generation::integer as since_generation,
  deleted_generation::integer as deleted_generation
from
  files

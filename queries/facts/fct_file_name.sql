-- table: fct_file_name
-- title: Names that files have had, and when in history
-- source: git's renames (-M), followed backwards: a name holds from the commit that gave it until the next rename
-- limits: a commit's place in history is its generation; a change to an old name on a branch that was merged after the rename is not seen
-- grain: repo_id, file_id, since_generation
-- columns:
--   repo_id           BIGINT   key      dim_repo.repo_id
--   file_id           BIGINT   key      fct_file.file_id
--   head_path         VARCHAR  path     path at the head; null for files that are gone
--   path              VARCHAR  path     name that the file had
--   since_generation  INTEGER  commits  fct_commit.generation of the rename that gave it; 0 for the first name
--   until_generation  INTEGER  commits  generation from which it no longer holds, by a rename or a deletion; 2147483647 for the name at the head
with recursive
  chained_renames as materialized (
    select
      later.repo_id,
      later.path,
      later.previous_path,
      later.generation,
      max(earlier.generation) as earlier_generation
    from
      fct_path_start as later
      left join fct_path_start as earlier on earlier.repo_id = later.repo_id
      and earlier.path = later.previous_path
      and earlier.generation < later.generation
    where
      later.previous_path is not null
    group by
      later.repo_id,
      later.path,
      later.previous_path,
      later.generation
  ),
  names (repo_id, file_id, head_path, path, since_generation, until_generation) as (
    select
      repo_id,
      file_id,
      if(is_at_head, path, null),
      path,
      since_generation,
      -- The deletion itself belongs to the file.
      coalesce(deleted_generation, 2147483646) + 1
    from
      fct_file
    union all
    select
      names.repo_id,
      names.file_id,
      names.head_path,
      renames.previous_path,
      coalesce(renames.earlier_generation, 0),
      renames.generation
    from
      names
      join chained_renames as renames on renames.repo_id = names.repo_id
      and renames.path = names.path
      and renames.generation = names.since_generation
  )
select
  repo_id,
  file_id,
  head_path,
  path,
  since_generation,
  until_generation
from
  names
order by
  repo_id,
  file_id,
  since_generation

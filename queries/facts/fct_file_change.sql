-- table: fct_file_change
-- title: Every change of the files at the head, renames followed backwards
-- limits: a commit's place in history is its generation; a change to an old name on a branch that was merged after the rename is not seen
-- grain: repo_id, head_path, sha
-- columns:
--   repo_id    BIGINT   key   dim_repo.repo_id
--   head_path  VARCHAR  path  path at the head
--   sha        VARCHAR  hash  commit of the default branch that changed it
--   path       VARCHAR  path  path after that commit
--   change     VARCHAR  code  added, modified, deleted, renamed or retyped
with recursive
  changes as (
    select
      files.repo_id,
      files.path,
      files.previous_path,
      files.sha,
      files.change,
      commits.generation
    from
      fct_commit_file as files
      join stg_git__commit as commits using (repo_id, sha)
  ),
  renames as (
    select
      repo_id,
      path,
      previous_path,
      generation,
      max(sha) as sha
    from
      changes
    where
      previous_path is not null
    group by
      repo_id,
      path,
      previous_path,
      generation
    qualify
      row_number() over (
        partition by
          repo_id,
          path,
          generation
        order by
          max(sha)
      ) = 1
  ),
  chained_renames as (
    select
      later.repo_id,
      later.path,
      later.previous_path,
      later.generation,
      max(earlier.generation) as earlier_generation
    from
      renames as later
      left join renames as earlier on earlier.repo_id = later.repo_id
      and earlier.path = later.previous_path
      and earlier.generation < later.generation
    group by
      later.repo_id,
      later.path,
      later.previous_path,
      later.generation
  ),
  names (repo_id, head_path, path, since_generation, until_generation) as (
    select
      files.repo_id,
      files.path,
      files.path,
      coalesce(renames.generation, 0),
      2147483647
    from
      stg_git__head_file as files
      left join (
        select
          repo_id,
          path,
          max(generation) as generation
        from
          renames
        group by
          repo_id,
          path
      ) as renames using (repo_id, path)
    union all
    select
      names.repo_id,
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
  names.repo_id,
  names.head_path,
  changes.sha,
  changes.path,
  changes.change
from
  names
  join changes on changes.repo_id = names.repo_id
  and changes.path = names.path
  and changes.generation >= names.since_generation
  and changes.generation < names.until_generation

-- table: fct_path_start
-- title: When a path began to mean another file than before
-- source: git's renames (-M): a rename gives a path to a file, and one away from it leaves the path to a file that is added there later
-- limits: a commit's place in history is its generation
-- grain: repo_id, path, generation
-- columns:
--   repo_id        BIGINT   key      dim_repo.repo_id
--   path           VARCHAR  path     path at the head or in the past
--   generation     INTEGER  commits  fct_commit.generation of the rename
--   previous_path  VARCHAR  path     name that the file had before; null where the path was left to a later file
with
  changes as (
    select
      repo_id,
      sha,
      path,
      previous_path,
      change,
      generation
    from
      fct_commit_file
      join stg_git__commit as commits using (repo_id, sha)
    where
      previous_path is not null
      or change = 'added'
  ),
  arrivals as (
    select
      repo_id,
      path,
      generation,
      -- Two branches may rename at the same depth; one of them has to be taken, and always the same.
      arg_min(previous_path, sha) as previous_path
    from
      changes
    where
      previous_path is not null
    group by
      repo_id,
      path,
      generation
  ),
  departures as (
    select distinct
      renames.repo_id,
      renames.previous_path as path,
      renames.generation
    from
      changes as renames
      join changes as additions on additions.repo_id = renames.repo_id
      and additions.path = renames.previous_path
      and additions.generation > renames.generation
    where
      additions.change = 'added'
  )
select
  repo_id,
  path,
  generation::integer as generation,
  arrivals.previous_path
from
  arrivals
  full join departures using (repo_id, path, generation)
order by
  repo_id,
  path,
  generation

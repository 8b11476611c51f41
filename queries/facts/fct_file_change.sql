-- table: fct_file_change
-- title: Every change of files of now and of the past, renames followed backwards
-- limits: a commit's place in history is its generation; a change to an old name on a branch that was merged after the rename is not seen
-- grain: repo_id, file_id, sha
-- columns:
--   repo_id    BIGINT   key   dim_repo.repo_id
--   file_id    BIGINT   key   fct_file.file_id
--   head_path  VARCHAR  path  path at the head; null for files that are gone
--   sha        VARCHAR  hash  commit of the default branch that changed it
--   path       VARCHAR  path  path after that commit
--   change     VARCHAR  code  added, modified, deleted, renamed or retyped
select
  names.repo_id,
  names.file_id,
  names.head_path,
  changes.sha,
  changes.path,
  changes.change
from
  fct_commit_file as changes
  join stg_git__commit as commits using (repo_id, sha)
  join fct_file_name as names on names.repo_id = changes.repo_id
  and names.path = changes.path
  and commits.generation >= names.since_generation
  and commits.generation < names.until_generation

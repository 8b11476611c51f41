-- table: stg_git__line_count
-- title: Lines that commits of the default branch add and delete per file
-- grain: repo_id, sha, path
-- columns:
--   repo_id             BIGINT   key    raw_git_repository.repo_id
--   sha                 VARCHAR  hash   hash of the commit
--   path                VARCHAR  path   path after the commit
--   previous_path       VARCHAR  path   path before a rename, else null
--   added_line_count    INTEGER  lines  added lines; null for binary files
--   deleted_line_count  INTEGER  lines  deleted lines; null for binary files
--   is_binary           BOOLEAN  flag   whether git takes the file for binary
select
  repo_id,
  sha,
  path,
  previous_path,
  added_line_count,
  deleted_line_count,
  is_binary
from
  raw_git_line_count

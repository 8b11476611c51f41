-- table: stg_git__head_file
-- title: Entries of the tree at the head
-- grain: repo_id, path
-- columns:
--   repo_id     BIGINT   key    raw_git_repository.repo_id
--   path        VARCHAR  path   path in the tree
--   mode        VARCHAR  code   file mode; 160000 is a submodule, 120000 a symbolic link
--   byte_count  BIGINT   bytes  size; null for submodules and missing objects
--   line_count  INTEGER  lines  lines; null for binary files, submodules and missing objects
--   is_binary   BOOLEAN  flag   a NUL among the first 8,000 bytes; null where the object could not be read
select
  repo_id,
  path,
  mode,
  byte_count,
  line_count,
  is_binary
from
  raw_git_head_file

-- table: stg_git__line_read
-- title: Commits whose lines were asked for
-- grain: repo_id, sha
-- columns:
--   repo_id  BIGINT   key   raw_git_repository.repo_id
--   sha      VARCHAR  hash  hash of the commit
--   problem  VARCHAR  text  why git could not count them; null when it could
select
  repo_id,
  sha,
  problem
from
  raw_git_line_read

-- table: stg_git__commit_path
-- title: Paths that commits of the default branch change
-- grain: repo_id, sha, path
-- columns:
--   repo_id   BIGINT   key   raw_git_repository.repo_id
--   sha       VARCHAR  hash  hash of the commit
--   path      VARCHAR  path  path that changed; a rename is a D and an A
--   status    VARCHAR  code  A added, M modified, D deleted, T type changed
select
  repo_id,
  sha,
  path,
  status
from
  raw_git_commit_path

-- table: stg_git__document
-- title: Texts of documents at the head
-- grain: repo_id, path
-- columns:
--   repo_id  BIGINT   key   raw_git_repository.repo_id
--   path     VARCHAR  path  path of the document
--   text     VARCHAR  text  its text, at most 1 MiB
select
  repo_id,
  path,
  text
from
  raw_git_document

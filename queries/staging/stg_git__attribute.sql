-- table: stg_git__attribute
-- title: What .gitattributes at the head says of paths
-- grain: repo_id, path
-- columns:
--   repo_id           BIGINT   key   raw_git_repository.repo_id
--   path              VARCHAR  path  path of now or of the past
--   is_vendored       BOOLEAN  flag  linguist-vendored; null where not given
--   is_generated      BOOLEAN  flag  linguist-generated; null where not given
--   is_documentation  BOOLEAN  flag  linguist-documentation; null where not given
--   language          VARCHAR  name  linguist-language; null where not given
select
  repo_id,
  path,
  is_vendored,
  is_generated,
  is_documentation,
  language
from
  raw_git_attribute

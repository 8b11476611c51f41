-- table: stg_git__identity
-- title: Names and addresses of authors and committers, before and after the mailmap
-- grain: repo_id, name, email
-- columns:
--   repo_id       BIGINT   key   raw_git_repository.repo_id
--   name          VARCHAR  text  name as written in commits
--   email         VARCHAR  text  address as written in commits
--   mapped_name   VARCHAR  text  name after the mailmap of the head
--   mapped_email  VARCHAR  text  address after the mailmap of the head
select
  repo_id,
  name,
  email,
  mapped_name,
  mapped_email
from
  raw_git_identity

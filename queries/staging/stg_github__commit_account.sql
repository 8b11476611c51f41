-- table: stg_github__commit_account
-- title: Accounts to which GitHub gives commits
-- grain: repo_id, sha, role, name, email
-- columns:
--   repo_id     BIGINT       key      GitHub's databaseId of the repository
--   sha         VARCHAR      hash     commit that was asked for
--   role        VARCHAR      code     author, committer or co_author
--   name        VARCHAR      text     name as written in the commit
--   email       VARCHAR      text     address as written in the commit
--   node_id     VARCHAR      key      node id of the account; null where the address belongs to none
--   login       VARCHAR      text     login of the account
--   fetched_at  TIMESTAMPTZ  instant  when GitHub said so
select
  repo_id,
  sha,
  role,
  name,
  email,
  node_id,
  login,
  fetched_at
from
  raw_github_commit_account

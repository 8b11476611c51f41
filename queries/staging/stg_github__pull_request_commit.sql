-- table: stg_github__pull_request_commit
-- title: Commits of pull requests' branches
-- limits: the first 250 of a pull request
-- grain: repo_id, pull_request_node_id, sha
-- columns:
--   repo_id               BIGINT       key      GitHub's databaseId of the repository
--   pull_request_node_id  VARCHAR      key      node id of the pull request
--   sha                   VARCHAR      hash     the commit; often not the one that landed
--   name                  VARCHAR      text     author's name as written in the commit
--   email                 VARCHAR      text     author's address as written in the commit
--   account_id            BIGINT       key      dim_account.account_id that GitHub gives the address to; null for none
--   node_id               VARCHAR      key      node id of that account
--   login                 VARCHAR      text     login of that account
--   authored_at           TIMESTAMPTZ  instant  author date
--   fetched_at            TIMESTAMPTZ  instant  when GitHub said so
with
  branch_commits as (
    select
      repo_id,
      node_id as pull_request_node_id,
      unnest(body -> '$.commits.nodes[*].commit') as branch_commit,
      fetched_at
    from
      raw_github_pull_request
  )
select
  repo_id,
  pull_request_node_id,
  branch_commit ->> '$.oid' as sha,
  coalesce(branch_commit ->> '$.author.name', '') as name,
  coalesce(branch_commit ->> '$.author.email', '') as email,
  coalesce(
    (branch_commit ->> '$.author.user.databaseId')::bigint,
    ('0x' || left(sha256(branch_commit ->> '$.author.user.id'), 13))::bigint
  ) as account_id,
  branch_commit ->> '$.author.user.id' as node_id,
  branch_commit ->> '$.author.user.login' as login,
  (branch_commit ->> '$.authoredDate')::timestamptz as authored_at,
  fetched_at
from
  branch_commits

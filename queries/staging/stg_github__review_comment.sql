-- table: stg_github__review_comment
-- title: Comments on the code of pull requests
-- grain: repo_id, node_id
-- columns:
--   repo_id              BIGINT       key      GitHub's databaseId of the repository
--   node_id              VARCHAR      key      GitHub's id of the node
--   pull_request_number  INTEGER      number   number of the pull request
--   author_account_id    BIGINT       key      databaseId of the author; null for a deleted account
--   author_node_id       VARCHAR      key      node id of the author
--   author_login         VARCHAR      text     login of the author
--   author_type          VARCHAR      code     User, Organization, Bot or Mannequin
--   author_association   VARCHAR      code     tie of the author to the repository, as of today
--   path                 VARCHAR      path     file that it is about
--   created_at           TIMESTAMPTZ  instant  when it was written
--   updated_at           TIMESTAMPTZ  instant  when it was last changed
--   fetched_at           TIMESTAMPTZ  instant  when GitHub said so
select
  repo_id,
  node_id,
  pull_request_number,
  (body ->> '$.user.id')::bigint as author_account_id,
  body ->> '$.user.node_id' as author_node_id,
  body ->> '$.user.login' as author_login,
  body ->> '$.user.type' as author_type,
  body ->> '$.author_association' as author_association,
  body ->> '$.path' as path,
  (body ->> '$.created_at')::timestamptz as created_at,
  (body ->> '$.updated_at')::timestamptz as updated_at,
  fetched_at
from
  raw_github_review_comment

-- table: stg_github__issue
-- title: Issues
-- grain: repo_id, node_id
-- columns:
--   repo_id             BIGINT       key       GitHub's databaseId of the repository
--   node_id             VARCHAR      key       GitHub's id of the node
--   number              INTEGER      number    number in the repository
--   title               VARCHAR      text      title
--   state               VARCHAR      code      OPEN or CLOSED
--   state_reason        VARCHAR      code      COMPLETED, NOT_PLANNED, DUPLICATE, REOPENED; null for none
--   author_account_id   BIGINT       key       databaseId of the author; null for a deleted account
--   author_node_id      VARCHAR      key       node id of the author
--   author_login        VARCHAR      text      login of the author
--   author_type         VARCHAR      code      User, Organization, Bot or Mannequin
--   author_association  VARCHAR      code      tie of the author to the repository, as of today
--   label_names         VARCHAR[]    text      labels
--   created_at          TIMESTAMPTZ  instant   when it was opened
--   updated_at          TIMESTAMPTZ  instant   when it was last changed
--   closed_at           TIMESTAMPTZ  instant   when it was closed last; null while it is open
--   fetched_at          TIMESTAMPTZ  instant   when GitHub said so
select
  repo_id,
  node_id,
  (body ->> '$.number')::integer as number,
  body ->> '$.title' as title,
  body ->> '$.state' as state,
  body ->> '$.stateReason' as state_reason,
  (body ->> '$.author.databaseId')::bigint as author_account_id,
  body ->> '$.author.id' as author_node_id,
  body ->> '$.author.login' as author_login,
  body ->> '$.author.__typename' as author_type,
  body ->> '$.authorAssociation' as author_association,
  body ->> '$.labels.nodes[*].name' as label_names,
  (body ->> '$.createdAt')::timestamptz as created_at,
  (body ->> '$.updatedAt')::timestamptz as updated_at,
  (body ->> '$.closedAt')::timestamptz as closed_at,
  fetched_at
from
  raw_github_issue

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
--   author_account_id   BIGINT       key       dim_account.account_id of the author; null for a deleted account
--   author_node_id      VARCHAR      key       node id of the author
--   author_login        VARCHAR      text      login of the author
--   author_type         VARCHAR      code      User, Organization, Bot or Mannequin
--   author_association  VARCHAR      code      tie of the author to the repository, as of today
--   label_names         VARCHAR[]    text      labels
--   created_at          TIMESTAMPTZ  instant   when it was opened
--   updated_at          TIMESTAMPTZ  instant   when it was last changed
--   closed_at           TIMESTAMPTZ  instant   when it was closed last; null while it is open
--   fetched_at          TIMESTAMPTZ  instant   when GitHub said so
with
  parsed as (
    select
      repo_id,
      node_id,
      fetched_at,
      from_json(
        body,
        '{
          "number": "INTEGER",
          "title": "VARCHAR",
          "state": "VARCHAR",
          "stateReason": "VARCHAR",
          "author": {"databaseId": "BIGINT", "id": "VARCHAR", "login": "VARCHAR", "__typename": "VARCHAR"},
          "authorAssociation": "VARCHAR",
          "labels": {"nodes": [{"name": "VARCHAR"}]},
          "createdAt": "TIMESTAMPTZ",
          "updatedAt": "TIMESTAMPTZ",
          "closedAt": "TIMESTAMPTZ"
        }'
      ) as issue
    from
      raw_github_issue
  )
select
  repo_id,
  node_id,
  issue.number,
  issue.title,
  issue.state,
  issue.stateReason as state_reason,
  coalesce(issue.author.databaseId, ('0x' || left(sha256(issue.author.id), 13))::bigint) as author_account_id,
  issue.author.id as author_node_id,
  issue.author.login as author_login,
  issue.author.__typename as author_type,
  issue.authorAssociation as author_association,
  coalesce([node.name for node in issue.labels.nodes], []) as label_names,
  issue.createdAt as created_at,
  issue.updatedAt as updated_at,
  issue.closedAt as closed_at,
  fetched_at
from
  parsed

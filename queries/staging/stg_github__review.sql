-- table: stg_github__review
-- title: Reviews of pull requests
-- grain: repo_id, node_id
-- columns:
--   repo_id             BIGINT       key      GitHub's databaseId of the repository
--   node_id             VARCHAR      key      GitHub's id of the node
--   item_node_id        VARCHAR      key      node id of the pull request
--   state               VARCHAR      code     APPROVED, CHANGES_REQUESTED, COMMENTED, DISMISSED or PENDING
--   author_account_id   BIGINT       key      dim_account.account_id of the author; null for a deleted account
--   author_node_id      VARCHAR      key      node id of the author
--   author_login        VARCHAR      text     login of the author
--   author_type         VARCHAR      code     User, Organization, Bot or Mannequin
--   author_association  VARCHAR      code     tie of the author to the repository, as of today
--   can_author_push     BOOLEAN      flag     whether the author may push to the repository, as of today
--   submitted_at        TIMESTAMPTZ  instant  when it was sent; null for one that is not yet
--   fetched_at          TIMESTAMPTZ  instant  when GitHub said so
with
  parsed as (
    select
      repo_id,
      node_id,
      parent_node_id as item_node_id,
      fetched_at,
      from_json(
        body,
        '{
          "state": "VARCHAR",
          "author": {"databaseId": "BIGINT", "id": "VARCHAR", "login": "VARCHAR", "__typename": "VARCHAR"},
          "authorAssociation": "VARCHAR",
          "authorCanPushToRepository": "BOOLEAN",
          "submittedAt": "TIMESTAMPTZ"
        }'
      ) as review
    from
      raw_github_review
  )
select
  repo_id,
  node_id,
  item_node_id,
  review.state,
  coalesce(review.author.databaseId, ('0x' || left(sha256(review.author.id), 13))::bigint) as author_account_id,
  review.author.id as author_node_id,
  review.author.login as author_login,
  review.author.__typename as author_type,
  review.authorAssociation as author_association,
  review.authorCanPushToRepository as can_author_push,
  review.submittedAt as submitted_at,
  fetched_at
from
  parsed

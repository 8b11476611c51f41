-- table: stg_github__sponsorship
-- title: Sponsorships that GitHub shows
-- grain: repo_id, node_id
-- columns:
--   repo_id             BIGINT       key      GitHub's databaseId of the repository
--   node_id             VARCHAR      key      GitHub's id of the node
--   maintainer_node_id  VARCHAR      key      node id of the account that is sponsored
--   sponsor_account_id  BIGINT       key      dim_account.account_id of the sponsor; null where it is not shown
--   sponsor_node_id     VARCHAR      key      node id of the sponsor
--   sponsor_login       VARCHAR      text     login of the sponsor
--   sponsor_type        VARCHAR      code     User or Organization
--   is_active           BOOLEAN      flag     whether it lasts
--   is_one_time         BOOLEAN      flag     whether it was a single payment
--   privacy_level       VARCHAR      code     PUBLIC or PRIVATE
--   created_at          TIMESTAMPTZ  instant  when it began
--   fetched_at          TIMESTAMPTZ  instant  when GitHub said so
with
  parsed as (
    select
      repo_id,
      node_id,
      parent_node_id as maintainer_node_id,
      fetched_at,
      from_json(
        body,
        '{
          "sponsorEntity": {"databaseId": "BIGINT", "id": "VARCHAR", "login": "VARCHAR", "__typename": "VARCHAR"},
          "isActive": "BOOLEAN",
          "isOneTimePayment": "BOOLEAN",
          "privacyLevel": "VARCHAR",
          "createdAt": "TIMESTAMPTZ"
        }'
      ) as sponsorship
    from
      raw_github_sponsorship
  )
select
  repo_id,
  node_id,
  maintainer_node_id,
  coalesce(
    sponsorship.sponsorEntity.databaseId,
    ('0x' || left(sha256(sponsorship.sponsorEntity.id), 13))::bigint
  ) as sponsor_account_id,
  sponsorship.sponsorEntity.id as sponsor_node_id,
  sponsorship.sponsorEntity.login as sponsor_login,
  sponsorship.sponsorEntity.__typename as sponsor_type,
  sponsorship.isActive as is_active,
  sponsorship.isOneTimePayment as is_one_time,
  sponsorship.privacyLevel as privacy_level,
  sponsorship.createdAt as created_at,
  fetched_at
from
  parsed

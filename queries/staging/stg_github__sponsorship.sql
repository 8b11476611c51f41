-- table: stg_github__sponsorship
-- title: Sponsorships that GitHub shows
-- grain: repo_id, node_id
-- columns:
--   repo_id             BIGINT       key      GitHub's databaseId of the repository
--   node_id             VARCHAR      key      GitHub's id of the node
--   maintainer_node_id  VARCHAR      key      node id of the account that is sponsored
--   sponsor_account_id  BIGINT       key      databaseId of the sponsor; null where it is not shown
--   sponsor_node_id     VARCHAR      key      node id of the sponsor
--   sponsor_login       VARCHAR      text     login of the sponsor
--   sponsor_type        VARCHAR      code     User or Organization
--   is_active           BOOLEAN      flag     whether it lasts
--   is_one_time         BOOLEAN      flag     whether it was a single payment
--   privacy_level       VARCHAR      code     PUBLIC or PRIVATE
--   created_at          TIMESTAMPTZ  instant  when it began
--   fetched_at          TIMESTAMPTZ  instant  when GitHub said so
select
  repo_id,
  node_id,
  parent_node_id as maintainer_node_id,
  (body ->> '$.sponsorEntity.databaseId')::bigint as sponsor_account_id,
  body ->> '$.sponsorEntity.id' as sponsor_node_id,
  body ->> '$.sponsorEntity.login' as sponsor_login,
  body ->> '$.sponsorEntity.__typename' as sponsor_type,
  (body ->> '$.isActive')::boolean as is_active,
  (body ->> '$.isOneTimePayment')::boolean as is_one_time,
  body ->> '$.privacyLevel' as privacy_level,
  (body ->> '$.createdAt')::timestamptz as created_at,
  fetched_at
from
  raw_github_sponsorship

-- table: stg_github__account
-- title: Profiles of GitHub accounts
-- grain: node_id
-- columns:
--   node_id               VARCHAR      key      GitHub's id of the node
--   account_id            BIGINT       key      dim_account.account_id
--   type                  VARCHAR      code     User, Organization, Bot or Mannequin
--   login                 VARCHAR      text     login
--   name                  VARCHAR      text     name of the profile
--   company               VARCHAR      text     company as the profile gives it
--   location              VARCHAR      text     place as the profile gives it
--   website_url           VARCHAR      url      web site
--   has_sponsors_listing  BOOLEAN      flag     whether it can be sponsored; null where it cannot be asked
--   is_verified           BOOLEAN      flag     whether GitHub has verified an organization's domain
--   created_at            TIMESTAMPTZ  instant  when the account was made
--   fetched_at            TIMESTAMPTZ  instant  when GitHub said so
with
  parsed as (
    select
      node_id,
      fetched_at,
      from_json(
        body,
        '{
          "databaseId": "BIGINT",
          "__typename": "VARCHAR",
          "login": "VARCHAR",
          "name": "VARCHAR",
          "company": "VARCHAR",
          "location": "VARCHAR",
          "websiteUrl": "VARCHAR",
          "hasSponsorsListing": "BOOLEAN",
          "isVerified": "BOOLEAN",
          "createdAt": "TIMESTAMPTZ"
        }'
      ) as account
    from
      raw_github_account
  )
select
  node_id,
  coalesce(account.databaseId, ('0x' || left(sha256(node_id), 13))::bigint) as account_id,
  account.__typename as type,
  account.login,
  account.name,
  account.company,
  account.location,
  account.websiteUrl as website_url,
  account.hasSponsorsListing as has_sponsors_listing,
  account.isVerified as is_verified,
  account.createdAt as created_at,
  fetched_at
from
  parsed

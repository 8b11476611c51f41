-- table: stg_github__account
-- title: Profiles of GitHub accounts
-- grain: node_id
-- columns:
--   node_id               VARCHAR      key      GitHub's id of the node
--   account_id            BIGINT       key      GitHub's databaseId; null where it gives none
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
select
  node_id,
  (body ->> '$.databaseId')::bigint as account_id,
  body ->> '$.__typename' as type,
  body ->> '$.login' as login,
  body ->> '$.name' as name,
  body ->> '$.company' as company,
  body ->> '$.location' as location,
  body ->> '$.websiteUrl' as website_url,
  (body ->> '$.hasSponsorsListing')::boolean as has_sponsors_listing,
  (body ->> '$.isVerified')::boolean as is_verified,
  (body ->> '$.createdAt')::timestamptz as created_at,
  fetched_at
from
  raw_github_account

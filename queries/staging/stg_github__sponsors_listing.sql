-- table: stg_github__sponsors_listing
-- title: Accounts whose sponsors were asked for
-- grain: repo_id, node_id
-- columns:
--   repo_id           BIGINT       key       GitHub's databaseId of the repository
--   node_id           VARCHAR      key       GitHub's id of the account
--   login             VARCHAR      text      login of the account
--   type              VARCHAR      code      User or Organization
--   has_listing       BOOLEAN      flag      whether it can be sponsored
--   sponsor_count     INTEGER      accounts  sponsors now, private ones included
--   sponsoring_count  INTEGER      accounts  accounts that it sponsors itself
--   tier_count        INTEGER      tiers     amounts that it offers
--   goal_title        VARCHAR      text      goal that it shows
--   goal_percent      INTEGER      percent   how much of the goal is reached
--   listed_at         TIMESTAMPTZ  instant   when the listing was made
--   fetched_at        TIMESTAMPTZ  instant   when GitHub said so
select
  repo_id,
  node_id,
  body ->> '$.login' as login,
  body ->> '$.__typename' as type,
  (body ->> '$.hasSponsorsListing')::boolean as has_listing,
  (body ->> '$.sponsors.totalCount')::integer as sponsor_count,
  (body ->> '$.sponsoring.totalCount')::integer as sponsoring_count,
  (body ->> '$.sponsorsListing.tiers.totalCount')::integer as tier_count,
  body ->> '$.sponsorsListing.activeGoal.title' as goal_title,
  (body ->> '$.sponsorsListing.activeGoal.percentComplete')::integer as goal_percent,
  (body ->> '$.sponsorsListing.createdAt')::timestamptz as listed_at,
  fetched_at
from
  raw_github_sponsors_listing

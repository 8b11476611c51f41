-- table: stg_github__account_snapshot
-- title: Profiles of GitHub accounts by day
-- limits: one row for each day on which a profile was read
-- grain: node_id, snapshot_date
-- columns:
--   node_id        VARCHAR  key   GitHub's id of the account
--   snapshot_date  DATE     day   day by GitHub's clock
--   login          VARCHAR  text  login on that day
--   company        VARCHAR  text  company as the profile gave it; null for none
select
  node_id,
  snapshot_date,
  login,
  company
from
  raw_github_account_snapshot

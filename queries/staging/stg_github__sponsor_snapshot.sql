-- table: stg_github__sponsor_snapshot
-- title: Sponsors by day
-- grain: repo_id, node_id, snapshot_date
-- columns:
--   repo_id           BIGINT   key       GitHub's databaseId of the repository
--   node_id           VARCHAR  key       GitHub's id of the account
--   snapshot_date     DATE     day       day by GitHub's clock
--   sponsor_count     INTEGER  accounts  sponsors on that day, private ones included
--   sponsoring_count  INTEGER  accounts  accounts that it sponsors itself
select
  repo_id,
  node_id,
  snapshot_date,
  sponsor_count,
  sponsoring_count
from
  raw_github_sponsor_snapshot

-- table: stg_github__sponsor_snapshot
-- title: Sponsors by day
-- grain: repo_id, node_id, snapshot_date
-- columns:
--   repo_id           BIGINT   key       GitHub's databaseId of the repository
--   node_id           VARCHAR  key       GitHub's id of the account
--   snapshot_date     DATE     day       day by GitHub's clock
--   sponsor_count     INTEGER  accounts  sponsors on that day, private ones included
--   sponsoring_count  INTEGER  accounts  accounts that it sponsors itself
--   is_own                 BOOLEAN  flag      whether the token was the account's own, or an admin's: the next two are shown to nobody else
--   private_sponsor_count  INTEGER  accounts  sponsors that hide, by that token; null for others
--   monthly_income_cents   INTEGER  cents     GitHub's estimate of a month's income in US dollars, by that token; null for others
select
  repo_id,
  node_id,
  snapshot_date,
  sponsor_count,
  sponsoring_count,
  income.node_id is not null as is_own,
  private_sponsor_count,
  monthly_income_cents
from
  raw_github_sponsor_snapshot
  left join raw_github_sponsor_income as income using (repo_id, node_id, snapshot_date)

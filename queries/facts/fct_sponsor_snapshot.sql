-- table: fct_sponsor_snapshot
-- title: How many sponsors accounts had, by day
-- grain: repo_id, node_id, snapshot_date
-- columns:
--   repo_id           BIGINT   key       dim_repo.repo_id whose owner or core person it is
--   node_id           VARCHAR  key       GitHub's id of the account
--   snapshot_date     DATE     day       day by GitHub's clock
--   account_id        BIGINT   key       dim_account.account_id
--   login             VARCHAR  text      login of the account; ghost where it is gone and nobody knows it any more
--   is_owner          BOOLEAN  flag      whether it owns the repository, and is not just one of its core people
--   has_listing       BOOLEAN  flag      whether it could be sponsored when it was last asked
--   sponsor_count     INTEGER  accounts  sponsors on that day, private ones included
--   sponsoring_count  INTEGER  accounts  accounts that it sponsors itself
--   is_own                 BOOLEAN  flag      whether the token was the account's own, or an admin's: the next two are shown to nobody else
--   private_sponsor_count  INTEGER  accounts  sponsors that hide, by that token; null for others
--   monthly_income_cents   INTEGER  cents     GitHub's estimate of a month's income in US dollars, by that token; null for others
select
  snapshots.repo_id,
  snapshots.node_id,
  snapshots.snapshot_date,
  accounts.account_id,
  coalesce(accounts.login, listings.login, 'ghost') as login,
  coalesce(repositories.owner_node_id = snapshots.node_id, false) as is_owner,
  coalesce(listings.has_listing, false) as has_listing,
  snapshots.sponsor_count,
  snapshots.sponsoring_count,
  snapshots.is_own,
  snapshots.private_sponsor_count,
  snapshots.monthly_income_cents
from
  stg_github__sponsor_snapshot as snapshots
  left join stg_github__sponsors_listing as listings using (repo_id, node_id)
  left join dim_account as accounts on accounts.node_id = snapshots.node_id
  left join stg_github__repository as repositories on repositories.repo_id = snapshots.repo_id
order by
  snapshots.repo_id,
  snapshots.node_id,
  snapshots.snapshot_date

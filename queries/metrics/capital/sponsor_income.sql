-- metric: sponsor_income
-- id: E6
-- title: Income from sponsors
-- question: How much comes in through GitHub Sponsors, as GitHub shows it to the maintainer alone?
-- family: capital
-- status: experimental
-- source: GitHub's own estimate, asked for with the maintainer's own token; it stands in no report
-- needs: sponsors
-- grain: scope_id, node_id
-- window: all
-- params:
--   scope_ids  BIGINT[]     required  scopes to answer for
--   to         TIMESTAMPTZ  required  end of what is seen, exclusive
-- columns:
--   scope_id              BIGINT   key       dim_scope.scope_id
--   node_id               VARCHAR  key       GitHub's id of the account that can be sponsored
--   login                 VARCHAR  name      its login; ghost where it is gone and nobody knows it any more
--   is_owner              BOOLEAN  flag      whether it owns a repository of the scope, and is not just one of its core people
--   is_own                BOOLEAN  flag      whether it was asked for with its own token, or an admin's; else the next two are not collected, since GitHub shows them to nobody else
--   monthly_income_cents  INTEGER  cents     estimate of a month's income in US dollars; null where it is not collected
--   private_count         INTEGER  accounts  sponsors that hide, without their names; null where it is not collected
--   snapshot_date         DATE     day       day of the newest reading that has them, else of the newest one
-- limits: only what a maintainer's own token shows, so do not publish it. An estimate of GitHub's, by the tiers of now; gifts that are given once are not in it, and neither is money that flows elsewhere.
with
  readings as (
    select
      scope_id,
      node_id,
      login,
      is_owner,
      is_own,
      monthly_income_cents,
      private_sponsor_count,
      snapshot_date
    from
      map_scope_repo
      join fct_sponsor_snapshot using (repo_id)
    where
      list_contains($scope_ids::bigint[], scope_id)
      and has_listing
      and snapshot_date <= $to::date
  ),
  accounts as (
    select
      scope_id,
      node_id,
      bool_or(is_owner) as is_owner,
      arg_max(
        struct_pack(login, is_own, monthly_income_cents, private_sponsor_count, snapshot_date),
        (is_own, snapshot_date, coalesce(monthly_income_cents, 0))
      ) as newest
    from
      readings
    group by
      scope_id,
      node_id
  )
select
  scope_id,
  node_id,
  newest.login as login,
  is_owner,
  newest.is_own as is_own,
  newest.monthly_income_cents as monthly_income_cents,
  newest.private_sponsor_count as private_count,
  newest.snapshot_date as snapshot_date
from
  accounts
order by
  scope_id,
  is_owner desc,
  node_id

-- metric: sponsor_concentration
-- id: E3
-- title: Concentration of sponsors
-- question: On how few givers does the sponsoring rest, and how many core people can be sponsored at all?
-- family: capital
-- status: experimental
-- source: House rule; Herfindahl-Hirschman index over numbers of sponsorships, since amounts are private
-- needs: sponsors
-- grain: scope_id
-- window: all
-- params:
--   scope_ids  BIGINT[]     required  scopes to answer for
--   to         TIMESTAMPTZ  required  end of what is seen, exclusive
-- columns:
--   scope_id            BIGINT  key           dim_scope.scope_id
--   account_count       BIGINT  accounts      owners and core people that were asked for
--   listed_count        BIGINT  accounts      those that can be sponsored
--   sponsored_count     BIGINT  accounts      those with a sponsor, private ones included
--   sponsor_count       BIGINT  accounts      distinct public sponsors of now, those of all of them together
--   organization_count  BIGINT  accounts      those that are organizations
--   organization_share  DOUBLE  share         organization_count / sponsor_count; null without a public sponsor
--   sponsorship_count   BIGINT  sponsorships  public sponsorships of now
--   top_sponsor_count   BIGINT  sponsorships  those of the sponsor with most of them
--   equal_weight_hhi    DOUBLE  index         sum of the squared shares of sponsors in sponsorship_count, each sponsorship with the same weight; 1 is one sponsor alone
-- limits: each sponsorship weighs the same here, whatever its amount. Private sponsors, and those whose account is gone, are in no share.
with
  accounts as (
    select
      scope_id,
      node_id,
      bool_or(has_listing) as has_listing,
      arg_max(sponsor_count, (snapshot_date, sponsor_count)) as sponsor_count
    from
      map_scope_repo
      join fct_sponsor_snapshot using (repo_id)
    where
      list_contains($scope_ids::bigint[], scope_id)
      and snapshot_date <= $to::date
    group by
      scope_id,
      node_id
  ),
  account_counts as (
    select
      scope_id,
      count(*) as account_count,
      count(*) filter(
        where
          has_listing
      ) as listed_count,
      count(*) filter(
        where
          sponsor_count > 0
      ) as sponsored_count
    from
      accounts
    group by
      scope_id
  ),
  sponsorships as (
    select distinct
      scope_id,
      maintainer_node_id,
      sponsor_login,
      sponsor_kind
    from
      map_scope_repo
      join fct_sponsorship using (repo_id)
    where
      list_contains($scope_ids::bigint[], scope_id)
      and created_at < $to::timestamptz
      and is_active
      and privacy_level = 'public'
      and sponsor_login is not null
  ),
  sponsors as (
    select
      scope_id,
      sponsor_login,
      max(sponsor_kind) as sponsor_kind,
      count(*) as sponsorship_count
    from
      sponsorships
    group by
      scope_id,
      sponsor_login
  ),
  sponsor_counts as (
    select
      scope_id,
      count(*) as sponsor_count,
      count(*) filter(
        where
          sponsor_kind = 'organization'
      ) as organization_count,
      sum(sponsorship_count)::bigint as sponsorship_count,
      max(sponsorship_count) as top_sponsor_count,
      sum(sponsorship_count * sponsorship_count) / (sum(sponsorship_count) * sum(sponsorship_count)) as hhi
    from
      sponsors
    group by
      scope_id
  )
select
  scope_id,
  account_count,
  listed_count,
  sponsored_count,
  coalesce(sponsor_count, 0) as sponsor_count,
  coalesce(organization_count, 0) as organization_count,
  organization_count / nullif(sponsor_count, 0) as organization_share,
  coalesce(sponsorship_count, 0) as sponsorship_count,
  coalesce(top_sponsor_count, 0) as top_sponsor_count,
  hhi::double as equal_weight_hhi
from
  account_counts
  left join sponsor_counts using (scope_id)
order by
  scope_id

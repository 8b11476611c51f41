-- metric: sponsors
-- id: E2
-- title: Sponsors
-- question: Who gives money to the project's owner and its core people through GitHub?
-- family: capital
-- status: experimental
-- source: GitHub Sponsors: counts of the newest reading, and the sponsorships that are public
-- needs: sponsors
-- grain: scope_id, node_id
-- params:
--   scope_ids  BIGINT[]     required  scopes to answer for
--   from       TIMESTAMPTZ  required  start of the window
--   to         TIMESTAMPTZ  required  end of the window, exclusive
-- columns:
--   scope_id            BIGINT   key       dim_scope.scope_id
--   node_id             VARCHAR  key       GitHub's id of the account that was asked for
--   login               VARCHAR  name      its login; ghost where it is gone and nobody knows it any more
--   is_owner            BOOLEAN  flag      whether it owns a repository of the scope, and is not just one of its core people
--   has_listing         BOOLEAN  flag      whether it can be sponsored
--   sponsor_count       INTEGER  accounts  sponsors at the newest reading up to the day of the end, private ones included
--   person_count        BIGINT   accounts  public sponsors that are people
--   organization_count  BIGINT   accounts  public sponsors that are organizations
--   ghost_count         BIGINT   accounts  public sponsors whose account is gone
--   private_count       BIGINT   accounts  sponsors that do not show themselves
--   new_count           BIGINT   accounts  public sponsors, of now or of the past, that began in the window
--   sponsor_change      INTEGER  accounts  against the newest reading before the window; null where there is none
--   snapshot_date       DATE     day       day of the newest reading
-- limits: amounts are private: nothing here says how much. Whether a public sponsorship still lasts is known for the day of collection only. Money that flows outside of GitHub is not seen.
with
  readings as (
    select
      scope_id,
      node_id,
      login,
      is_owner,
      has_listing,
      snapshot_date,
      sponsor_count
    from
      map_scope_repo
      join fct_sponsor_snapshot using (repo_id)
    where
      list_contains($scope_ids::bigint[], scope_id)
      and snapshot_date <= $to::date
  ),
  accounts as (
    select
      scope_id,
      node_id,
      bool_or(is_owner) as is_owner,
      bool_or(has_listing) as has_listing,
      arg_max(
        struct_pack(login, sponsor_count, snapshot_date),
        (snapshot_date, sponsor_count)
      ) as newest,
      arg_max(sponsor_count, snapshot_date) filter(
        where
          snapshot_date <= $from::date
      ) as earlier_count
    from
      readings
    group by
      scope_id,
      node_id
  ),
  sponsorships as (
    select distinct
      scope_id,
      maintainer_node_id as node_id,
      coalesce(sponsor_login, node_id) as sponsor,
      sponsor_kind,
      is_active,
      created_at >= $from::timestamptz as is_new
    from
      map_scope_repo
      join fct_sponsorship using (repo_id)
    where
      list_contains($scope_ids::bigint[], scope_id)
      and created_at < $to::timestamptz
      and privacy_level = 'public'
  ),
  counts as (
    select
      scope_id,
      node_id,
      count(distinct sponsor) filter(
        where
          is_active
          and sponsor_kind = 'user'
      ) as person_count,
      count(distinct sponsor) filter(
        where
          is_active
          and sponsor_kind = 'organization'
      ) as organization_count,
      count(distinct sponsor) filter(
        where
          is_active
          and sponsor_kind = 'ghost'
      ) as ghost_count,
      count(distinct sponsor) filter(
        where
          is_active
      ) as public_count,
      count(distinct sponsor) filter(
        where
          is_new
      ) as new_count
    from
      sponsorships
    group by
      scope_id,
      node_id
  )
select
  scope_id,
  node_id,
  newest.login as login,
  is_owner,
  has_listing,
  newest.sponsor_count as sponsor_count,
  coalesce(person_count, 0) as person_count,
  coalesce(organization_count, 0) as organization_count,
  coalesce(ghost_count, 0) as ghost_count,
  greatest(newest.sponsor_count - coalesce(public_count, 0), 0)::bigint as private_count,
  coalesce(new_count, 0) as new_count,
  newest.sponsor_count - earlier_count as sponsor_change,
  newest.snapshot_date as snapshot_date
from
  accounts
  left join counts using (scope_id, node_id)
where
  has_listing
  or newest.sponsor_count > 0
  or counts.node_id is not null
order by
  scope_id,
  is_owner desc,
  newest.sponsor_count desc,
  node_id

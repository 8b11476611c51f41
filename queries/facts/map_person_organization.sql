-- table: map_person_organization
-- title: Spans in which people worked for organizations
-- source: metrics.md D1: a domain holds from its first to its last use and 90 days more, a gap of more than 365 days between two uses parts two spans; the company of a GitHub profile holds for the twelve months before it was read
-- limits: inferred from addresses and profiles unless somebody declared it; spans may overlap
-- grain: person_id, organization_id, rule, valid_from
-- columns:
--   person_id        BIGINT       key      dim_person.person_id
--   organization_id  BIGINT       key      dim_organization.organization_id
--   valid_from       TIMESTAMPTZ  instant  first instant
--   valid_to         TIMESTAMPTZ  instant  instant after the last
--   rule             VARCHAR      code     declared, address or profile
--   confidence       DOUBLE       share    1 for declared ones, that of the domain, or 0.7 for a profile
with
  identity_organizations as materialized (
    select
      identities.identity_id,
      domains.organization,
      domains.valid_from,
      domains.valid_to,
      domains.confidence
    from
      dim_identity as identities
      join map_domain_organization as domains on domains.email_domain = lower(split_part(identities.email, '@', -1))
    where
      domains.organization is not null
  ),
  address_uses as materialized (
    select
      credits.person_id,
      organizations.organization,
      dates.authored_at as used_at,
      max(organizations.confidence) as confidence
    from
      identity_organizations as organizations
      join fct_credit as credits using (identity_id)
      join fct_commit_date as dates using (repo_id, sha)
    where
      dates.authored_at >= organizations.valid_from
      and dates.authored_at < organizations.valid_to
    group by
      credits.person_id,
      organizations.organization,
      dates.authored_at
  ),
  marked_uses as (
    select
      person_id,
      organization,
      confidence,
      used_at,
      used_at - lag(used_at) over by_time > interval 365 days as is_start
    from
      address_uses
    window
      by_time as (
        partition by
          person_id,
          organization
        order by
          used_at
      )
  ),
  numbered_uses as (
    select
      person_id,
      organization,
      confidence,
      used_at,
      count(*) filter(
        where
          is_start
      ) over (
        partition by
          person_id,
          organization
        order by
          used_at,
          confidence rows between unbounded preceding
          and current row
      ) as span
    from
      marked_uses
  ),
  declared_people as (
    select
      links.person_id,
      lower(identities.mapped_email) as person
    from
      map_identity_person as links
      join dim_identity as identities using (identity_id)
    union
    select
      links.person_id,
      lower(identities.email)
    from
      map_identity_person as links
      join dim_identity as identities using (identity_id)
    union
    select
      person_id,
      lower(name)
    from
      dim_person
  ),
  profile_readings as (
    select
      node_id,
      company,
      snapshot_date,
      lag(snapshot_date) over by_day as previous_date,
      lag(company) over by_day is not distinct from company as is_same
    from
      stg_github__account_snapshot
    window
      by_day as (
        partition by
          node_id
        order by
          snapshot_date
      )
  ),
  profile_spans as (
    select
      accounts.person_id,
      companies.organization,
      -- Another company that was read within these months ended that day at the earliest.
      greatest(
        readings.snapshot_date - interval 12 months,
        if(readings.is_same, null, readings.previous_date)
      )::timestamptz as valid_from,
      (readings.snapshot_date + interval 1 day)::timestamptz as valid_to,
      companies.confidence
    from
      profile_readings as readings
      join dim_account as accounts using (node_id)
      join map_company_organization as companies on companies.company = readings.company
    where
      accounts.person_id is not null
  ),
  spans as (
    select
      person_id,
      organization,
      min(used_at) as valid_from,
      max(used_at) + interval 90 days as valid_to,
      'address' as rule,
      max(confidence) as confidence
    from
      numbered_uses
    group by
      person_id,
      organization,
      span
    union all
    select distinct
      people.person_id,
      affiliations.organization,
      coalesce(affiliations.valid_from, '0001-01-01'::timestamptz),
      coalesce(affiliations.valid_to, '9999-01-01'::timestamptz),
      'declared',
      1.0
    from
      stg_seed__affiliation as affiliations
      join declared_people as people using (person)
    union all
    select
      person_id,
      organization,
      valid_from,
      valid_to,
      'profile',
      confidence
    from
      profile_spans
  )
select
  person_id,
  ('0x' || left(sha256(concat_ws(chr(0), 'organization', organization)), 13))::bigint as organization_id,
  valid_from,
  max(valid_to) as valid_to,
  rule,
  max(confidence)::double as confidence
from
  spans
group by
  person_id,
  organization,
  valid_from,
  rule
order by
  person_id,
  organization_id,
  rule,
  valid_from

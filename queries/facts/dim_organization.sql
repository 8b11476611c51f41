-- table: dim_organization
-- title: Companies and other bodies that people work for
-- source: metrics.md D1, D2; queries/seeds/organization.csv
-- limits: an organization that nobody listed is named by its domain, or as a profile of GitHub names it, and its kind is not known
-- grain: organization_id
-- columns:
--   organization_id        BIGINT       key      hash of the name
--   name                   VARCHAR      text     name, or registered domain or company of a profile where nobody listed it
--   kind                   VARCHAR      code     commercial, academic, foundation, government or unknown
--   is_listed              BOOLEAN      flag     whether a seed or the user's files name it
--   owner_organization_id  BIGINT       key      dim_organization.organization_id of the owner today; null for none known
--   owned_from             TIMESTAMPTZ  instant  when that ownership began
with
  names as (
    select
      organization as name
    from
      map_domain_organization
    where
      organization is not null
    union
    select
      organization
    from
      stg_seed__affiliation
    union
    select
      organization
    from
      map_company_organization
  ),
  all_names as (
    select
      name
    from
      names
    union
    select
      owner
    from
      stg_seed__organization
      join names on names.name = organization
    where
      owner is not null
  ),
  inferred_kinds as (
    select
      organization as name,
      -- An address tells more than a name.
      coalesce(
        min(kind) filter(
          where
            source = 'domain'
        ),
        min(kind)
      ) as kind
    from
      (
        select
          organization,
          kind,
          'domain' as source
        from
          map_domain_organization
        union all
        select
          organization,
          kind,
          'company'
        from
          map_company_organization
      ) as kinds
    group by
      organization
  )
select
  ('0x' || left(sha256(concat_ws(chr(0), 'organization', name)), 13))::bigint as organization_id,
  name,
  coalesce(listed.kind, inferred_kinds.kind, 'unknown') as kind,
  listed.organization is not null
  or name in (
    select
      organization
    from
      stg_seed__affiliation
  ) as is_listed,
  if(
    listed.owner is null,
    null,
    ('0x' || left(sha256(concat_ws(chr(0), 'organization', listed.owner)), 13))::bigint
  ) as owner_organization_id,
  listed.owned_from
from
  all_names
  left join stg_seed__organization as listed on listed.organization = all_names.name
  left join inferred_kinds using (name)
order by
  organization_id

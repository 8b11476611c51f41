-- table: map_domain_organization
-- title: Organizations that domains of addresses stand for, and when
-- source: metrics.md D1, D2; queries/seeds/email_domain.csv
-- limits: a domain that nobody listed is taken for an organization of its own unless it is one letter off one of the largest providers of mail, or one person alone uses it and it contains that person's name or login; it is named by its domain unless an account of GitHub or a profile of somebody who uses it gives a name that begins with the domain's first label
-- grain: email_domain, organization, valid_from
-- columns:
--   email_domain  VARCHAR      name     part of the address after @, lower case
--   organization  VARCHAR      name     dim_organization.name, the registrable domain where no name is known; null where the domain is known to be none
--   kind          VARCHAR      code     commercial, academic, foundation, government or unknown; null for none
--   valid_from    TIMESTAMPTZ  instant  from when; the year 1 for always
--   valid_to      TIMESTAMPTZ  instant  until when; the year 9999 for ever
--   rule          VARCHAR      code     listed, public, misspelt, personal, shared, academic, government, domain or no_domain
--   confidence    DOUBLE       share    1 for what is listed, 0.9 for academic and government names, 0.7 for other domains, 0 for none
with
  known_names as (
    select
      person_id,
      string_agg(
        lower(strip_accents(concat_ws(' ', mapped_name, login))),
        ' '
        order by
          identity_id
      ) as names
    from
      dim_identity
      join map_identity_person using (identity_id)
    group by
      person_id
  ),
  members as (
    select
      lower(split_part(identities.email, '@', -1)) as email_domain,
      links.person_id,
      known_names.names
    from
      dim_identity as identities
      join map_identity_person as links using (identity_id)
      join known_names using (person_id)
    where
      contains(identities.email, '@')
  ),
  domains as (
    select
      members.email_domain,
      domains.registrable_domain,
      members.person_id,
      string_split_regex(members.names, '[^a-z0-9]+') as words
    from
      members
      join map_email_domain as domains using (email_domain)
  ),
  users as (
    select
      registrable_domain,
      count(distinct person_id) = 1
      and bool_or(
        len(
          list_filter(
            words,
            lambda word: len(word) > 2
            and contains(split_part(registrable_domain, '.', 1), word)
          )
        ) > 0
      ) as is_personal
    from
      domains
    where
      registrable_domain is not null
    group by
      registrable_domain
  ),
  known_domains as (
    select distinct
      domains.email_domain,
      domains.registrable_domain,
      coalesce(users.is_personal, false) as is_personal,
      exists (
        select
          1
        from
          stg_seed__email_domain as listed
        where
          listed.domain = domains.email_domain
      ) as is_listed_whole
    from
      domains
      left join users using (registrable_domain)
  ),
  listed_domains as (
    select
      known.email_domain,
      listed.organization,
      organizations.kind,
      coalesce(listed.valid_from, '0001-01-01'::timestamptz) as valid_from,
      coalesce(listed.valid_to, '9999-01-01'::timestamptz) as valid_to,
      if(listed.kind = 'organization', 'listed', listed.kind) as rule,
      1.0 as confidence
    from
      known_domains as known
      join stg_seed__email_domain as listed on listed.domain = if(known.is_listed_whole, known.email_domain, known.registrable_domain)
      left join stg_seed__organization as organizations using (organization)
  ),
  -- Names long enough that no organization is likely to have one of their misspellings.
  large_providers as (
    select
      unnest(
        [
          'gmail.com',
          'googlemail.com',
          'hotmail.com',
          'outlook.com',
          'protonmail.com',
          'yahoo.com'
        ]
      ) as provider
  ),
  other_domains as (
    select
      known.email_domain,
      known.registrable_domain,
      case
        when known.registrable_domain is null then 'no_domain'
        when exists (
          select
            1
          from
            large_providers
          where
            damerau_levenshtein(known.registrable_domain, provider) = 1
        ) then 'misspelt'
        when regexp_matches(known.registrable_domain, '[.](edu|(edu|ac)[.][a-z]{2})$') then 'academic'
        when regexp_matches(
          known.registrable_domain,
          '[.](gov|mil|gouv[.]fr|(gov|gob|gov|go|mil)[.][a-z]{2})$'
        ) then 'government'
        when known.is_personal then 'personal'
        else 'domain'
      end as rule
    from
      known_domains as known
      anti join listed_domains using (email_domain)
  ),
  domain_names as (
    select
      registrable_domain,
      name
    from
      map_domain_name
    where
      is_chosen
  ),
  judged_domains as (
    select
      email_domain,
      organization,
      kind,
      valid_from,
      valid_to,
      rule,
      confidence
    from
      listed_domains
    union all
    select
      email_domain,
      if(
        rule in ('academic', 'government', 'domain'),
        coalesce(domain_names.name, registrable_domain),
        null
      ),
      case
        when rule in ('academic', 'government') then rule
        when rule = 'domain'
        and exists (
          select
            1
          from
            stg_seed__company_word as words
          where
            words.kind = 'academic'
            and regexp_matches(
              lower(strip_accents(domain_names.name)),
              concat('(^|[^\p{L}])', words.phrase, '([^\p{L}]|$)')
            )
        ) then 'academic'
        when rule = 'domain' then 'unknown'
      end,
      '0001-01-01'::timestamptz,
      '9999-01-01'::timestamptz,
      rule,
      case rule
        when 'academic' then 0.9
        when 'government' then 0.9
        when 'domain' then 0.7
        else 0.0
      end
    from
      other_domains
      left join domain_names using (registrable_domain)
  )
select
  email_domain,
  organization,
  kind,
  valid_from,
  valid_to,
  rule,
  confidence::double as confidence
from
  judged_domains
order by
  email_domain,
  organization,
  valid_from

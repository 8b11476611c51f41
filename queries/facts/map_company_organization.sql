-- table: map_company_organization
-- title: Organizations that the company in a GitHub profile means
-- source: metrics.md D2: without case, punctuation, address and legal form; `@a @b`, `A & B` and `A / B` are several
-- limits: what nobody listed is an organization of its own, named as the profile writes it; occupations, former employers and whole sentences are none
-- grain: company, organization
-- columns:
--   company       VARCHAR  text  company as profiles give it
--   organization  VARCHAR  name  dim_organization.name
--   kind          VARCHAR  code  academic or unknown where nobody listed it; null for organizations that are known
--   rule          VARCHAR  code  account (an organization's on GitHub), name, domain (its first label) or text
--   confidence    DOUBLE   share  0.7
with
  companies as (
    select distinct
      company,
      -- A job before the name of the company is none of it.
      regexp_replace(company, '^.*[^@] (?:at|@) ', '') as employer
    from
      stg_github__account_snapshot
    where
      company is not null
      and not regexp_matches(lower(company), '^\W*(ex|former|formerly|previously)\b')
  ),
  company_parts as (
    select
      company,
      trim(
        unnest(
          string_split_regex(
            regexp_replace(employer, '(^|[^\p{L}\p{N}._-])@([\p{L}\p{N}])', '\1|@\2', 'g'),
            '[|]| [&/] | and '
          )
        )
      ) as part,
      false as is_whole
    from
      companies
    union
    select
      company,
      trim(employer),
      true
    from
      companies
    where
      not regexp_matches(employer, '(^|[^\p{L}\p{N}._-])@[\p{L}\p{N}]')
  ),
  part_texts as (
    select
      company,
      is_whole,
      part like '@%' as is_login,
      if(
        part like '@%',
        regexp_extract(part, '^@([\p{L}\p{N}-]+)', 1),
        trim(regexp_replace(part, '^(https?://)?(www[.])?', '', 'i'), ' ,;./@')
      ) as text
    from
      company_parts
    qualify
      is_login = bool_or(is_login) over (
        partition by
          company
      )
  ),
  known_names as (
    select
      organization
    from
      stg_seed__organization
    union
    select
      organization
    from
      stg_seed__affiliation
    union
    select
      organization
    from
      stg_seed__email_domain
    where
      organization is not null
    union
    select
      organization
    from
      map_domain_organization
    where
      organization is not null
  ),
  domain_organizations as (
    select
      domain,
      organization
    from
      stg_seed__email_domain
    where
      organization is not null
    union
    select
      domains.registrable_domain,
      organizations.organization
    from
      map_domain_organization as organizations
      join map_email_domain as domains using (email_domain)
    where
      organizations.organization is not null
  ),
  organization_accounts as (
    select
      accounts.login,
      coalesce(accounts.name, accounts.login) as name,
      min(domains.organization) as organization
    from
      stg_github__account as accounts
      -- A path in the address would mean a page on somebody else's site.
      left join domain_organizations as domains on domains.domain = regexp_extract(lower(accounts.website_url), '^(?:https?://)?(?:www[.])?([^/:?#]+)/?$', 1)
    where
      accounts.type = 'Organization'
    group by all
  ),
  meanings as (
    select
      'account' as rule,
      login as text,
      true as is_login,
      coalesce(organization, name) as organization
    from
      organization_accounts
    union
    select
      'account',
      name,
      false,
      coalesce(organization, name)
    from
      organization_accounts
    union
    select
      'name',
      organization,
      false,
      organization
    from
      known_names
    union
    select
      'name',
      names.name,
      false,
      organizations.organization
    from
      map_domain_name as names
      join domain_organizations as organizations on organizations.domain = names.registrable_domain
    union
    select
      'domain',
      split_part(domain, '.', 1),
      false,
      organization
    from
      domain_organizations
  ),
  all_texts as (
    select
      text
    from
      part_texts
    union
    select
      text
    from
      meanings
  ),
  legal_forms as (
    select
      list(phrase) as phrases
    from
      stg_seed__company_word
    where
      kind = 'legal_form'
  ),
  texts as (
    select
      all_texts.text,
      array_to_string(
        list_filter(
          string_split(
            trim(
              regexp_replace(lower(strip_accents(all_texts.text)), '[^\p{L}\p{N}]+', ' ', 'g')
            ),
            ' '
          ),
          lambda word: not list_contains(legal_forms.phrases, word)
        ),
        ' '
      ) as key
    from
      all_texts
      cross join legal_forms
  ),
  known_keys as (
    select
      meanings.rule,
      -- Logins and domains have no spaces.
      replace(texts.key, ' ', '') as key,
      meanings.is_login,
      min(meanings.organization) as organization
    from
      meanings
      join texts using (text)
    where
      texts.key <> ''
    group by
      meanings.rule,
      replace(texts.key, ' ', ''),
      meanings.is_login
      -- A word that means two means none.
    having
      count(distinct meanings.organization) = 1
  ),
  read_parts as (
    select
      parts.company,
      parts.is_whole,
      parts.text,
      texts.key,
      known.organization as known_organization,
      known.rule
    from
      part_texts as parts
      join texts using (text)
      left join known_keys as known on known.key = replace(texts.key, ' ', '')
      and (
        known.is_login = parts.is_login
        or not known.is_login
      )
    where
      regexp_matches(texts.key, '\p{L}{2}')
      and texts.key not in (
        select
          phrase
        from
          stg_seed__company_word
        where
          kind = 'nobody'
      )
    qualify
      row_number() over (
        partition by
          parts.company,
          parts.is_whole,
          parts.text
        order by
          known.rule is null,
          known.is_login desc,
          list_position(['account', 'name', 'domain'], known.rule)
      ) = 1
  ),
  chosen_parts as (
    select
      company,
      text,
      key,
      known_organization,
      rule
    from
      read_parts
    qualify
      -- What is known as a whole is one, such as a name with "and" in it.
      is_whole = coalesce(
        bool_or(
          is_whole
          and known_organization is not null
        ) over (
          partition by
            company
        ),
        false
      )
  )
select
  company,
  coalesce(
    known_organization,
    min(text) over (
      partition by
        replace(key, ' ', '')
    )
  ) as organization,
  case
    when rule is not null then null
    when exists (
      select
        1
      from
        stg_seed__company_word as words
      where
        words.kind = 'academic'
        and contains(concat(' ', key, ' '), concat(' ', words.phrase, ' '))
    ) then 'academic'
    else 'unknown'
  end as kind,
  coalesce(rule, 'text') as rule,
  0.7::double as confidence
from
  chosen_parts
where
  rule is not null
  or (
    len(string_split(key, ' ')) <= 5
    -- Occupations say what somebody does, not for whom.
    and not exists (
      select
        1
      from
        stg_seed__company_word as words
      where
        (
          words.kind = 'beginning'
          and starts_with(key, words.phrase)
        )
        or (
          words.kind = 'occupation'
          and ends_with(concat(' ', key), concat(' ', words.phrase))
        )
    )
  )
qualify
  row_number() over (
    partition by
      company,
      coalesce(known_organization, key)
    order by
      text
  ) = 1
order by
  company,
  organization

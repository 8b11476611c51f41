-- table: map_domain_name
-- title: Names of the organizations behind domains of addresses
-- source: metrics.md D2: given by an account of GitHub whose web site is the domain, or by the company in the profile of somebody with an address there
-- limits: only names whose first words are the first label of the domain, such as Brenholt University for `brenholt.edu` and TU Berlin for `tu-berlin.de`; what a profile says elsewhere, and acronyms, tell nothing
-- grain: registrable_domain, name
-- columns:
--   registrable_domain  VARCHAR  name   domain that somebody registered, lower case
--   name                VARCHAR  text   name as an account or a profile gives it
--   is_chosen           BOOLEAN  flag   the one by which the domain is shown: the account's own, else that of most people, else the shortest
--   rule                VARCHAR  code   account or profile
--   confidence          DOUBLE   share  0.7
with
  domains as (
    select distinct
      domains.registrable_domain,
      links.person_id
    from
      dim_identity as identities
      join map_identity_person as links using (identity_id)
      join map_email_domain as domains on domains.email_domain = lower(split_part(identities.email, '@', -1))
    where
      domains.registrable_domain is not null
  ),
  given_names as (
    select
      domains.registrable_domain,
      trim(accounts.name) as name,
      'account' as rule,
      count(distinct domains.person_id) as member_count
    from
      domains
      join stg_github__account as accounts on regexp_extract(lower(accounts.website_url), '^(?:https?://)?(?:www[.])?([^/:?#]+)/?$', 1) = domains.registrable_domain
    where
      accounts.type = 'Organization'
      and accounts.name is not null
    group by all
    union all
    select
      domains.registrable_domain,
      trim(snapshots.company),
      'profile',
      count(distinct domains.person_id)
    from
      domains
      join dim_account as accounts using (person_id)
      join stg_github__account_snapshot as snapshots using (node_id)
    where
      snapshots.company is not null
      -- Logins, and jobs before the name.
      and not regexp_matches(snapshots.company, '@| at ')
    group by all
  ),
  name_words as (
    select
      registrable_domain,
      name,
      min(rule) as rule,
      max(member_count) as member_count,
      replace(split_part(registrable_domain, '.', 1), '-', '') as label,
      list_filter(
        string_split_regex(lower(strip_accents(name)), '[^\p{L}\p{N}]+'),
        lambda word: word not in ('', 'the')
      ) as words
    from
      given_names
    group by
      registrable_domain,
      name
  )
select
  registrable_domain,
  name,
  row_number() over (
    partition by
      registrable_domain
    order by
      rule,
      member_count desc,
      length(name),
      name
  ) = 1 as is_chosen,
  rule,
  0.7::double as confidence
from
  name_words
where
  len(words) <= 5
  and list_contains(
    list_transform(
      range(1, len(words) + 1),
      lambda word_count: array_to_string(words[1:word_count], '')
    ),
    label
  )
order by
  registrable_domain,
  name

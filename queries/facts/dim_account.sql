-- table: dim_account
-- title: Accounts of GitHub
-- limits: name, company and place are what the profile says now, not what it said at the time of a contribution
-- grain: account_id
-- columns:
--   account_id            BIGINT       key      GitHub's databaseId of the account, a hash of its node id where GitHub gives none
--   node_id               VARCHAR      key      GitHub's id of the node
--   login                 VARCHAR      text     login of now
--   kind                  VARCHAR      code     user, organization, bot or mannequin, as GitHub has it
--   person_id             BIGINT       key      dim_person.person_id; null for organizations and for those who do nothing but star or fork
--   actor_kind            VARCHAR      code     what stands behind it: person, bot, agent or organization
--   name                  VARCHAR      text     name of the profile; null for none
--   company               VARCHAR      text     company as the profile gives it; null for none
--   location              VARCHAR      text     place as the profile gives it; null for none
--   website_url           VARCHAR      url      web site of the profile; null for none
--   has_sponsors_listing  BOOLEAN      flag     whether it can be sponsored; null where not known
--   is_profile_known      BOOLEAN      flag     whether the profile was read
--   created_at            TIMESTAMPTZ  instant  when the account was made; null where the profile was not read
--   fetched_at            TIMESTAMPTZ  instant  when GitHub last said so
with
  sightings as (
    select
      account_id,
      node_id,
      login,
      type,
      fetched_at
    from
      fct_account_use
    union all
    select
      account_id,
      node_id,
      login,
      type,
      fetched_at
    from
      stg_github__account
    where
      account_id is not null
  ),
  accounts as (
    select
      account_id,
      arg_max(node_id, (fetched_at, node_id)) as node_id,
      arg_max(login, (fetched_at, login)) as login,
      arg_max(type, (fetched_at, type)) as type,
      max(fetched_at) as fetched_at
    from
      sightings
    group by
      account_id
  )
select
  accounts.account_id,
  accounts.node_id,
  accounts.login,
  lower(accounts.type) as kind,
  people.person_id,
  case
    when accounts.type = 'Organization' then 'organization'
    when people.kind is not null then people.kind
    when accounts.type = 'Bot' then 'bot'
    else 'person'
  end as actor_kind,
  profiles.name,
  profiles.company,
  profiles.location,
  profiles.website_url,
  profiles.has_sponsors_listing,
  profiles.node_id is not null as is_profile_known,
  profiles.created_at,
  accounts.fetched_at
from
  accounts
  left join stg_github__account as profiles on profiles.node_id = accounts.node_id
  left join map_identity_person as identities on identities.identity_id = ('0x' || left(sha256(concat_ws(chr(0), 'github', accounts.account_id)), 13))::bigint
  left join dim_person as people on people.person_id = identities.person_id
order by
  accounts.account_id

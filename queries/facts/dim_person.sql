-- table: dim_person
-- title: People, bots and coding agents
-- source: metrics.md A10, A11
-- limits: who is one person is inferred from names and addresses; map_identity_person says by which rule
-- grain: person_id
-- columns:
--   person_id              BIGINT       key         dim_identity.identity_id of the identity with the earliest contribution
--   name                   VARCHAR      text        name of the identity used most, after the mailmap; of those with a full name where there is one, as which "adab on github" does not count
--   login                  VARCHAR      text        GitHub login; null where not known
--   kind                   VARCHAR      code        person, bot or agent
--   is_bot                 BOOLEAN      flag        true for bots and agents
--   bot_rule               VARCHAR      code        the rule that took it for a bot or agent, else null
--   identity_count         INTEGER      identities  names, addresses and GitHub accounts merged into it
--   first_contribution_at  TIMESTAMPTZ  instant     earliest author date of a commit or credit, or first act on GitHub
with
  members as (
    select
      people.person_id,
      identities.identity_id,
      identities.mapped_name,
      regexp_matches(identities.mapped_name, '\p{L}{2}\S*\s+(\S+\s+)*\S*\p{L}{2}')
      and not regexp_matches(identities.mapped_name, '^\S+ on \S+$') as is_full_name,
      identities.mapped_email,
      identities.login,
      identities.is_account,
      identities.use_count,
      identities.first_contribution_at,
      kinds.kind,
      kinds.rule
    from
      map_identity_person as people
      join dim_identity as identities using (identity_id)
      left join map_identity_kind as kinds using (identity_id)
  ),
  people as (
    select
      person_id,
      arg_max(mapped_name, (mapped_name <> '', is_full_name, use_count, - identity_id)) as name,
      arg_max(mapped_email, (mapped_email <> '', use_count, - identity_id)) as email,
      arg_max(login, (is_account, use_count, - identity_id)) filter(
        where
          login is not null
      ) as login,
      arg_min(kind, (kind <> 'person', kind, rule)) filter(
        where
          kind is not null
      ) as kind,
      arg_min(rule, (kind <> 'person', kind, rule)) filter(
        where
          kind is not null
      ) as rule,
      count(*)::integer as identity_count,
      min(first_contribution_at) as first_contribution_at
    from
      members
    group by
      person_id
  )
select
  person_id,
  coalesce(nullif(name, ''), nullif(split_part(email, '@', 1), ''), login) as name,
  login,
  coalesce(kind, 'person') as kind,
  coalesce(kind, 'person') <> 'person' as is_bot,
  if(kind <> 'person', rule, null) as bot_rule,
  identity_count,
  first_contribution_at
from
  people
order by
  person_id

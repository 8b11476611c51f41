-- The identities of some people, those used most first, each with the surest link that ties it to another one of the same person.
with
  identities as (
    select
      people.person_id,
      people.rule,
      people.confidence,
      identities.identity_id,
      coalesce(identities.name, '') as name,
      coalesce(identities.email, '') as email,
      identities.mapped_name,
      identities.mapped_email,
      identities.login,
      identities.use_count,
      identities.first_contribution_at
    from
      map_identity_person as people
      join dim_identity as identities using (identity_id)
    where
      list_contains($person_ids::bigint[], people.person_id)
  ),
  link_ends as (
    select
      identity_id,
      other_identity_id,
      rule,
      confidence
    from
      map_identity_link
    union all
    select
      other_identity_id,
      identity_id,
      rule,
      confidence
    from
      map_identity_link
  ),
  ranked_links as (
    select
      identities.identity_id,
      links.rule,
      links.confidence,
      others.name as linked_name,
      others.email as linked_email,
      others.login as linked_login,
      row_number() over (
        partition by
          identities.identity_id
        order by
          links.confidence desc,
          others.use_count desc,
          links.rule,
          others.identity_id
      ) as rank
    from
      identities
      join link_ends as links using (identity_id)
      join identities as others on others.identity_id = links.other_identity_id
      and others.person_id = identities.person_id
    where
      links.confidence >= 0.9
  ),
  owners as (
    select
      lower(identities.email) as email,
      count(distinct people.person_id) as person_count
    from
      map_identity_person as people
      join dim_identity as identities using (identity_id)
    group by all
  )
select
  identities.person_id,
  identities.identity_id,
  identities.name,
  identities.email,
  identities.mapped_name,
  identities.mapped_email,
  identities.login,
  identities.use_count,
  identities.first_contribution_at,
  if(identities.rule = 'own', 'own', coalesce(links.rule, identities.rule)) as rule,
  if(identities.rule = 'own', 1, coalesce(links.confidence, identities.confidence)) as confidence,
  if(identities.rule = 'own', null, links.linked_name) as linked_name,
  if(identities.rule = 'own', null, links.linked_email) as linked_email,
  if(identities.rule = 'own', null, links.linked_login) as linked_login,
  owners.person_count = 1 as is_only_owner
from
  identities
  left join ranked_links as links on links.identity_id = identities.identity_id
  and links.rank = 1
  left join owners on owners.email = lower(identities.email)
order by
  identities.person_id,
  identities.use_count desc,
  identities.identity_id

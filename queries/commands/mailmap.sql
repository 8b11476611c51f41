-- The name and address that a mailmap should give each identity of git that is not a machine's: those its person uses most.
with
  identities as (
    select
      people.person_id,
      persons.name as person_name,
      identities.name,
      identities.email,
      identities.use_count,
      identities.identity_id
    from
      map_identity_person as people
      join dim_identity as identities using (identity_id)
      join dim_person as persons using (person_id)
    where
      persons.kind = 'person'
      and identities.email <> ''
  ),
  mains as (
    select
      person_id,
      arg_max(email, (use_count, - identity_id)) as email
    from
      identities
    group by
      person_id
  ),
  sharers as (
    select
      lower(email) as email,
      count(distinct person_id) as person_count
    from
      identities
    group by
      lower(email)
  )
select
  identities.person_name as name,
  mains.email,
  if(sharers.person_count > 1, identities.name, '') as commit_name,
  identities.email as commit_email
from
  identities
  join mains using (person_id)
  join sharers on sharers.email = lower(identities.email)
where
  identities.name <> identities.person_name
  or identities.email <> mains.email
order by all

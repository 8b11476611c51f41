-- People whom a text of the user may mean: an id of now or of an earlier build, a login, an address, a name, or `Name <address>`.
with
  identities as (
    select
      people.person_id,
      identities.login,
      unnest([lower(identities.email), lower(identities.mapped_email)]) as email,
      unnest(
        [
          lower(strip_accents(identities.name)),
          lower(strip_accents(identities.mapped_name))
        ]
      ) as name
    from
      map_identity_person as people
      join dim_identity as identities using (identity_id)
  ),
  matches as (
    select
      person_id
    from
      identities
    where
      case
        when $is_exact::boolean then email = lower($email::varchar)
        and lower(strip_accents($name::varchar)) in ('', name)
        else lower(strip_accents($text::varchar)) = name
        or lower($text::varchar) in (email, login)
      end
    union
    select
      person_id
    from
      dim_person
    where
      person_id = try_cast($text::varchar as bigint)
      or not $is_exact::boolean
      and lower(strip_accents(name)) = lower(strip_accents($text::varchar))
    union
    select
      aliases.person_id
    from
      map_person_alias as aliases
      semi join dim_person using (person_id)
    where
      aliases.old_person_id = try_cast($text::varchar as bigint)
  )
select
  person_id,
  people.name
from
  matches
  join dim_person as people using (person_id)
order by
  person_id

-- Doubtful links, by how many commits and credits would move: suggestions that join nobody, links that an account or a split refused, and the weakest ones that join.
with
  people as (
    select
      links.identity_id,
      links.person_id,
      links.rule,
      links.confidence,
      coalesce(identities.name, '') as name,
      coalesce(identities.email, '') as email,
      identities.login,
      identities.use_count,
      sum(identities.use_count) over (
        partition by
          links.person_id
      ) as person_use_count
    from
      map_identity_person as links
      join dim_identity as identities using (identity_id)
      join dim_person as persons using (person_id)
    where
      persons.kind = 'person'
  ),
  apart as (
    select
      if(links.confidence >= 0.9, 'refused', 'suggested') as status,
      least(a.person_use_count, b.person_use_count) as moved_count,
      links.confidence,
      links.rule,
      a.identity_id as identity_id,
      b.identity_id as other_identity_id,
      row_number() over (
        partition by
          least(a.person_id, b.person_id),
          greatest(a.person_id, b.person_id)
        order by
          links.confidence desc,
          a.use_count + b.use_count desc,
          a.identity_id,
          b.identity_id,
          links.rule
      ) as rank
    from
      map_identity_link as links
      join people as a using (identity_id)
      join people as b on b.identity_id = links.other_identity_id
    where
      a.person_id <> b.person_id
  ),
  together as (
    select
      'accepted' as status,
      least(a.use_count, b.use_count) as moved_count,
      links.confidence,
      links.rule,
      a.identity_id as identity_id,
      b.identity_id as other_identity_id,
      row_number() over (
        partition by
          links.identity_id,
          links.other_identity_id
        order by
          links.confidence desc,
          links.rule
      ) as rank
    from
      map_identity_link as links
      join people as a using (identity_id)
      join people as b on b.identity_id = links.other_identity_id
    where
      a.person_id = b.person_id
      and links.confidence >= least(a.confidence, b.confidence)
  ),
  doubts as (
    select
      *
    from
      apart
    where
      rank = 1
    union all
    select
      *
    from
      together
    where
      rank = 1
      and confidence < 0.95
      and confidence >= 0.9
  )
select
  doubts.status,
  doubts.moved_count::bigint as moved_count,
  doubts.confidence,
  doubts.rule,
  a.name,
  a.email,
  a.login,
  b.name as other_name,
  b.email as other_email,
  b.login as other_login
from
  doubts
  join people as a using (identity_id)
  join people as b on b.identity_id = doubts.other_identity_id
order by
  doubts.moved_count desc,
  doubts.confidence desc,
  doubts.identity_id,
  doubts.other_identity_id,
  doubts.rule
limit
  $row_limit::integer

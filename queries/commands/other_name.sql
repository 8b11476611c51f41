-- Names of everybody but one person.
select distinct
  name
from
  map_identity_person
  join dim_identity using (identity_id)
where
  person_id <> $person_id::bigint
  and name <> ''
order by
  name

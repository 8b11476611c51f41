-- For whom somebody worked when, and how that is known; open ends are null.
select
  organizations.name as organization,
  nullif(spans.valid_from::date, '0001-01-01'::date)::varchar as valid_from,
  nullif(spans.valid_to::date, '9999-01-01'::date)::varchar as valid_to,
  spans.rule,
  spans.confidence
from
  map_person_organization as spans
  join dim_organization as organizations using (organization_id)
where
  spans.person_id = $person_id::bigint
order by
  spans.valid_from,
  organizations.name,
  spans.rule

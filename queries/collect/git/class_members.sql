-- The refs of some classes of commits.
select
  ref_class_id,
  kind,
  ref_name
from
  map_ref_class
where
  repo_id = $repo_id
  and list_contains($ref_class_ids::bigint[], ref_class_id)

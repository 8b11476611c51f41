select
  coalesce(max(collector_version), 0)::integer as collector_version
from
  run_collection
where
  stream = 'git'

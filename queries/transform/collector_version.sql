select
  coalesce(max(collector_version), 0)::integer as collector_version
from
  raw_git_repository

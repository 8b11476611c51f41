-- Carries a newer fetch that brought nothing new into facts that are otherwise as they would be built.
update dim_repo
set
  fetched_at = newer.fetched_at
from
  stg_git__repository as newer
where
  newer.repo_id = dim_repo.repo_id
  and newer.fetched_at is distinct from dim_repo.fetched_at

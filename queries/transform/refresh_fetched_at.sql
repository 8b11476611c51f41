-- Carries a newer fetch that brought nothing new into facts that are otherwise as they would be built.
update dim_repo
set
  fetched_at = newer.fetched_at
from
  stg_git__repository as newer
where
  newer.repo_id = dim_repo.repo_id
  and newer.fetched_at is distinct from dim_repo.fetched_at;

update fct_stream
set
  fetched_at = newer.fetched_at
from
  dim_repo as newer
where
  newer.repo_id = fct_stream.repo_id
  and fct_stream.stream = 'git'
  and not newer.is_shallow
  and newer.fetched_at is distinct from fct_stream.fetched_at;

update fct_stream
set
  fetched_at = newer.complete_until
from
  (
    select
      repo_id,
      split_part(stream, '/', 1) as stream,
      min(complete_until) as complete_until
    from
      stg_run__github_stream
    group by all
  ) as newer
where
  newer.repo_id = fct_stream.repo_id
  and newer.stream = fct_stream.stream
  and fct_stream.fetched_at is not null
  and newer.complete_until is distinct from fct_stream.fetched_at

-- table: fct_stream
-- title: What is collected of each repository, and for which span it is whole
-- grain: repo_id, stream
-- columns:
--   repo_id         BIGINT       key      dim_repo.repo_id
--   stream          VARCHAR      name     git, issues, pulls and so on
--   complete_from   TIMESTAMPTZ  instant  from when it is whole; null for since the beginning
--   fetched_at      TIMESTAMPTZ  instant  until when it is whole; null where it never was
--   status          VARCHAR      code     done, incomplete, failed or running: how the newest try ended
--   reason          VARCHAR      text     why it is not whole
with
  newest_runs as (
    select
      repo_id,
      stream,
      arg_max(status, (started_at, run_id)) as status,
      arg_max(struct_pack(reason := reason), (started_at, run_id)).reason as reason
    from
      stg_run__collection
    where
      stream = 'git'
    group by
      repo_id,
      stream
  )
select
  repositories.repo_id,
  'git' as stream,
  -- A shallow clone is whole from nowhere on: nothing says how much of a month it lacks.
  null::timestamptz as complete_from,
  if(repositories.is_shallow, null, repositories.fetched_at) as fetched_at,
  coalesce(newest_runs.status, 'done') as status,
  case
    when repositories.is_shallow then 'the clone is shallow'
    else newest_runs.reason
  end as reason
from
  stg_git__repository as repositories
  left join newest_runs on newest_runs.repo_id = repositories.repo_id
order by
  repositories.repo_id

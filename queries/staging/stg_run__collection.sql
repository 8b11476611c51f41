-- table: stg_run__collection
-- title: Streams that were collected
-- grain: run_id
-- columns:
--   run_id       VARCHAR      key      time of the start and the repository and stream
--   repo_id      BIGINT       key      raw_git_repository.repo_id
--   stream       VARCHAR      name     git, issues, pulls and so on
--   started_at   TIMESTAMPTZ  instant  when collecting began
--   finished_at  TIMESTAMPTZ  instant  when it ended; null while it runs or when it was killed
--   status       VARCHAR      code     running, done, incomplete or failed
--   reason       VARCHAR      text     why it is incomplete or failed
select
  run_id,
  repo_id,
  stream,
  started_at,
  finished_at,
  status,
  reason
from
  run_collection

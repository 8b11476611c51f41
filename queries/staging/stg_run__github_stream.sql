-- table: stg_run__github_stream
-- title: How far each stream of GitHub is read
-- grain: repo_id, stream
-- columns:
--   repo_id         BIGINT       key      GitHub's databaseId of the repository
--   stream          VARCHAR      name     issues, pulls and so on
--   phase           VARCHAR      code     full, update or done
--   watermark       TIMESTAMPTZ  instant  everything changed before is stored; null before the first scan has ended
--   expected_count  INTEGER      items    items that GitHub counts; null where it gives no count
--   finished_at     TIMESTAMPTZ  instant  end of the newest finished scan, by GitHub's clock
select
  repo_id,
  stream,
  phase,
  watermark,
  expected_count,
  finished_at
from
  run_github_stream

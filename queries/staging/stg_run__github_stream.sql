-- table: stg_run__github_stream
-- title: How far each stream of GitHub is read
-- grain: repo_id, stream
-- columns:
--   repo_id         BIGINT       key      GitHub's databaseId of the repository
--   stream          VARCHAR      name     issues, pulls and so on
--   phase           VARCHAR      code     full, update or done
--   complete_until  TIMESTAMPTZ  instant  when the newest finished scan began: everything before is stored; null before the first has ended
--   complete_from   TIMESTAMPTZ  instant  what did not change since is left out, as --since asked; null for nothing left out
--   expected_count  INTEGER      items    items that GitHub counts; null where it gives no count
--   finished_at     TIMESTAMPTZ  instant  end of the newest finished scan, by GitHub's clock
select
  repo_id,
  stream,
  phase,
  -- The watermark lies ten minutes before the scan began, so that the next scan overlaps with it. A first scan that was told
  -- where to begin has one before it has ended.
  if(finished_at is null, null, least(watermark + interval 10 minutes, finished_at)) as complete_until,
  complete_from,
  expected_count,
  finished_at
from
  run_github_stream

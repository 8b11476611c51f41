-- table: fct_repo_snapshot
-- title: Counts of repositories, one row a day on which they were read
-- limits: there is no row for a day on which nothing was collected
-- grain: repo_id, snapshot_date
-- columns:
--   repo_id                  BIGINT   key            dim_repo.repo_id
--   snapshot_date            DATE     day            day by GitHub's clock
--   star_count               INTEGER  stars          accounts that star it
--   fork_count               INTEGER  forks          forks of the whole network
--   watcher_count            INTEGER  accounts       accounts that watch it
--   open_issue_count         INTEGER  issues         open issues; null where issues are off
--   issue_count              INTEGER  issues         issues of any state; null where issues are off
--   open_pull_request_count  INTEGER  pull requests  open pull requests
--   pull_request_count       INTEGER  pull requests  pull requests of any state
--   release_count            INTEGER  releases       releases
--   discussion_count         INTEGER  discussions    discussions
select
  repo_id,
  snapshot_date,
  star_count,
  fork_count,
  watcher_count,
  open_issue_count,
  issue_count,
  open_pull_request_count,
  pull_request_count,
  release_count,
  discussion_count
from
  stg_github__snapshot
order by
  repo_id,
  snapshot_date

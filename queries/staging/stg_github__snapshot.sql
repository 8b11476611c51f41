-- table: stg_github__snapshot
-- title: Counts of repositories by day
-- grain: repo_id, snapshot_date
-- columns:
--   repo_id                  BIGINT   key            GitHub's databaseId of the repository
--   snapshot_date            DATE     day            day by GitHub's clock
--   star_count               INTEGER  stars          accounts that star it
--   fork_count               INTEGER  forks          forks of the whole network
--   watcher_count            INTEGER  accounts       accounts that watch it
--   open_issue_count         INTEGER  issues         open issues
--   issue_count              INTEGER  issues         issues of any state
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
  raw_github_snapshot

-- The newest date of a commit that is not in the future.
select
  max(committed_at) as committed_at
from
  raw_git_commit
where
  repo_id = $repo_id
  and committed_at <= $now::timestamptz

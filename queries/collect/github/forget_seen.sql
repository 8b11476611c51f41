-- Begins a full scan's list of what it has met anew.
delete from run_github_seen
where
  repo_id = $repo_id
  and stream = $stream

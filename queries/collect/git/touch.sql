-- Stores until when a repository's data is complete; writes nothing where that is known already.
update raw_git_repository
set
  fetched_at = $fetched_at
where
  repo_id = $repo_id
  and fetched_at is distinct from $fetched_at

-- Gives a repository the name and address that it has now.
update raw_git_repository
set
  name = $name,
  full_name = $full_name,
  origin_url = $origin_url
where
  repo_id = $repo_id

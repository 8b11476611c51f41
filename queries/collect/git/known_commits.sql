-- What is stored of the parents at the edge of a walk.
select
  raw_git_commit.sha,
  raw_git_commit.generation,
  map_ref_commit.ref_class_id
from
  raw_git_commit
  join map_ref_commit using (repo_id, sha)
where
  raw_git_commit.repo_id = $repo_id
  and list_contains($shas::varchar[], raw_git_commit.sha)

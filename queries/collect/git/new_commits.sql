-- Positions in the walk of the commits that are not stored yet, in its order, so that neighbours stay together.
select
  git_walk.position,
  git_walk.is_on_default_branch
from
  git_walk
  left join raw_git_commit on raw_git_commit.repo_id = $repo_id
  and raw_git_commit.sha = git_walk.sha
where
  raw_git_commit.sha is null
order by
  git_walk.position

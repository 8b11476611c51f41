-- Positions in the walk of the commits of the default branch whose lines are not counted yet, in its order.
select
  git_walk.position
from
  git_walk
  left join raw_git_line_read on raw_git_line_read.repo_id = $repo_id
  and raw_git_line_read.sha = git_walk.sha
where
  git_walk.is_on_default_branch
  and raw_git_line_read.sha is null
order by
  git_walk.position

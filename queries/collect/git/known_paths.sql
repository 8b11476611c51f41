-- Every path of now or of the past.
select distinct
  path
from
  (
    select
      path
    from
      raw_git_commit_path
    where
      repo_id = $repo_id
    union all
    select
      path
    from
      raw_git_head_file
    where
      repo_id = $repo_id
  )
order by
  path

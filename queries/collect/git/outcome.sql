-- How many commits of the default branch are stored, and of how many the lines could not be counted.
select
  (
    select
      count(*)
    from
      raw_git_commit
    where
      repo_id = $repo_id
      and is_on_default_branch
  ) as commit_count,
  (
    select
      count(*)
    from
      raw_git_line_read
    where
      repo_id = $repo_id
      and problem is not null
  ) as damaged_commit_count

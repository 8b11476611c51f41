-- Forgets names and addresses that no stored commit carries any more.
delete from raw_git_identity
where
  repo_id = $repo_id
  and (name, email) not in (
    select
      author_name,
      author_email
    from
      raw_git_commit
    where
      repo_id = $repo_id
    union
    select
      committer_name,
      committer_email
    from
      raw_git_commit
    where
      repo_id = $repo_id
  )

-- Takes out comments on code that a full scan has not met any more.
delete from raw_github_review_comment
where
  repo_id = $repo_id
  and node_id not in (
    select
      node_id
    from
      run_github_seen
    where
      repo_id = $repo_id
      and stream = $stream
  )

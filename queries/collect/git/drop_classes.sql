-- Drops the class of each commit that is in another one now; the rows that stay are not touched.
delete from map_ref_commit
where
  repo_id = $repo_id
  and (sha, ref_class_id) not in (
    select
      sha,
      ref_class_id
    from
      git_walk
  )

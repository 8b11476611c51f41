-- Adds the class of each commit that has none.
insert into
  map_ref_commit
select
  $repo_id::bigint,
  sha,
  ref_class_id
from
  git_walk
where
  sha not in (
    select
      sha
    from
      map_ref_commit
    where
      repo_id = $repo_id
  )
order by
  position

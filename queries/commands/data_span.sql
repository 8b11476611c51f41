-- From when to when the data of a scope speaks: its first dated commit, and until when all of its repositories are complete.
select
  min(first_landed_at) as first_at,
  min(fetched_at) as complete_until
from
  map_scope_repo
  join dim_repo using (repo_id)
  left join (
    select
      repo_id,
      min(landed_at) as first_landed_at
    from
      fct_commit
    group by
      repo_id
  ) using (repo_id)
where
  scope_id = $scope_id

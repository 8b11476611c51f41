-- Names that a parameter of type REF may give: tags and branches, and commits by their full hash or its beginning.
with
  requested_repos as (
    select distinct
      repo_id
    from
      map_scope_repo
    where
      list_contains($scope_ids::bigint[], scope_id)
  ),
  refs as (
    select
      1 as rank,
      name as ref
    from
      fct_tag
      semi join requested_repos using (repo_id)
    where
      name = $ref::varchar
    union all
    select
      1 as rank,
      ref_name as ref
    from
      map_ref_class
      semi join requested_repos using (repo_id)
    where
      ref_name = $ref::varchar
    union all
    select
      2 as rank,
      sha as ref
    from
      map_ref_commit
      semi join requested_repos using (repo_id)
    where
      length($ref::varchar) >= 7
      and starts_with(sha, $ref::varchar)
  )
select distinct
  rank,
  ref
from
  refs
order by
  rank,
  ref
limit
  2

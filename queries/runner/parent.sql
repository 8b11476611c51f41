-- Commits of some scopes, as one text of a line each: its hash and those of its parents. Rows of their own take half as
-- long again to read. In: scopes to look in.
with
  requested_repos as (
    select distinct
      repo_id
    from
      map_scope_repo
    where
      list_contains($scope_ids::bigint[], scope_id)
  )
select
  string_agg(sha || ' ' || array_to_string(parent_shas, ' '), chr(10)) as lines
from
  raw_git_commit
  semi join requested_repos using (repo_id)

-- Accounts of a repository whose profile is not stored; of $core_ids also where it was read before $before, and all of them for $is_full.
select
  uses.node_id
from
  raw_github_account_use as uses
  left join raw_github_account as accounts using (node_id)
where
  uses.repo_id = $repo_id
  -- A pseudonym in the place of somebody who was forgotten; no id has a space.
  and not contains(uses.node_id, ' ')
  and (
    accounts.node_id is null
    or $is_full
    or (
      accounts.fetched_at < $before
      and list_contains($core_ids::varchar[], uses.node_id)
    )
  )
order by
  uses.node_id

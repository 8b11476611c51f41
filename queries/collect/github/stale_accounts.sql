-- Accounts of a repository whose profile is not stored, or was read before $before.
select
  uses.node_id
from
  raw_github_account_use as uses
  left join raw_github_account as accounts using (node_id)
where
  uses.repo_id = $repo_id
  and (
    accounts.node_id is null
    or accounts.fetched_at < $before
  )
order by
  uses.node_id

-- The accounts of a repository that can be sponsored, those who do most of the work first.
with
  acts as (
    select
      body ->> '$.author.id' as node_id
    from
      raw_github_pull_request
    where
      repo_id = $repo_id
    union all
    select
      body ->> '$.mergedBy.id'
    from
      raw_github_pull_request
    where
      repo_id = $repo_id
    union all
    select
      body ->> '$.author.id'
    from
      raw_github_review
    where
      repo_id = $repo_id
    union all
    select
      node_id
    from
      raw_github_commit_account
    where
      repo_id = $repo_id
  )
select
  accounts.node_id,
  accounts.body ->> '$.login' as login
from
  acts
  join raw_github_account as accounts using (node_id)
where
  (accounts.body ->> '$.hasSponsorsListing')::boolean
  and (accounts.body ->> '$.__typename') = 'User'
group by
  accounts.node_id,
  accounts.body
order by
  count(*) desc,
  accounts.node_id
limit
  $count

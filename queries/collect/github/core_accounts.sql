-- The accounts of a repository that do most of the work, first those that do more; for $is_listed only people who can be sponsored.
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
  acts.node_id,
  any_value(accounts.body ->> '$.login') as login
from
  acts
  left join raw_github_account as accounts using (node_id)
where
  acts.node_id is not null
  -- A pseudonym in the place of somebody who was forgotten; no id has a space.
  and not contains(acts.node_id, ' ')
  and (
    not $is_listed
    or (
      (accounts.body ->> '$.hasSponsorsListing')::boolean
      and (accounts.body ->> '$.__typename') = 'User'
    )
  )
group by
  acts.node_id
order by
  count(*) desc,
  acts.node_id
limit
  $count

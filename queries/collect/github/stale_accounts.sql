-- Accounts of a repository whose profile is not stored; of those who do most of the work also where it was read before $before, and all of them for $is_full.
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
  ),
  core_accounts as (
    select
      node_id
    from
      acts
    where
      node_id is not null
    group by
      node_id
    order by
      count(*) desc,
      node_id
    limit
      $core_count
  )
select
  uses.node_id
from
  raw_github_account_use as uses
  left join raw_github_account as accounts using (node_id)
where
  uses.repo_id = $repo_id
  and (
    accounts.node_id is null
    or $is_full
    or (
      accounts.fetched_at < $before
      and uses.node_id in (
        select
          node_id
        from
          core_accounts
      )
    )
  )
order by
  uses.node_id

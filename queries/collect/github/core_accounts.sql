-- The accounts of a repository that do most of the work, first those that do more; for $is_listed only people who can be sponsored.
with
  pulls as (
    select
      from_json(body, '{"author": {"id": "VARCHAR"}, "mergedBy": {"id": "VARCHAR"}}') as pull
    from
      raw_github_pull_request
    where
      repo_id = $repo_id
  ),
  acts as (
    select
      unnest([pull.author.id, pull.mergedBy.id]) as node_id
    from
      pulls
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
  -- Counted before they meet the profiles, which are large.
  actors as (
    select
      node_id,
      count(*) as act_count
    from
      acts
    where
      -- A pseudonym in the place of somebody who was forgotten; no id has a space.
      not contains(node_id, ' ')
    group by
      node_id
  ),
  profiles as (
    select
      node_id,
      body ->> '$.login' as login,
      (body ->> '$.hasSponsorsListing')::boolean
      and (body ->> '$.__typename') = 'User' as can_be_sponsored
    from
      raw_github_account
  )
select
  actors.node_id,
  profiles.login
from
  actors
  left join profiles using (node_id)
where
  not $is_listed
  or profiles.can_be_sponsored
order by
  actors.act_count desc,
  actors.node_id
limit
  $count

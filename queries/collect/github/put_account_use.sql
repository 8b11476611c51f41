-- Notes which accounts a repository's rows speak of; those who only star or fork it are left out.
delete from raw_github_account_use
where
  repo_id = $repo_id;

insert into
  raw_github_account_use
select distinct
  $repo_id,
  node_id
from
  (
    select
      body ->> '$.owner.id' as node_id
    from
      raw_github_repository
    where
      repo_id = $repo_id
    union all
    select
      body ->> '$.author.id'
    from
      raw_github_issue
    where
      repo_id = $repo_id
    union all
    select
      unnest(body ->> '$.assignees.nodes[*].id')
    from
      raw_github_issue
    where
      repo_id = $repo_id
    union all
    select
      body ->> '$.author.id'
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
      unnest(body ->> '$.assignees.nodes[*].id')
    from
      raw_github_pull_request
    where
      repo_id = $repo_id
    union all
    select
      unnest(body ->> '$.commits.nodes[*].commit.author.user.id')
    from
      raw_github_pull_request
    where
      repo_id = $repo_id
    union all
    select
      body ->> '$.author.id'
    from
      raw_github_comment
    where
      repo_id = $repo_id
    union all
    select
      body ->> '$.actor.id'
    from
      raw_github_event
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
      body ->> '$.user.node_id'
    from
      raw_github_review_comment
    where
      repo_id = $repo_id
    union all
    select
      body ->> '$.author.id'
    from
      raw_github_release
    where
      repo_id = $repo_id
    union all
    select
      body ->> '$.author.id'
    from
      raw_github_discussion
    where
      repo_id = $repo_id
    union all
    select
      body ->> '$.author.id'
    from
      raw_github_discussion_comment
    where
      repo_id = $repo_id
    union all
    select
      unnest(body ->> '$.membersWithRole.edges[*].node.id')
    from
      raw_github_organization
    where
      repo_id = $repo_id
    union all
    select
      node_id
    from
      raw_github_commit_account
    where
      repo_id = $repo_id
    union all
    select
      node_id
    from
      raw_github_sponsors_listing
    where
      repo_id = $repo_id
    union all
    select
      body ->> '$.sponsorEntity.id'
    from
      raw_github_sponsorship
    where
      repo_id = $repo_id
  ) as mentions
where
  node_id is not null

-- Notes which accounts a repository's rows speak of; those who only star or fork it are left out.
delete from raw_github_account_use
where
  repo_id = $repo_id;

insert into
  raw_github_account_use
with
  -- One reading of a body for all that it names: each path of its own parses it again, and keeps what it parsed.
  issues as (
    select
      from_json(
        body,
        '{"author": {"id": "VARCHAR"}, "assignees": {"nodes": [{"id": "VARCHAR"}]}}'
      ) as issue
    from
      raw_github_issue
    where
      repo_id = $repo_id
  ),
  pulls as (
    select
      from_json(
        body,
        '{
          "author": {"id": "VARCHAR"},
          "mergedBy": {"id": "VARCHAR"},
          "assignees": {"nodes": [{"id": "VARCHAR"}]},
          "commits": {"nodes": [{"commit": {"author": {"user": {"id": "VARCHAR"}}}}]}
        }'
      ) as pull
    from
      raw_github_pull_request
    where
      repo_id = $repo_id
  ),
  mentions as (
    select
      body ->> '$.owner.id' as node_id
    from
      raw_github_repository
    where
      repo_id = $repo_id
    union all
    select
      unnest(list_concat([issue.author.id], [node.id for node in issue.assignees.nodes]))
    from
      issues
    union all
    select
      unnest(
        list_concat(
          [pull.author.id, pull.mergedBy.id],
          [node.id for node in pull.assignees.nodes],
          [node.commit.author.user.id for node in pull.commits.nodes]
        )
      )
    from
      pulls
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
  )
select distinct
  $repo_id,
  node_id
from
  mentions
where
  node_id is not null

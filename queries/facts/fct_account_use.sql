-- table: fct_account_use
-- title: GitHub accounts that act in a repository, own addresses of its commits or pull requests' commits, or sponsor it
-- limits: those who only star or fork are left out
-- grain: repo_id, account_id
-- columns:
--   repo_id         BIGINT       key      dim_repo.repo_id
--   account_id      BIGINT       key      dim_account.account_id
--   node_id         VARCHAR      key      GitHub's id of the account
--   login           VARCHAR      text     login when it was last seen
--   type            VARCHAR      code     User, Organization, Bot or Mannequin
--   act_count       BIGINT       acts     issues, pull requests, comments, reviews, events, merges, releases and discussions
--   first_acted_at  TIMESTAMPTZ  instant  the earliest of them; null for none
--   fetched_at      TIMESTAMPTZ  instant  when GitHub last said so
with
  -- Each body is parsed once for both.
  pull_request_acts as (
    select
      repo_id,
      unnest(
        [
          {
            'account_id': author_account_id,
            'node_id': author_node_id,
            'login': author_login,
            'type': author_type,
            'acted_at': created_at
          },
          {
            'account_id': merged_by_account_id,
            'node_id': merged_by_node_id,
            'login': merged_by_login,
            'type': merged_by_type,
            'acted_at': merged_at
          }
        ]
      ) as act,
      fetched_at
    from
      stg_github__pull_request
  ),
  sightings as (
    select
      repo_id,
      author_account_id as account_id,
      author_node_id as node_id,
      author_login as login,
      author_type as type,
      created_at as acted_at,
      fetched_at
    from
      stg_github__issue
    union all
    select
      repo_id,
      act.account_id,
      act.node_id,
      act.login,
      act.type,
      act.acted_at,
      fetched_at
    from
      pull_request_acts
    union all
    select
      repo_id,
      author_account_id,
      author_node_id,
      author_login,
      author_type,
      created_at,
      fetched_at
    from
      stg_github__comment
    union all
    select
      repo_id,
      actor_account_id,
      actor_node_id,
      actor_login,
      actor_type,
      created_at,
      fetched_at
    from
      stg_github__event
    union all
    select
      repo_id,
      author_account_id,
      author_node_id,
      author_login,
      author_type,
      submitted_at,
      fetched_at
    from
      stg_github__review
    union all
    select
      repo_id,
      author_account_id,
      author_node_id,
      author_login,
      author_type,
      created_at,
      fetched_at
    from
      stg_github__review_comment
    union all
    select
      repo_id,
      author_account_id,
      author_node_id,
      author_login,
      author_type,
      published_at,
      fetched_at
    from
      stg_github__release
    union all
    select
      repo_id,
      author_account_id,
      author_node_id,
      author_login,
      author_type,
      created_at,
      fetched_at
    from
      stg_github__discussion
    union all
    select
      repo_id,
      author_account_id,
      author_node_id,
      author_login,
      author_type,
      created_at,
      fetched_at
    from
      stg_github__discussion_comment
    union all
    select
      repo_id,
      sponsor_account_id,
      sponsor_node_id,
      sponsor_login,
      sponsor_type,
      null,
      fetched_at
    from
      stg_github__sponsorship
    union all
    select
      repo_id,
      null,
      node_id,
      login,
      'User',
      null,
      fetched_at
    from
      stg_github__commit_account
    union all
    select
      repo_id,
      account_id,
      node_id,
      login,
      'User',
      null,
      fetched_at
    from
      stg_github__pull_request_commit
    union all
    select
      repo_id,
      null,
      node_id,
      login,
      type,
      null,
      fetched_at
    from
      stg_github__sponsors_listing
  ),
  known_sightings as (
    select
      sightings.repo_id,
      -- Where a node's number was not asked for, the same node tells it elsewhere.
      coalesce(
        sightings.account_id,
        profiles.account_id,
        max(sightings.account_id) over (
          partition by
            sightings.node_id
        )
      ) as account_id,
      sightings.node_id,
      sightings.login,
      sightings.type,
      sightings.acted_at,
      sightings.fetched_at
    from
      sightings
      left join stg_github__account as profiles using (node_id)
    where
      sightings.node_id is not null
  )
select
  repo_id,
  account_id,
  max(node_id) as node_id,
  arg_max(login, (fetched_at, login)) as login,
  arg_max(type, (fetched_at, type)) as type,
  count(acted_at) as act_count,
  min(acted_at) as first_acted_at,
  max(fetched_at) as fetched_at
from
  known_sightings
where
  account_id is not null
group by
  repo_id,
  account_id
order by
  repo_id,
  account_id

-- metric: outsider_responsiveness
-- id: F6
-- title: Responsiveness to outsiders
-- question: Are people from outside treated like those inside?
-- family: governance
-- status: experimental
-- source: House rule: response and acceptance (B4, B8) by GitHub's tie of the author to the repository
-- needs: issues, pulls
-- grain: scope_id, author_group
-- params:
--   scope_ids  BIGINT[]     required  scopes to answer for
--   from       TIMESTAMPTZ  required  start of the window
--   to         TIMESTAMPTZ  required  end of the window, exclusive
-- columns:
--   scope_id                   BIGINT   key            dim_scope.scope_id
--   author_group               VARCHAR  word           outsider, contributor (has landed a change) or member (owner, member, collaborator)
--   author_count               BIGINT   people         people who opened issues or pull requests in the window
--   item_count                 BIGINT   items          issues and pull requests that they, or deleted accounts, opened in the window
--   old_item_count             BIGINT   items          those at least 7 days old at the end
--   answered_count             BIGINT   items          those of the old ones that another person answered within 7 days
--   answered_share             DOUBLE   share          answered_count / old_item_count
--   silent_count               BIGINT   items          those of the old ones without any answer until the end
--   closed_pull_request_count  BIGINT   pull requests  merged or closed in the window
--   accepted_count             BIGINT   pull requests  merged, or closed and applied by hand
--   accepted_share             DOUBLE   share          accepted_count / closed_pull_request_count
-- limits: the tie is that of the day of collection: somebody whose first change was taken in the meantime is a contributor here, which makes outsiders look less welcome than they were.
with
  items as (
    select
      scope_id,
      repo_id,
      node_id,
      author_group,
      author_person_id,
      created_at
    from
      map_scope_repo
      join fct_item using (repo_id)
    where
      list_contains($scope_ids::bigint[], scope_id)
      and created_at >= $from::timestamptz
      and created_at < $to::timestamptz
      and author_kind in ('person', 'ghost')
  ),
  responses as (
    select
      repo_id,
      item_node_id as node_id,
      min(responded_at) as responded_at
    from
      fct_response
    where
      responded_at < $to::timestamptz
    group by
      repo_id,
      item_node_id
  ),
  answers as (
    select
      scope_id,
      author_group,
      count(distinct author_person_id) as author_count,
      count(*) as item_count,
      count(*) filter(
        where
          created_at <= $to::timestamptz - interval 7 days
      ) as old_item_count,
      count(*) filter(
        where
          created_at <= $to::timestamptz - interval 7 days
          and responded_at <= created_at + interval 7 days
      ) as answered_count,
      count(*) filter(
        where
          created_at <= $to::timestamptz - interval 7 days
          and responded_at is null
      ) as silent_count
    from
      items
      left join responses using (repo_id, node_id)
    group by
      scope_id,
      author_group
  ),
  acceptances as (
    select
      scope_id,
      author_group,
      count(*) as closed_pull_request_count,
      count(*) filter(
        where
          merged_at < $to::timestamptz
          or landed_sha is not null
      ) as accepted_count
    from
      map_scope_repo
      join fct_pull_request using (repo_id)
    where
      list_contains($scope_ids::bigint[], scope_id)
      and author_kind in ('person', 'ghost')
      and coalesce(merged_at, closed_at) >= $from::timestamptz
      and coalesce(merged_at, closed_at) < $to::timestamptz
    group by
      scope_id,
      author_group
  )
select
  scope_id,
  author_group,
  coalesce(author_count, 0) as author_count,
  coalesce(item_count, 0) as item_count,
  coalesce(old_item_count, 0) as old_item_count,
  coalesce(answered_count, 0) as answered_count,
  answered_count / nullif(old_item_count, 0) as answered_share,
  coalesce(silent_count, 0) as silent_count,
  coalesce(closed_pull_request_count, 0) as closed_pull_request_count,
  coalesce(accepted_count, 0) as accepted_count,
  accepted_count / nullif(closed_pull_request_count, 0) as accepted_share
from
  answers
  full join acceptances using (scope_id, author_group)
order by
  scope_id,
  author_group

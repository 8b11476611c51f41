-- table: fct_issue
-- title: Issues
-- source: metrics.md B4, B5
-- limits: the author's association is that of the day of collection
-- grain: repo_id, node_id
-- columns:
--   repo_id                    BIGINT       key       dim_repo.repo_id
--   node_id                    VARCHAR      key       GitHub's id of the node
--   number                     INTEGER      number    number in the repository
--   title                      VARCHAR      text      title
--   state                      VARCHAR      code      open or closed
--   closed_reason              VARCHAR      code      completed, not_planned, duplicate, or bot where a machine closed it without a change, as not planned or not; null while it is open
--   author_account_id          BIGINT       key       dim_account.account_id as collected; null for a deleted account
--   author_person_id           BIGINT       key       dim_person.person_id; null where nobody is known
--   author_kind                VARCHAR      code      person, bot, agent, organization or ghost
--   author_association         VARCHAR      code      GitHub's word for the author's tie to the repository, as of today
--   created_at                 TIMESTAMPTZ  instant   when it was opened
--   updated_at                 TIMESTAMPTZ  instant   when it was last changed
--   closed_at                  TIMESTAMPTZ  instant   when it was closed last; null while it is open
--   first_closed_at            TIMESTAMPTZ  instant   when it was closed for the first time
--   closed_by_account_id       BIGINT       key       dim_account.account_id of whoever closed it last
--   closed_by_person_id        BIGINT       key       dim_person.person_id of whoever closed it last
--   is_closed_by_bot           BOOLEAN      flag      whether a machine closed it last; null where nothing says
--   first_response_at          TIMESTAMPTZ  instant   first thing that another person said or did about it
--   first_response_account_id  BIGINT       key       dim_account.account_id of that person
--   first_response_person_id   BIGINT       key       dim_person.person_id of that person
--   first_member_response_at   TIMESTAMPTZ  instant   the first by an owner, member or collaborator
--   comment_count              INTEGER      comments  comments that were collected
--   label_names                VARCHAR[]    text      labels of now
--   fetched_at                 TIMESTAMPTZ  instant   when GitHub said so
with
  responses as (
    select
      repo_id,
      item_node_id,
      arg_min(struct_pack(responded_at, account_id, person_id), (responded_at, node_id)) as first_response,
      min(responded_at) filter(
        where
          is_by_member
      ) as first_member_response_at
    from
      fct_response
    group by
      repo_id,
      item_node_id
  ),
  comments as (
    select
      repo_id,
      item_node_id,
      count(*)::integer as comment_count
    from
      fct_comment
    where
      comment_kind = 'issue_comment'
    group by
      repo_id,
      item_node_id
  ),
  closings as (
    select
      repo_id,
      item_node_id,
      min(closed_at) as first_closed_at,
      arg_max(
        struct_pack(
          account_id := closed_by_account_id,
          person_id := closed_by_person_id,
          kind := closed_by_kind,
          has_closer
        ),
        span_number
      ) as last_closing
    from
      fct_open_span
    where
      closed_at is not null
    group by
      repo_id,
      item_node_id
  )
select
  issues.repo_id,
  issues.node_id,
  issues.number,
  issues.title,
  lower(issues.state) as state,
  case
    when issues.closed_at is null then null
    when issues.state_reason = 'DUPLICATE' then 'duplicate'
    -- Whatever reason it gives: bots that close what is stale mostly say that it is not planned.
    when last_closing.kind in ('bot', 'agent')
    and not last_closing.has_closer then 'bot'
    when issues.state_reason = 'NOT_PLANNED' then 'not_planned'
    else 'completed'
  end as closed_reason,
  issues.author_account_id,
  items.author_person_id,
  items.author_kind,
  issues.author_association,
  issues.created_at,
  issues.updated_at,
  issues.closed_at,
  closings.first_closed_at,
  if(issues.closed_at is null, null, last_closing.account_id) as closed_by_account_id,
  if(issues.closed_at is null, null, last_closing.person_id) as closed_by_person_id,
  if(issues.closed_at is null, null, last_closing.kind in ('bot', 'agent')) as is_closed_by_bot,
  first_response.responded_at as first_response_at,
  first_response.account_id as first_response_account_id,
  first_response.person_id as first_response_person_id,
  responses.first_member_response_at,
  coalesce(comments.comment_count, 0) as comment_count,
  issues.label_names,
  issues.fetched_at
from
  stg_github__issue as issues
  join fct_item as items using (repo_id, node_id)
  left join responses on responses.repo_id = issues.repo_id
  and responses.item_node_id = issues.node_id
  left join comments on comments.repo_id = issues.repo_id
  and comments.item_node_id = issues.node_id
  left join closings on closings.repo_id = issues.repo_id
  and closings.item_node_id = issues.node_id
order by
  issues.repo_id,
  issues.node_id

-- table: fct_comment
-- title: Comments of issues, pull requests, their code, and discussions
-- grain: repo_id, node_id
-- columns:
--   repo_id             BIGINT       key      dim_repo.repo_id
--   node_id             VARCHAR      key      GitHub's id of the node
--   comment_kind        VARCHAR      code     issue_comment, pull_request_comment, review_comment (on code) or discussion_comment
--   item_node_id        VARCHAR      key      node id of the issue, pull request or discussion; null where that was not collected
--   item_number         INTEGER      number   its number
--   author_account_id   BIGINT       key      dim_account.account_id as collected; null for a deleted account
--   author_person_id    BIGINT       key      dim_person.person_id; null where nobody is known
--   author_kind         VARCHAR      code     person, bot, agent, organization or ghost
--   author_association  VARCHAR      code     GitHub's word for the author's tie to the repository, as of today
--   is_minimized        BOOLEAN      flag     whether it was hidden
--   created_at          TIMESTAMPTZ  instant  when it was written
--   updated_at          TIMESTAMPTZ  instant  when it was last changed
--   fetched_at          TIMESTAMPTZ  instant  when GitHub said so
with
  comments as (
    select
      comments.repo_id,
      comments.node_id,
      if(items.item_kind = 'pull_request', 'pull_request_comment', 'issue_comment') as comment_kind,
      comments.item_node_id,
      items.number as item_number,
      comments.author_account_id,
      comments.author_association,
      comments.is_minimized,
      comments.created_at,
      comments.updated_at,
      comments.fetched_at
    from
      stg_github__comment as comments
      left join fct_item as items on items.repo_id = comments.repo_id
      and items.node_id = comments.item_node_id
    union all
    select
      comments.repo_id,
      comments.node_id,
      'review_comment',
      items.node_id,
      comments.pull_request_number,
      comments.author_account_id,
      comments.author_association,
      false,
      comments.created_at,
      comments.updated_at,
      comments.fetched_at
    from
      stg_github__review_comment as comments
      left join fct_item as items on items.repo_id = comments.repo_id
      and items.item_kind = 'pull_request'
      and items.number = comments.pull_request_number
    union all
    select
      comments.repo_id,
      comments.node_id,
      'discussion_comment',
      comments.item_node_id,
      discussions.number,
      comments.author_account_id,
      comments.author_association,
      false,
      comments.created_at,
      comments.updated_at,
      comments.fetched_at
    from
      stg_github__discussion_comment as comments
      left join stg_github__discussion as discussions on discussions.repo_id = comments.repo_id
      and discussions.node_id = comments.item_node_id
  )
select
  comments.repo_id,
  comments.node_id,
  comments.comment_kind,
  comments.item_node_id,
  comments.item_number,
  comments.author_account_id,
  authors.person_id as author_person_id,
  coalesce(authors.actor_kind, 'ghost') as author_kind,
  comments.author_association,
  coalesce(comments.is_minimized, false) as is_minimized,
  comments.created_at,
  comments.updated_at,
  comments.fetched_at
from
  comments
  left join dim_account as authors on authors.account_id = comments.author_account_id
order by
  comments.repo_id,
  comments.node_id

-- table: fct_response
-- title: What other people said or did about an issue or pull request
-- source: metrics.md B4: comments, reviews, labels, assignments, closing and merging by a person other than the author, later than the opening
-- limits: what an account that is gone did is no response, since nothing says who that was
-- grain: repo_id, node_id
-- columns:
--   repo_id        BIGINT       key      dim_repo.repo_id
--   node_id        VARCHAR      key      GitHub's id of the comment, review or event
--   item_node_id   VARCHAR      key      fct_item.node_id
--   response_kind  VARCHAR      code     comment, review, review_comment, labeled, assigned, closed or merged
--   account_id     BIGINT       key      dim_account.account_id of whoever responded
--   person_id      BIGINT       key      dim_person.person_id of whoever responded
--   is_by_member   BOOLEAN      flag     whether by an owner, member or collaborator; whoever labels, assigns or merges is one
--   responded_at   TIMESTAMPTZ  instant  when it was said or done
with
  acts as (
    select
      repo_id,
      node_id,
      item_node_id,
      if(comment_kind = 'review_comment', 'review_comment', 'comment') as response_kind,
      author_account_id as account_id,
      author_person_id as person_id,
      author_kind as kind,
      author_association in ('OWNER', 'MEMBER', 'COLLABORATOR') as is_by_member,
      created_at as responded_at
    from
      fct_comment
    where
      comment_kind <> 'discussion_comment'
    union all
    select
      repo_id,
      node_id,
      item_node_id,
      'review',
      author_account_id,
      author_person_id,
      author_kind,
      author_association in ('OWNER', 'MEMBER', 'COLLABORATOR'),
      submitted_at
    from
      fct_review
    union all
    select
      repo_id,
      node_id,
      item_node_id,
      type,
      actor_account_id,
      actor_person_id,
      actor_kind,
      type <> 'closed',
      created_at
    from
      fct_issue_event
    where
      type in ('labeled', 'assigned', 'closed', 'merged')
  )
select
  acts.repo_id,
  acts.node_id,
  acts.item_node_id,
  acts.response_kind,
  acts.account_id,
  acts.person_id,
  coalesce(acts.is_by_member, false) as is_by_member,
  acts.responded_at
from
  acts
  join fct_item as items on items.repo_id = acts.repo_id
  and items.node_id = acts.item_node_id
where
  acts.kind = 'person'
  and acts.person_id is distinct from items.author_person_id
  and acts.responded_at > items.created_at
order by
  acts.repo_id,
  acts.node_id

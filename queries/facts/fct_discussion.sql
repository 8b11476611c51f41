-- table: fct_discussion
-- title: Discussions
-- limits: the author's association is that of the day of collection
-- grain: repo_id, node_id
-- columns:
--   repo_id             BIGINT       key       dim_repo.repo_id
--   node_id             VARCHAR      key       GitHub's id of the node
--   number              INTEGER      number    number in the repository
--   title               VARCHAR      text      title
--   category            VARCHAR      text      name of its category
--   is_answerable       BOOLEAN      flag      whether the category asks for an answer
--   is_answered         BOOLEAN      flag      whether an answer was chosen; null where none is asked for
--   author_account_id   BIGINT       key       dim_account.account_id as collected; null for a deleted account
--   author_person_id    BIGINT       key       dim_person.person_id; null where nobody is known
--   author_kind         VARCHAR      code      person, bot, agent, organization or ghost
--   author_association  VARCHAR      code      GitHub's word for the author's tie to the repository, as of today
--   upvote_count        INTEGER      votes     votes for it
--   comment_count       INTEGER      comments  comments that were collected
--   created_at          TIMESTAMPTZ  instant   when it was opened
--   updated_at          TIMESTAMPTZ  instant   when it was last changed
--   closed_at           TIMESTAMPTZ  instant   when it was closed; null while it is open
--   answer_chosen_at    TIMESTAMPTZ  instant   when an answer was chosen
--   fetched_at          TIMESTAMPTZ  instant   when GitHub said so
with
  comments as (
    select
      repo_id,
      item_node_id,
      count(*)::integer as comment_count
    from
      fct_comment
    where
      comment_kind = 'discussion_comment'
    group by
      repo_id,
      item_node_id
  )
select
  discussions.repo_id,
  discussions.node_id,
  discussions.number,
  discussions.title,
  discussions.category,
  discussions.is_answerable,
  discussions.is_answered,
  discussions.author_account_id,
  authors.person_id as author_person_id,
  coalesce(authors.actor_kind, 'ghost') as author_kind,
  discussions.author_association,
  discussions.upvote_count,
  coalesce(comments.comment_count, 0) as comment_count,
  discussions.created_at,
  discussions.updated_at,
  discussions.closed_at,
  discussions.answer_chosen_at,
  discussions.fetched_at
from
  stg_github__discussion as discussions
  left join dim_account as authors on authors.account_id = discussions.author_account_id
  left join comments on comments.repo_id = discussions.repo_id
  and comments.item_node_id = discussions.node_id
order by
  discussions.repo_id,
  discussions.node_id

-- table: stg_github__discussion
-- title: Discussions
-- grain: repo_id, node_id
-- columns:
--   repo_id             BIGINT       key       GitHub's databaseId of the repository
--   node_id             VARCHAR      key       GitHub's id of the node
--   number              INTEGER      number    number in the repository
--   title               VARCHAR      text      title
--   category            VARCHAR      text      name of its category
--   is_answerable       BOOLEAN      flag      whether the category asks for an answer
--   is_answered         BOOLEAN      flag      whether an answer was chosen; null where none is asked for
--   author_account_id   BIGINT       key       dim_account.account_id of the author; null for a deleted account
--   author_node_id      VARCHAR      key       node id of the author
--   author_login        VARCHAR      text      login of the author
--   author_type         VARCHAR      code      User, Organization, Bot or Mannequin
--   author_association  VARCHAR      code      tie of the author to the repository, as of today
--   upvote_count        INTEGER      votes     votes for it
--   created_at          TIMESTAMPTZ  instant   when it was opened
--   updated_at          TIMESTAMPTZ  instant   when it was last changed
--   closed_at           TIMESTAMPTZ  instant   when it was closed
--   answer_chosen_at    TIMESTAMPTZ  instant   when an answer was chosen
--   fetched_at          TIMESTAMPTZ  instant   when GitHub said so
with
  parsed as (
    select
      repo_id,
      node_id,
      fetched_at,
      from_json(
        body,
        '{
          "number": "INTEGER",
          "title": "VARCHAR",
          "category": {"name": "VARCHAR", "isAnswerable": "BOOLEAN"},
          "isAnswered": "BOOLEAN",
          "author": {"databaseId": "BIGINT", "id": "VARCHAR", "login": "VARCHAR", "__typename": "VARCHAR"},
          "authorAssociation": "VARCHAR",
          "upvoteCount": "INTEGER",
          "createdAt": "TIMESTAMPTZ",
          "updatedAt": "TIMESTAMPTZ",
          "closedAt": "TIMESTAMPTZ",
          "answerChosenAt": "TIMESTAMPTZ"
        }'
      ) as discussion
    from
      raw_github_discussion
  )
select
  repo_id,
  node_id,
  discussion.number,
  discussion.title,
  discussion.category.name as category,
  discussion.category.isAnswerable as is_answerable,
  discussion.isAnswered as is_answered,
  coalesce(
    discussion.author.databaseId,
    ('0x' || left(sha256(discussion.author.id), 13))::bigint
  ) as author_account_id,
  discussion.author.id as author_node_id,
  discussion.author.login as author_login,
  discussion.author.__typename as author_type,
  discussion.authorAssociation as author_association,
  discussion.upvoteCount as upvote_count,
  discussion.createdAt as created_at,
  discussion.updatedAt as updated_at,
  discussion.closedAt as closed_at,
  discussion.answerChosenAt as answer_chosen_at,
  fetched_at
from
  parsed

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
--   author_account_id   BIGINT       key       databaseId of the author; null for a deleted account
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
select
  repo_id,
  node_id,
  (body ->> '$.number')::integer as number,
  body ->> '$.title' as title,
  body ->> '$.category.name' as category,
  (body ->> '$.category.isAnswerable')::boolean as is_answerable,
  (body ->> '$.isAnswered')::boolean as is_answered,
  (body ->> '$.author.databaseId')::bigint as author_account_id,
  body ->> '$.author.id' as author_node_id,
  body ->> '$.author.login' as author_login,
  body ->> '$.author.__typename' as author_type,
  body ->> '$.authorAssociation' as author_association,
  (body ->> '$.upvoteCount')::integer as upvote_count,
  (body ->> '$.createdAt')::timestamptz as created_at,
  (body ->> '$.updatedAt')::timestamptz as updated_at,
  (body ->> '$.closedAt')::timestamptz as closed_at,
  (body ->> '$.answerChosenAt')::timestamptz as answer_chosen_at,
  fetched_at
from
  raw_github_discussion

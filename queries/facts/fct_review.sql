-- table: fct_review
-- title: Reviews of pull requests that were sent
-- grain: repo_id, node_id
-- columns:
--   repo_id             BIGINT       key      dim_repo.repo_id
--   node_id             VARCHAR      key      GitHub's id of the node
--   item_node_id        VARCHAR      key      fct_pull_request.node_id
--   item_number         INTEGER      number   number of the pull request
--   state               VARCHAR      code     approved, changes_requested, commented or dismissed
--   author_account_id   BIGINT       key      dim_account.account_id as collected; null for a deleted account
--   author_person_id    BIGINT       key      dim_person.person_id; null where nobody is known
--   author_kind         VARCHAR      code     person, bot, agent, organization or ghost
--   author_association  VARCHAR      code     GitHub's word for the author's tie to the repository, as of today
--   can_author_push     BOOLEAN      flag     whether the author may push to the repository, as of today; null where not known
--   is_by_other         BOOLEAN      flag     whether a person other than the author of the pull request wrote it
--   submitted_at        TIMESTAMPTZ  instant  when it was sent
--   fetched_at          TIMESTAMPTZ  instant  when GitHub said so
select
  reviews.repo_id,
  reviews.node_id,
  reviews.item_node_id,
  items.number as item_number,
  lower(reviews.state) as state,
  reviews.author_account_id,
  authors.person_id as author_person_id,
  coalesce(authors.actor_kind, 'ghost') as author_kind,
  reviews.author_association,
  reviews.can_author_push,
  coalesce(
    authors.actor_kind = 'person'
    and authors.person_id is distinct from items.author_person_id,
    false
  ) as is_by_other,
  reviews.submitted_at,
  reviews.fetched_at
from
  stg_github__review as reviews
  left join fct_item as items on items.repo_id = reviews.repo_id
  and items.node_id = reviews.item_node_id
  left join dim_account as authors on authors.account_id = reviews.author_account_id
where
  reviews.submitted_at is not null
order by
  reviews.repo_id,
  reviews.node_id

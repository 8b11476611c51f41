-- table: fct_item
-- title: Issues and pull requests, with what both have
-- source: metrics.md 0.8: an account that was deleted is a ghost, and nobody is known behind it
-- limits: the author's association is that of the day of collection, not of the day of writing
-- grain: repo_id, node_id
-- columns:
--   repo_id             BIGINT       key      dim_repo.repo_id
--   node_id             VARCHAR      key      GitHub's id of the node
--   item_kind           VARCHAR      code     issue or pull_request
--   number              INTEGER      number   number in the repository
--   author_account_id   BIGINT       key      dim_account.account_id as collected; null for a deleted account
--   author_person_id    BIGINT       key      dim_person.person_id; null where nobody is known
--   author_kind         VARCHAR      code     person, bot, agent, organization or ghost
--   author_association  VARCHAR      code     GitHub's word for the author's tie to the repository, as of today
--   author_group        VARCHAR      code     member (owner, member or collaborator), contributor (has landed a change) or outsider
--   created_at          TIMESTAMPTZ  instant  when it was opened
--   closed_at           TIMESTAMPTZ  instant  when it was closed or merged last; null while it is open
--   is_merged           BOOLEAN      flag     whether it is a pull request that was merged
--   fetched_at          TIMESTAMPTZ  instant  when GitHub said so
with
  items as (
    select
      repo_id,
      node_id,
      'issue' as item_kind,
      number,
      author_account_id,
      author_association,
      created_at,
      closed_at,
      false as is_merged,
      fetched_at
    from
      stg_github__issue
    union all
    select
      repo_id,
      node_id,
      'pull_request',
      number,
      author_account_id,
      author_association,
      created_at,
      closed_at,
      merged_at is not null,
      fetched_at
    from
      stg_github__pull_request
  )
select
  items.repo_id,
  items.node_id,
  items.item_kind,
  items.number,
  items.author_account_id,
  authors.person_id as author_person_id,
  coalesce(authors.actor_kind, 'ghost') as author_kind,
  items.author_association,
  case
    when items.author_association in ('OWNER', 'MEMBER', 'COLLABORATOR') then 'member'
    when items.author_association = 'CONTRIBUTOR' then 'contributor'
    else 'outsider'
  end as author_group,
  items.created_at,
  items.closed_at,
  items.is_merged,
  items.fetched_at
from
  items
  left join dim_account as authors on authors.account_id = items.author_account_id
order by
  items.repo_id,
  items.node_id

-- table: fct_star
-- title: Stars, where GitHub shows who gave them
-- limits: GitHub shows them to admins and collaborators only; who took a star back is not in it
-- grain: repo_id, node_id
-- columns:
--   repo_id     BIGINT       key      dim_repo.repo_id
--   node_id     VARCHAR      key      GitHub's id of the account
--   account_id  BIGINT       key      dim_account.account_id, where that account was collected
--   person_id   BIGINT       key      dim_person.person_id; null for those who do nothing else here
--   login       VARCHAR      text     login of the account
--   starred_at  TIMESTAMPTZ  instant  when it was given
--   fetched_at  TIMESTAMPTZ  instant  when GitHub said so
select
  stars.repo_id,
  stars.node_id,
  stars.account_id,
  accounts.person_id,
  stars.login,
  stars.starred_at,
  stars.fetched_at
from
  stg_github__star as stars
  left join dim_account as accounts on accounts.account_id = stars.account_id
order by
  stars.repo_id,
  stars.node_id

-- table: fct_fork
-- title: Direct forks
-- limits: forks of forks and forks that are gone are not in it
-- grain: repo_id, node_id
-- columns:
--   repo_id           BIGINT       key      dim_repo.repo_id
--   node_id           VARCHAR      key      GitHub's id of the fork
--   fork_repo_id      BIGINT       key      GitHub's databaseId of the fork
--   full_name         VARCHAR      text     owner/name of the fork
--   owner_account_id  BIGINT       key      dim_account.account_id; null where that account was not collected
--   owner_person_id   BIGINT       key      dim_person.person_id; null for organizations and for those who do nothing else here
--   owner_login       VARCHAR      text     login of its owner
--   owner_kind        VARCHAR      code     user or organization
--   star_count        INTEGER      stars    stars of the fork
--   is_archived       BOOLEAN      flag     whether it is archived
--   created_at        TIMESTAMPTZ  instant  when it was made
--   pushed_at         TIMESTAMPTZ  instant  when something was last pushed to it
--   fetched_at        TIMESTAMPTZ  instant  when GitHub said so
select
  forks.repo_id,
  forks.node_id,
  forks.fork_repo_id,
  forks.full_name,
  owners.account_id as owner_account_id,
  owners.person_id as owner_person_id,
  forks.owner_login,
  lower(forks.owner_type) as owner_kind,
  forks.star_count,
  forks.is_archived,
  forks.created_at,
  forks.pushed_at,
  forks.fetched_at
from
  stg_github__fork as forks
  left join dim_account as owners on owners.node_id = forks.owner_node_id
order by
  forks.repo_id,
  forks.node_id

-- table: fct_sponsorship
-- title: Sponsorships that GitHub shows
-- limits: amounts are private, and so are many sponsors: those stand only in the counts of fct_sponsor_snapshot
-- grain: repo_id, node_id
-- columns:
--   repo_id                BIGINT       key      dim_repo.repo_id whose owner or core person is sponsored
--   node_id                VARCHAR      key      GitHub's id of the node
--   maintainer_account_id  BIGINT       key      dim_account.account_id of who is sponsored
--   maintainer_node_id     VARCHAR      key      GitHub's id of that account
--   maintainer_person_id   BIGINT       key      dim_person.person_id of who is sponsored; null for an organization
--   sponsor_account_id     BIGINT       key      dim_account.account_id as collected; null where it is not shown
--   sponsor_person_id      BIGINT       key      dim_person.person_id; null for an organization
--   sponsor_login          VARCHAR      text     login of the sponsor
--   sponsor_kind           VARCHAR      code     user, organization, or ghost for an account that is gone; null where it is not shown
--   is_active              BOOLEAN      flag     whether it lasts, on the day of collection
--   is_one_time            BOOLEAN      flag     whether it was a single payment
--   privacy_level          VARCHAR      code     public or private
--   created_at             TIMESTAMPTZ  instant  when it began
--   fetched_at             TIMESTAMPTZ  instant  when GitHub said so
select
  sponsorships.repo_id,
  sponsorships.node_id,
  maintainers.account_id as maintainer_account_id,
  sponsorships.maintainer_node_id,
  maintainers.person_id as maintainer_person_id,
  sponsorships.sponsor_account_id,
  sponsors.person_id as sponsor_person_id,
  sponsorships.sponsor_login,
  if(
    sponsorships.sponsor_node_id is null
    and sponsorships.privacy_level = 'PUBLIC',
    'ghost',
    lower(sponsorships.sponsor_type)
  ) as sponsor_kind,
  coalesce(sponsorships.is_active, false) as is_active,
  coalesce(sponsorships.is_one_time, false) as is_one_time,
  lower(sponsorships.privacy_level) as privacy_level,
  sponsorships.created_at,
  sponsorships.fetched_at
from
  stg_github__sponsorship as sponsorships
  left join dim_account as maintainers on maintainers.node_id = sponsorships.maintainer_node_id
  left join dim_account as sponsors on sponsors.account_id = sponsorships.sponsor_account_id
order by
  sponsorships.repo_id,
  sponsorships.node_id

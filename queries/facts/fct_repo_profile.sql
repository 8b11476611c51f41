-- table: fct_repo_profile
-- title: What GitHub says of repositories now
-- limits: of the day of collection; GitHub keeps no history of it
-- grain: repo_id
-- columns:
--   repo_id              BIGINT       key       dim_repo.repo_id
--   node_id              VARCHAR      key       GitHub's id of the node
--   full_name            VARCHAR      text      owner/name of now
--   description          VARCHAR      text      what it says of itself
--   homepage_url         VARCHAR      url       its web site
--   owner_account_id     BIGINT       key       dim_account.account_id of the owner
--   owner_login          VARCHAR      text      login of the owner
--   owner_kind           VARCHAR      code      user or organization
--   parent_full_name     VARCHAR      text      repository that it is a fork of; null for none
--   primary_language     VARCHAR      text      language that GitHub finds most of
--   license              VARCHAR      text      SPDX identifier of the licence that GitHub finds
--   topics               VARCHAR[]    text      topics
--   is_archived          BOOLEAN      flag      whether it is archived
--   is_fork              BOOLEAN      flag      whether it is a fork
--   is_mirror            BOOLEAN      flag      whether it is a mirror
--   has_issues           BOOLEAN      flag      whether issues are on
--   has_discussions      BOOLEAN      flag      whether discussions are on
--   has_security_policy  BOOLEAN      flag      whether there is a security policy, that of the owner included
--   star_count           INTEGER      stars     accounts that star it
--   fork_count           INTEGER      forks     forks of the whole network
--   watcher_count        INTEGER      accounts  accounts that watch it
--   created_at           TIMESTAMPTZ  instant   when it was made
--   pushed_at            TIMESTAMPTZ  instant   when something was last pushed
--   archived_at          TIMESTAMPTZ  instant   when it was archived
--   fetched_at           TIMESTAMPTZ  instant   when GitHub said so
select
  repo_id,
  node_id,
  full_name,
  description,
  homepage_url,
  owner_account_id,
  owner_login,
  lower(owner_type) as owner_kind,
  parent_full_name,
  primary_language,
  license,
  topics,
  is_archived,
  is_fork,
  is_mirror,
  has_issues,
  has_discussions,
  has_security_policy,
  star_count,
  fork_count,
  watcher_count,
  created_at,
  pushed_at,
  archived_at,
  fetched_at
from
  stg_github__repository
order by
  repo_id

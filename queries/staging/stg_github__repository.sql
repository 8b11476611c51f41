-- table: stg_github__repository
-- title: What GitHub says of repositories
-- grain: repo_id
-- columns:
--   repo_id              BIGINT       key       GitHub's databaseId of the repository
--   node_id              VARCHAR      key       GitHub's id of the node
--   full_name            VARCHAR      text      owner/name of now
--   url                  VARCHAR      url       address of its page
--   description          VARCHAR      text      what it says of itself
--   homepage_url         VARCHAR      url       its web site
--   owner_node_id        VARCHAR      key       node id of the owner
--   owner_account_id     BIGINT       key       dim_account.account_id of the owner
--   owner_login          VARCHAR      text      login of the owner
--   owner_type           VARCHAR      code      User or Organization
--   parent_full_name     VARCHAR      text      repository that it is a fork of; null for none
--   primary_language     VARCHAR      text      language that GitHub finds most of
--   license              VARCHAR      text      SPDX identifier of the licence that GitHub finds
--   topics               VARCHAR[]    text      topics
--   is_archived          BOOLEAN      flag      whether it is archived
--   is_fork              BOOLEAN      flag      whether it is a fork
--   is_mirror            BOOLEAN      flag      whether it is a mirror
--   is_private           BOOLEAN      flag      whether it is private
--   has_issues           BOOLEAN      flag      whether issues are on
--   has_discussions      BOOLEAN      flag      whether discussions are on
--   has_sponsorships     BOOLEAN      flag      whether its page asks for sponsors
--   has_security_policy  BOOLEAN      flag      whether there is a security policy, that of the owner included
--   code_of_conduct      VARCHAR      text      name of the code of conduct that GitHub finds, that of the owner included
--   funding_platforms    VARCHAR[]    code      platforms of the funding links
--   funding_urls         VARCHAR[]    url       funding links, in the same order
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
  body ->> '$.nameWithOwner' as full_name,
  body ->> '$.url' as url,
  body ->> '$.description' as description,
  body ->> '$.homepageUrl' as homepage_url,
  body ->> '$.owner.id' as owner_node_id,
  coalesce(
    (body ->> '$.owner.databaseId')::bigint,
    ('0x' || left(sha256(body ->> '$.owner.id'), 13))::bigint
  ) as owner_account_id,
  body ->> '$.owner.login' as owner_login,
  body ->> '$.owner.__typename' as owner_type,
  body ->> '$.parent.nameWithOwner' as parent_full_name,
  body ->> '$.primaryLanguage.name' as primary_language,
  body ->> '$.licenseInfo.spdxId' as license,
  body ->> '$.repositoryTopics.nodes[*].topic.name' as topics,
  (body ->> '$.isArchived')::boolean as is_archived,
  (body ->> '$.isFork')::boolean as is_fork,
  (body ->> '$.isMirror')::boolean as is_mirror,
  (body ->> '$.isPrivate')::boolean as is_private,
  (body ->> '$.hasIssuesEnabled')::boolean as has_issues,
  (body ->> '$.hasDiscussionsEnabled')::boolean as has_discussions,
  (body ->> '$.hasSponsorshipsEnabled')::boolean as has_sponsorships,
  (body ->> '$.isSecurityPolicyEnabled')::boolean as has_security_policy,
  body ->> '$.codeOfConduct.name' as code_of_conduct,
  body ->> '$.fundingLinks[*].platform' as funding_platforms,
  body ->> '$.fundingLinks[*].url' as funding_urls,
  (body ->> '$.stargazerCount')::integer as star_count,
  (body ->> '$.forkCount')::integer as fork_count,
  (body ->> '$.watchers.totalCount')::integer as watcher_count,
  (body ->> '$.createdAt')::timestamptz as created_at,
  (body ->> '$.pushedAt')::timestamptz as pushed_at,
  (body ->> '$.archivedAt')::timestamptz as archived_at,
  fetched_at
from
  raw_github_repository

-- table: stg_github__release
-- title: Releases
-- grain: repo_id, node_id
-- columns:
--   repo_id                BIGINT       key        GitHub's databaseId of the repository
--   node_id                VARCHAR      key        GitHub's id of the node
--   tag_name               VARCHAR      text       tag of the release
--   name                   VARCHAR      text       its title
--   sha                    VARCHAR      hash       commit of the tag; null where the tag is gone
--   is_draft               BOOLEAN      flag       whether it is not published yet
--   is_prerelease          BOOLEAN      flag       whether it is marked as a pre-release
--   author_account_id      BIGINT       key        databaseId of the author; null for a bot or a deleted account
--   author_node_id         VARCHAR      key        node id of the author
--   author_login           VARCHAR      text       login of the author
--   author_type            VARCHAR      code       User
--   asset_names            VARCHAR[]    text       files that it offers
--   asset_count            INTEGER      files      files that it offers
--   asset_download_counts  BIGINT[]     downloads  how often each was fetched
--   created_at             TIMESTAMPTZ  instant    date of its commit
--   published_at           TIMESTAMPTZ  instant    when it was published
--   fetched_at             TIMESTAMPTZ  instant    when GitHub said so
select
  repo_id,
  node_id,
  body ->> '$.tagName' as tag_name,
  body ->> '$.name' as name,
  body ->> '$.tagCommit.oid' as sha,
  (body ->> '$.isDraft')::boolean as is_draft,
  (body ->> '$.isPrerelease')::boolean as is_prerelease,
  (body ->> '$.author.databaseId')::bigint as author_account_id,
  body ->> '$.author.id' as author_node_id,
  body ->> '$.author.login' as author_login,
  body ->> '$.author.__typename' as author_type,
  body ->> '$.releaseAssets.nodes[*].name' as asset_names,
  (body ->> '$.releaseAssets.totalCount')::integer as asset_count,
  (body ->> '$.releaseAssets.nodes[*].downloadCount')::bigint[] as asset_download_counts,
  (body ->> '$.createdAt')::timestamptz as created_at,
  (body ->> '$.publishedAt')::timestamptz as published_at,
  fetched_at
from
  raw_github_release

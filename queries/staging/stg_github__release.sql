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
--   author_account_id      BIGINT       key        dim_account.account_id of the author; null for a bot or a deleted account
--   author_node_id         VARCHAR      key        node id of the author
--   author_login           VARCHAR      text       login of the author
--   author_type            VARCHAR      code       User
--   asset_names            VARCHAR[]    text       files that it offers
--   asset_count            INTEGER      files      files that it offers
--   asset_download_counts  BIGINT[]     downloads  how often each was fetched
--   created_at             TIMESTAMPTZ  instant    date of its commit
--   published_at           TIMESTAMPTZ  instant    when it was published
--   fetched_at             TIMESTAMPTZ  instant    when GitHub said so
with
  parsed as (
    select
      repo_id,
      node_id,
      fetched_at,
      from_json(
        body,
        '{
          "tagName": "VARCHAR",
          "name": "VARCHAR",
          "tagCommit": {"oid": "VARCHAR"},
          "isDraft": "BOOLEAN",
          "isPrerelease": "BOOLEAN",
          "author": {"databaseId": "BIGINT", "id": "VARCHAR", "login": "VARCHAR", "__typename": "VARCHAR"},
          "releaseAssets": {"nodes": [{"name": "VARCHAR", "downloadCount": "BIGINT"}], "totalCount": "INTEGER"},
          "createdAt": "TIMESTAMPTZ",
          "publishedAt": "TIMESTAMPTZ"
        }'
      ) as release
    from
      raw_github_release
  )
select
  repo_id,
  node_id,
  release.tagName as tag_name,
  release.name,
  release.tagCommit.oid as sha,
  release.isDraft as is_draft,
  release.isPrerelease as is_prerelease,
  coalesce(
    release.author.databaseId,
    ('0x' || left(sha256(release.author.id), 13))::bigint
  ) as author_account_id,
  release.author.id as author_node_id,
  release.author.login as author_login,
  release.author.__typename as author_type,
  coalesce([node.name for node in release.releaseAssets.nodes], []) as asset_names,
  release.releaseAssets.totalCount as asset_count,
  coalesce([node.downloadCount for node in release.releaseAssets.nodes], []) as asset_download_counts,
  release.createdAt as created_at,
  release.publishedAt as published_at,
  fetched_at
from
  parsed

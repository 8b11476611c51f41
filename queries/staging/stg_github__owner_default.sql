-- table: stg_github__owner_default
-- title: What the owner's repository .github holds for all of its repositories
-- grain: repo_id
-- columns:
--   repo_id            BIGINT       key      GitHub's databaseId of the repository
--   node_id            VARCHAR      key      GitHub's id of the repository .github
--   full_name          VARCHAR      text     owner/.github
--   root_names         VARCHAR[]    path     files and folders at its root
--   folder_names       VARCHAR[]    path     files and folders in its folder .github
--   funding_platforms  VARCHAR[]    code     platforms of the funding links
--   funding_urls       VARCHAR[]    url      funding links, in the same order
--   fetched_at         TIMESTAMPTZ  instant  when GitHub said so
select
  repo_id,
  node_id,
  body ->> '$.nameWithOwner' as full_name,
  body ->> '$.root.entries[*].name' as root_names,
  body ->> '$.dotgithub.entries[*].name' as folder_names,
  body ->> '$.fundingLinks[*].platform' as funding_platforms,
  body ->> '$.fundingLinks[*].url' as funding_urls,
  fetched_at
from
  raw_github_owner_default

-- table: stg_git__repository
-- title: Repositories whose git history is collected
-- grain: repo_id
-- columns:
--   repo_id         BIGINT       key      raw_git_repository.repo_id
--   name            VARCHAR      text     last part of the URL or path
--   full_name       VARCHAR      text     owner/name where the origin is a forge with such names
--   origin_url      VARCHAR      text     URL of the origin without credentials
--   path            VARCHAR      text     real path of the clone that was read in place
--   default_branch  VARCHAR      text     name of the branch that was read
--   head_sha        VARCHAR      hash     newest commit of that branch; null for an empty repository
--   is_shallow      BOOLEAN      flag     whether history is cut off
--   fetched_at      TIMESTAMPTZ  instant  until when the data is complete
select
  repo_id,
  name,
  full_name,
  origin_url,
  path,
  default_branch,
  head_sha,
  is_shallow,
  fetched_at
from
  raw_git_repository

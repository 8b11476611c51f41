-- table: stg_git__commit
-- title: Commits that the default branch, a tag or a release branch reaches
-- grain: repo_id, sha
-- columns:
--   repo_id                   BIGINT       key      raw_git_repository.repo_id
--   sha                       VARCHAR      hash     hash of the commit
--   parent_shas               VARCHAR[]    hashes   its parents in order
--   is_on_default_branch      BOOLEAN      flag     false for commits that only a tag or a release branch reaches
--   author_name               VARCHAR      text     author as written
--   author_email              VARCHAR      text     author's address as written
--   authored_at               TIMESTAMPTZ  instant  author date as written
--   author_offset_minutes     INTEGER      minutes  author date's offset from UTC
--   committer_name            VARCHAR      text     committer as written
--   committer_email           VARCHAR      text     committer's address as written
--   committed_at              TIMESTAMPTZ  instant  commit date as written
--   committer_offset_minutes  INTEGER      minutes  commit date's offset from UTC
--   subject                   VARCHAR      text     first paragraph of the message in one line
--   message                   VARCHAR      text     whole message
--   generation                INTEGER      commits  length of the longest way down to a root
select
  repo_id,
  sha,
  parent_shas,
  is_on_default_branch,
  author_name,
  author_email,
  authored_at,
  author_offset_minutes,
  committer_name,
  committer_email,
  committed_at,
  committer_offset_minutes,
  subject,
  message,
  generation
from
  raw_git_commit

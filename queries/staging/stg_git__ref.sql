-- table: stg_git__ref
-- title: Tags, release branches and the default branch
-- grain: repo_id, kind, name
-- columns:
--   repo_id       BIGINT       key      raw_git_repository.repo_id
--   name          VARCHAR      text     short name
--   kind          VARCHAR      code     tag, release_branch or default_branch
--   sha           VARCHAR      hash     the object that it points to in the end
--   target_type   VARCHAR      code     commit, tree or blob
--   is_annotated  BOOLEAN      flag     whether the tag is an object of its own
--   tagged_at     TIMESTAMPTZ  instant  date of an annotated tag, else of the commit
select
  repo_id,
  name,
  kind,
  sha,
  target_type,
  is_annotated,
  tagged_at
from
  raw_git_ref

-- table: fct_branch_commit
-- title: Commits that a tag or a release branch reaches, but not the default branch
-- limits: read without diffs; back-patches stand here and in fct_commit under two hashes
-- grain: repo_id, sha
-- columns:
--   repo_id                BIGINT       key      dim_repo.repo_id
--   sha                    VARCHAR      hash     hash of the commit
--   person_id              BIGINT       key      dim_person.person_id of git's author
--   author_name            VARCHAR      text     author after the mailmap
--   author_email           VARCHAR      text     author's address after the mailmap
--   authored_at            TIMESTAMPTZ  instant  author date; null before 1990 and after the collection
--   author_offset_minutes  INTEGER      minutes  author date's offset from UTC; null where it is 0 for 95 % of the person's or the half-year's commits, which tells no zone
--   committer_name         VARCHAR      text     committer after the mailmap
--   committer_email        VARCHAR      text     committer's address after the mailmap
--   committed_at           TIMESTAMPTZ  instant  commit date; null before 1990 and after the collection
--   landed_at              TIMESTAMPTZ  instant  commit date, in years of rewritten history the author date
--   is_merge               BOOLEAN      flag     two parents or more
--   is_bot                 BOOLEAN      flag     git's author is a bot or an agent
--   subject                VARCHAR      text     first paragraph of the message in one line
--   committer_person_id    BIGINT       key      dim_person.person_id of git's committer; null for a forge's web page
--   principal_person_id    BIGINT       key      dim_person.person_id of the principal author (metrics.md A3)
--   is_revert              BOOLEAN      flag     takes an earlier commit back; not a re-land
--   is_reland              BOOLEAN      flag     takes a revert back
--   reverted_sha           VARCHAR      hash     commit taken back, where its hash stands in the message and resolves to one commit
--   is_rewritten_history   BOOLEAN      flag     whether the year of its commit date was replayed on the default branch
--   generation             INTEGER      commits  length of the longest way down to a root
--   raw_author_name        VARCHAR      text     author as written
--   raw_author_email       VARCHAR      text     author's address as written
--   raw_committer_name     VARCHAR      text     committer as written
--   raw_committer_email    VARCHAR      text     committer's address as written
select
  repo_id,
  sha,
  person_id,
  author_name,
  author_email,
  authored_at,
  author_offset_minutes,
  committer_name,
  committer_email,
  committed_at,
  landed_at,
  is_merge,
  is_bot,
  subject,
  committer_person_id,
  principal_person_id,
  is_revert,
  is_reland,
  reverted_sha,
  is_rewritten_history,
  generation,
  raw_author_name,
  raw_author_email,
  raw_committer_name,
  raw_committer_email
from
  fct_reached_commit
where
  not is_on_default_branch

-- table: fct_commit_date
-- title: Dates of commits that can be believed
-- source: metrics.md 0.2: dates before 1990 or after the collection are not known
-- grain: repo_id, sha
-- columns:
--   repo_id               BIGINT       key      dim_repo.repo_id
--   sha                   VARCHAR      hash     hash of the commit
--   is_on_default_branch  BOOLEAN      flag     false for commits that only a tag or a release branch reaches
--   authored_at           TIMESTAMPTZ  instant  author date
--   committed_at          TIMESTAMPTZ  instant  commit date
--   is_undated            BOOLEAN      flag     whether one of the two dates is not known
with
  believed_dates as (
    select
      repo_id,
      sha,
      is_on_default_branch,
      if(
        authored_at >= '1990-01-01'::timestamptz
        and authored_at <= fetched_at,
        authored_at,
        null
      ) as authored_at,
      if(
        committed_at >= '1990-01-01'::timestamptz
        and committed_at <= fetched_at,
        committed_at,
        null
      ) as committed_at
    from
      stg_git__commit
      join stg_git__repository using (repo_id)
  )
select
  repo_id,
  sha,
  is_on_default_branch,
  authored_at,
  committed_at,
  authored_at is null
  or committed_at is null as is_undated
from
  believed_dates

-- table: dim_repo
-- title: Repositories
-- limits: one of which only GitHub was read has no branch, head or commit, and no fetched_at
-- source: metrics.md A2: those who push stand as authors where git's author is the committer of at least 95 % of commits without merges, years of rewritten history left out, and messages name another author in at least 1 %
-- grain: repo_id
-- columns:
--   repo_id                         BIGINT       key      GitHub's databaseId, else a hash of the origin's URL, else of the path
--   name                            VARCHAR      text     last part of the URL or path
--   full_name                       VARCHAR      text     owner/name where the origin is a forge with such names
--   origin_url                      VARCHAR      text     URL of the origin without credentials
--   path                            VARCHAR      path     the clone that was read in place; null for our own mirror
--   default_branch                  VARCHAR      text     name of the branch that was read
--   head_sha                        VARCHAR      hash     newest commit of that branch; null for an empty repository
--   head_committed_at               TIMESTAMPTZ  instant  its commit date
--   is_shallow                      BOOLEAN      flag     whether history is cut off, so that counts are too small
--   is_committer_author_convention  BOOLEAN      flag     whether those who push stand as authors of other people's work (metrics.md A2)
--   credit_convention               VARCHAR      code     how messages give credit: postgresql, linux_kernel (most are signed off), github_squash (committed on the web page) or plain
--   commit_count                    BIGINT       commits  commits of the default branch, merges included
--   damaged_commit_count            BIGINT       commits  those whose lines could not be read
--   undated_commit_count            BIGINT       commits  those of which a date is not known
--   fetched_at                      TIMESTAMPTZ  instant  until when git is complete; null where it was not collected
with
  commits as (
    select
      repo_id,
      count(*) as commit_count,
      count(*) filter(
        where
          is_undated
      ) as undated_commit_count
    from
      fct_commit_date
    where
      is_on_default_branch
    group by
      repo_id
  ),
  damaged_commits as (
    select
      repo_id,
      count(distinct sha) as damaged_commit_count
    from
      stg_git__line_read
    where
      problem is not null
    group by
      repo_id
  ),
  conventions as (
    select
      repo_id,
      sum(commit_count) as commit_count,
      sum(other_committer_count) <= sum(commit_count) * 0.05 as is_author_committer
    from
      fct_history_year
    where
      not is_rewritten_history
    group by
      repo_id
  ),
  credited_commits as (
    select
      repo_id,
      count(distinct sha) as credited_commit_count
    from
      map_commit_credit
      join fct_commit_date using (repo_id, sha)
    where
      role = 'author'
      and convention = '*'
      and is_on_default_branch
    group by
      repo_id
  ),
  customs as (
    select
      commits.repo_id,
      count(*) filter(
        where
          commits.committer_email = 'noreply@github.com'
      ) / count(*) as web_committed_share,
      count(*) filter(
        where
          signed_commits.sha is not null
      ) / count(*) as signed_share
    from
      stg_git__commit as commits
      left join (
        select distinct
          repo_id,
          sha
        from
          map_commit_credit
        where
          role = 'signer'
      ) as signed_commits using (repo_id, sha)
    where
      commits.is_on_default_branch
      and len(commits.parent_shas) < 2
    group by
      commits.repo_id
  ),
  repositories as (
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
      stg_git__repository
    union all
    select
      repo_id,
      split_part(full_name, '/', 2),
      full_name,
      url,
      null,
      null,
      null,
      false,
      null
    from
      stg_github__repository
      anti join stg_git__repository using (repo_id)
  )
select
  repositories.repo_id,
  repositories.name,
  repositories.full_name,
  repositories.origin_url,
  repositories.path,
  repositories.default_branch,
  repositories.head_sha,
  heads.committed_at as head_committed_at,
  repositories.is_shallow,
  coalesce(
    conventions.is_author_committer
    and credited_commits.credited_commit_count >= 0.01 * conventions.commit_count,
    false
  ) as is_committer_author_convention,
  case
    when is_committer_author_convention then 'postgresql'
    when customs.signed_share >= 0.5 then 'linux_kernel'
    when customs.web_committed_share >= 0.3 then 'github_squash'
    else 'plain'
  end as credit_convention,
  coalesce(commits.commit_count, 0) as commit_count,
  coalesce(damaged_commits.damaged_commit_count, 0) as damaged_commit_count,
  coalesce(commits.undated_commit_count, 0) as undated_commit_count,
  repositories.fetched_at
from
  repositories
  left join commits using (repo_id)
  left join damaged_commits using (repo_id)
  left join conventions using (repo_id)
  left join credited_commits using (repo_id)
  left join customs using (repo_id)
  left join fct_commit_date as heads on heads.repo_id = repositories.repo_id
  and heads.sha = repositories.head_sha
order by
  repositories.repo_id

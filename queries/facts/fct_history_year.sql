-- table: fct_history_year
-- title: Years of a repository's history, and whether they were replayed
-- source: metrics.md 0.7: a year is rewritten when at least half of its commits have a committer who is not the author, and one committer made at least half of those
-- limits: commits that a forge's web page committed (noreply@github.com) name no committer and count as no replay
-- grain: repo_id, year
-- columns:
--   repo_id                    BIGINT   key      dim_repo.repo_id
--   year                       INTEGER  year     year of the commit date, UTC
--   commit_count               BIGINT   commits  commits of the default branch without merges
--   other_committer_count      BIGINT   commits  those whose committer is not their author
--   top_other_committer_count  BIGINT   commits  those of the committer who made most of them
--   is_rewritten_history       BOOLEAN  flag     whether commit dates and committers say nothing about who pushed when
with
  dated_commits as (
    select
      commits.repo_id,
      date_part('year', dates.committed_at)::integer as year,
      committers.mapped_name as committer_name,
      committers.mapped_email as committer_email,
      (
        lower(authors.mapped_email) <> lower(committers.mapped_email)
        or authors.mapped_email = ''
      )
      and authors.mapped_name <> committers.mapped_name
      and committers.mapped_email <> 'noreply@github.com' as is_other_committer
    from
      stg_git__commit as commits
      join fct_commit_date as dates using (repo_id, sha)
      join stg_git__identity as authors on authors.repo_id = commits.repo_id
      and authors.name = commits.author_name
      and authors.email = commits.author_email
      join stg_git__identity as committers on committers.repo_id = commits.repo_id
      and committers.name = commits.committer_name
      and committers.email = commits.committer_email
    where
      commits.is_on_default_branch
      and len(commits.parent_shas) < 2
      and dates.committed_at is not null
  ),
  committers as (
    select
      repo_id,
      year,
      committer_name,
      committer_email,
      count(*) as commit_count,
      count(*) filter(
        where
          is_other_committer
      ) as other_committer_count
    from
      dated_commits
    group by
      repo_id,
      year,
      committer_name,
      committer_email
  ),
  years as (
    select
      repo_id,
      year,
      sum(commit_count)::bigint as commit_count,
      sum(other_committer_count)::bigint as other_committer_count,
      max(other_committer_count) as top_other_committer_count
    from
      committers
    group by
      repo_id,
      year
  )
select
  repo_id,
  year,
  commit_count,
  other_committer_count,
  top_other_committer_count,
  other_committer_count * 2 >= commit_count
  and top_other_committer_count * 2 >= other_committer_count as is_rewritten_history
from
  years
order by
  repo_id,
  year

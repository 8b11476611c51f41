-- table: fct_commit
-- title: Commits of the default branch
-- source: metrics.md 0.2, 0.3, 0.5, 0.7, A3, C11, C13
-- grain: repo_id, sha
-- columns:
--   repo_id                BIGINT       key      dim_repo.repo_id
--   sha                    VARCHAR      hash     hash of the commit
--   person_id              BIGINT       key      dim_person.person_id of git's author
--   author_name            VARCHAR      text     author after the mailmap (git's %aN)
--   author_email           VARCHAR      text     author's address after the mailmap (git's %aE)
--   authored_at            TIMESTAMPTZ  instant  author date; null before 1990 and after the collection
--   author_offset_minutes  INTEGER      minutes  author date's offset from UTC; null where it is 0 for 95 % of the person's or the half-year's commits, which tells no zone
--   committer_name         VARCHAR      text     committer after the mailmap
--   committer_email        VARCHAR      text     committer's address after the mailmap
--   committed_at           TIMESTAMPTZ  instant  commit date; null before 1990 and after the collection
--   landed_at              TIMESTAMPTZ  instant  commit date, in years of rewritten history the author date
--   is_merge               BOOLEAN      flag     two parents or more
--   is_bot                 BOOLEAN      flag     git's author is a bot or an agent
--   is_work                BOOLEAN      flag     no merge, no bot, not empty
--   is_line_work           BOOLEAN      flag     is_work, and neither mechanical nor an import
--   file_count             INTEGER      files    files changed; null for merges and where lines could not be read
--   added_line_count       BIGINT       lines    added lines as git log --numstat -M -l0 counts; null likewise
--   deleted_line_count     BIGINT       lines    deleted lines; null likewise
--   subject                VARCHAR      text     first paragraph of the message in one line
--   committer_person_id    BIGINT       key      dim_person.person_id of git's committer; null for a forge's web page
--   principal_person_id    BIGINT       key      dim_person.person_id of the principal author (metrics.md A3)
--   mechanical_reason      VARCHAR      code     blame_ignore_revs, import, bulk_subject or file_class; null for none
--   is_revert              BOOLEAN      flag     takes an earlier commit back; not a re-land
--   is_reland              BOOLEAN      flag     takes a revert back
--   reverted_sha           VARCHAR      hash     commit taken back, where its hash stands in the message and resolves to one commit
--   fix_rule               VARCHAR      code     subject, closes or backpatch; null where nothing says that it is a fix
--   is_rewritten_history   BOOLEAN      flag     whether the year of its commit date was replayed
--   is_damaged             BOOLEAN      flag     its lines could not be read
--   generation             INTEGER      commits  length of the longest way down to a root
--   raw_author_name        VARCHAR      text     author as written
--   raw_author_email       VARCHAR      text     author's address as written
--   raw_committer_name     VARCHAR      text     committer as written
--   raw_committer_email    VARCHAR      text     committer's address as written
with
  file_counts as (
    select
      repo_id,
      sha,
      count(*) as file_count,
      sum(added_line_count)::bigint as added_line_count,
      sum(deleted_line_count)::bigint as deleted_line_count,
      count(*) filter(
        where
          change = 'added'
      ) as added_file_count,
      bool_and(file_class in ('vendored', 'generated', 'translation')) as is_made_by_machine
    from
      fct_commit_file
    group by
      repo_id,
      sha
  ),
  ignored_commits as (
    select distinct
      repo_id,
      unnest(regexp_extract_all(text, '(?m)^\s*([0-9a-f]{40}(?:[0-9a-f]{24})?)', 1)) as sha
    from
      stg_git__document
    where
      path = '.git-blame-ignore-revs'
  ),
  line_problems as (
    select
      repo_id,
      sha,
      bool_or(problem is not null) as is_damaged
    from
      stg_git__line_read
    group by
      repo_id,
      sha
  ),
  judged_commits as (
    select
      commits.repo_id,
      commits.sha,
      commits.is_merge,
      commits.is_bot,
      coalesce(line_problems.is_damaged, false) as is_damaged,
      line_problems.sha is null as is_unread,
      file_counts.sha is not null as has_files,
      file_counts.file_count,
      file_counts.added_line_count,
      file_counts.deleted_line_count,
      case
        when ignored_commits.sha is not null then 'blame_ignore_revs'
        when file_counts.file_count >= 200
        and file_counts.added_file_count >= 0.9 * file_counts.file_count then 'import'
        when file_counts.file_count >= 100
        and regexp_matches(
          commits.subject,
          'pgindent|reindent|reformat|format|whitespace|copyright|license header|rename|translation|vendor|subtree|squashed commit|import|merge (upstream|release)',
          'i'
        ) then 'bulk_subject'
        when file_counts.is_made_by_machine then 'file_class'
      end as mechanical_reason
    from
      fct_reached_commit as commits
      left join file_counts using (repo_id, sha)
      left join ignored_commits using (repo_id, sha)
      left join line_problems using (repo_id, sha)
    where
      commits.is_on_default_branch
  ),
  counted_commits as (
    select
      repo_id,
      sha,
      is_damaged,
      mechanical_reason,
      has_files
      and not is_merge
      and not is_bot as is_work,
      not (
        is_merge
        or is_damaged
        or is_unread
      ) as is_counted,
      file_count,
      added_line_count,
      deleted_line_count
    from
      judged_commits
  )
select
  commits.repo_id,
  commits.sha,
  commits.person_id,
  commits.author_name,
  commits.author_email,
  commits.authored_at,
  commits.author_offset_minutes,
  commits.committer_name,
  commits.committer_email,
  commits.committed_at,
  commits.landed_at,
  commits.is_merge,
  commits.is_bot,
  counts.is_work,
  counts.is_work
  and counts.mechanical_reason is null as is_line_work,
  if(counts.is_counted, coalesce(counts.file_count, 0), null)::integer as file_count,
  if(counts.is_counted, coalesce(counts.added_line_count, 0), null) as added_line_count,
  if(counts.is_counted, coalesce(counts.deleted_line_count, 0), null) as deleted_line_count,
  commits.subject,
  commits.committer_person_id,
  commits.principal_person_id,
  counts.mechanical_reason,
  commits.is_revert,
  commits.is_reland,
  commits.reverted_sha,
  commits.fix_rule,
  commits.is_rewritten_history,
  counts.is_damaged,
  commits.generation,
  commits.raw_author_name,
  commits.raw_author_email,
  commits.raw_committer_name,
  commits.raw_committer_email
from
  fct_reached_commit as commits
  join counted_commits as counts using (repo_id, sha)

-- table: fct_commit_file
-- title: Files that commits of the default branch change
-- source: git log --numstat -M -l0; where its lines could not be read, git's list of names, in which a rename is a deletion and an addition
-- grain: repo_id, sha, path
-- columns:
--   repo_id             BIGINT   key    dim_repo.repo_id
--   sha                 VARCHAR  hash   hash of the commit; none of them is a merge
--   path                VARCHAR  path   path after the commit
--   previous_path       VARCHAR  path   path before a rename, else null
--   added_line_count    INTEGER  lines  added lines; null for binary files and where lines could not be read
--   deleted_line_count  INTEGER  lines  deleted lines; null likewise
--   is_binary           BOOLEAN  flag   whether git takes the file for binary; null where lines could not be read
--   file_class          VARCHAR  code   fct_path.file_class of the path
--   change              VARCHAR  code   added, modified, deleted, renamed or retyped
with
  counted_commits as (
    select distinct
      repo_id,
      sha
    from
      stg_git__line_count
  ),
  changes as (
    select
      lines.repo_id,
      lines.sha,
      lines.path,
      lines.previous_path,
      lines.added_line_count,
      lines.deleted_line_count,
      lines.is_binary,
      if(lines.previous_path is null, names.status, 'R') as status
    from
      stg_git__line_count as lines
      left join stg_git__commit_path as names using (repo_id, sha, path)
    union all
    by name
    select
      repo_id,
      sha,
      path,
      status
    from
      stg_git__commit_path
      anti join counted_commits using (repo_id, sha)
  )
select
  changes.repo_id,
  changes.sha,
  changes.path,
  changes.previous_path,
  changes.added_line_count,
  changes.deleted_line_count,
  changes.is_binary,
  paths.file_class,
  case changes.status
    when 'A' then 'added'
    when 'D' then 'deleted'
    when 'R' then 'renamed'
    when 'T' then 'retyped'
    else 'modified'
  end as change
from
  changes
  join fct_path as paths using (repo_id, path)

-- metric: churn_by_module
-- id: C8
-- title: Code churn by module
-- question: In which parts of the code do lines change most, against their size?
-- family: robustness
-- status: experimental
-- source: CHAOSS metric "Code Changes Lines", by folder; relative churn after Nagappan and Ball 2005
-- needs: git
-- grain: scope_id, rank
-- params:
--   scope_ids  BIGINT[]     required        scopes to answer for
--   from       TIMESTAMPTZ  required        start of the window
--   to         TIMESTAMPTZ  required        end of the window, exclusive
--   top        INTEGER      default=30 1..  rows per scope
-- columns:
--   scope_id            BIGINT   key      dim_scope.scope_id
--   rank                INTEGER  number   place by churned_line_count
--   repo_id             BIGINT   key      dim_repo.repo_id
--   repository          VARCHAR  name     full name of the repository, else its name
--   module              VARCHAR  path     folder with at least 2 % of the repository's code files, without those of its subfolders that have as many; `.` for the root
--   commit_count        BIGINT   commits  commits of the window that are line work and changed code in the module
--   added_line_count    BIGINT   lines    lines of code added
--   deleted_line_count  BIGINT   lines    lines of code deleted, those of files that are gone included
--   churned_line_count  BIGINT   lines    both
--   line_count          BIGINT   lines    lines of the module's code files at the head
--   churn_ratio         DOUBLE   ratio    churned_line_count over line_count; above 1 where more lines changed than there are
-- limits: without mechanical commits. Sizes and folders are those of the collected head.
with
  windowed_lines as (
    select
      scope_id,
      repo_id,
      coalesce(module, '.') as module,
      count(distinct sha) as commit_count,
      coalesce(sum(fct_commit_file.added_line_count), 0)::bigint as added_line_count,
      coalesce(sum(fct_commit_file.deleted_line_count), 0)::bigint as deleted_line_count
    from
      map_scope_repo
      join fct_commit using (repo_id)
      join fct_commit_file using (repo_id, sha)
      left join fct_path_module using (repo_id, path)
    where
      list_contains($scope_ids::bigint[], scope_id)
      and landed_at >= $from::timestamptz
      and landed_at < $to::timestamptz
      and is_line_work
      and file_class = 'code'
    group by
      scope_id,
      repo_id,
      module
  ),
  module_sizes as (
    select
      repo_id,
      coalesce(module, '.') as module,
      sum(line_count)::bigint as line_count
    from
      fct_head_file
      left join fct_path_module using (repo_id, path)
    where
      file_class = 'code'
    group by
      repo_id,
      module
  )
select
  scope_id,
  row_number() over most_first::integer as rank,
  repo_id,
  coalesce(full_name, name) as repository,
  module,
  windowed_lines.commit_count,
  added_line_count,
  deleted_line_count,
  added_line_count + deleted_line_count as churned_line_count,
  line_count,
  churned_line_count / nullif(line_count, 0) as churn_ratio
from
  windowed_lines
  left join module_sizes using (repo_id, module)
  left join dim_repo using (repo_id)
window
  most_first as (
    partition by
      scope_id
    order by
      added_line_count + deleted_line_count desc,
      repo_id,
      module
  )
qualify
  rank <= $top::integer
order by
  scope_id,
  rank

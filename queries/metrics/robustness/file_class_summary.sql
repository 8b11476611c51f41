-- metric: file_class_summary
-- id: C15
-- title: What the repository is made of
-- question: How much of the files is code, tests, documents, generated or copied from elsewhere?
-- family: robustness
-- status: experimental
-- source: files at the head; classes by .gitattributes and path
-- needs: git
-- grain: scope_id, file_class
-- window: all
-- params:
--   scope_ids  BIGINT[]  required  scopes to answer for
-- columns:
--   scope_id    BIGINT   key    dim_scope.scope_id
--   file_class  VARCHAR  word   fct_head_file.file_class
--   file_count  BIGINT   files  files at the head; symbolic links and submodules are in other
--   file_share  DOUBLE   share  share of all files of the scope
--   byte_count  BIGINT   bytes  their size
--   line_count  BIGINT   lines  lines of those that are text; null where there are none
-- limits: decided by .gitattributes and the path alone, not by what a file says. Of the collected head, whatever the date.
select
  scope_id,
  file_class,
  count(*) as file_count,
  count(*) / sum(count(*)) over (
    partition by
      scope_id
  ) as file_share,
  sum(byte_count)::bigint as byte_count,
  sum(line_count)::bigint as line_count
from
  map_scope_repo
  join fct_head_file using (repo_id)
where
  list_contains($scope_ids::bigint[], scope_id)
group by
  scope_id,
  file_class
order by
  scope_id,
  file_class

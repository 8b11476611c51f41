-- table: fct_head_file
-- title: Files at the head of the default branch
-- source: git ls-tree -r
-- limits: of the head that was collected; a past as-of date sees the same sizes
-- grain: repo_id, path
-- columns:
--   repo_id     BIGINT   key    dim_repo.repo_id
--   path        VARCHAR  path   path in the tree; bytes that are not UTF-8 stand as \ooo
--   mode        VARCHAR  code   file mode; 160000 is a submodule, 120000 a symbolic link
--   byte_count  BIGINT   bytes  size; null for submodules and missing objects
--   line_count  INTEGER  lines  lines; null for binary files, submodules and missing objects
--   language    VARCHAR  name   language; null where the name tells none
--   file_class  VARCHAR  code   fct_path.file_class; other for submodules and symbolic links
--   is_binary   BOOLEAN  flag   a NUL among the first 8,000 bytes; null where the object could not be read
select
  files.repo_id,
  files.path,
  files.mode,
  files.byte_count,
  files.line_count,
  if(files.mode in ('120000', '160000'), null, paths.language) as language,
  if(files.mode in ('120000', '160000'), 'other', paths.file_class) as file_class,
  files.is_binary
from
  stg_git__head_file as files
  join fct_path as paths using (repo_id, path)
order by
  files.repo_id,
  files.path

-- table: fct_path_module
-- title: Part of the code base in which each path lies
-- source: house rule: the deepest folder, at most six levels down, that holds at least 2 % of the repository's code files at the head
-- limits: folders are those of the head; a path of the past lies in what is left of its folder. What is in smaller folders counts to the next larger one
-- grain: repo_id, path
-- columns:
--   repo_id  BIGINT   key   dim_repo.repo_id
--   path     VARCHAR  path  fct_path.path
--   module   VARCHAR  path  folder without a trailing slash; `.` for the root
with
  path_folders as (
    select
      repo_id,
      path,
      depth,
      array_to_string(string_split(path, '/') [:depth], '/') as folder
    from
      fct_path
      cross join range(1, 7) as depths (depth)
    where
      depth < len(string_split(path, '/'))
  ),
  code_files as (
    select
      repo_id,
      path,
      count(*) over (
        partition by
          repo_id
      ) as code_file_count
    from
      fct_head_file
    where
      file_class = 'code'
  ),
  modules as (
    select
      repo_id,
      folder
    from
      code_files
      join path_folders using (repo_id, path)
    group by
      repo_id,
      folder,
      code_file_count
    having
      count(*) >= 0.02 * code_file_count
  )
select
  repo_id,
  path,
  coalesce(max_by(modules.folder, depth), '.') as module
from
  fct_path
  left join path_folders using (repo_id, path)
  left join modules using (repo_id, folder)
group by
  repo_id,
  path
order by
  repo_id,
  path

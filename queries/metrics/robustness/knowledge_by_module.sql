-- metric: knowledge_by_module
-- id: C4, C5
-- title: Who knows which part of the code
-- question: Which people know each part of the code, and which parts depend on one person?
-- family: robustness
-- status: experimental
-- source: authors by Avelino et al. 2016 (see truck_factor), counted by folder
-- needs: git
-- grain: scope_id, rank
-- params:
--   scope_ids        BIGINT[]     required            scopes to answer for
--   from             TIMESTAMPTZ  required            start of the window in which changes are counted
--   to               TIMESTAMPTZ  required            end of the window, exclusive; only commits that landed before it make authors
--   inactive_months  INTEGER      default=12 1..1200  months without a contribution after which somebody counts as gone
--   top              INTEGER      default=30 1..      rows per scope
-- columns:
--   scope_id                BIGINT   key      dim_scope.scope_id
--   rank                    INTEGER  number   place by file_count
--   repo_id                 BIGINT   key      dim_repo.repo_id
--   repository              VARCHAR  name     full name of the repository, else its name
--   module                  VARCHAR  path     folder with at least 2 % of the repository's code files, without those of its subfolders that have as many; `.` for the root
--   label                   VARCHAR  path     the same, after the name of the repository where several of the scope have code
--   file_count              BIGINT   files    code files
--   line_count              BIGINT   lines    lines of these files
--   commit_count            BIGINT   commits  commits of the window that are line work and changed one of these files
--   author_count            BIGINT   people   people who are an author of at least one of these files
--   active_author_count     BIGINT   people   of these with a contribution in the last inactive_months
--   main_author_id          BIGINT   key      person who is an author of the most of these files
--   main_author             VARCHAR  name     name of that person
--   main_author_file_share  DOUBLE   share    files of which that person is an author
--   is_main_author_active   BOOLEAN  flag     whether that person had a contribution in the last inactive_months
--   unknown_file_share      DOUBLE   share    files that have no active author
-- limits: who did not write a file may know it well by review or use. Folders and sizes are those of the head.
with
  file_authors as (
    select
      scope_id,
      repo_id,
      file_id,
      author_id as person_id
    from
      file_author (
        scope_ids := $scope_ids::bigint[],
        until := $to::timestamptz,
        population := 'lines',
        half_life_days := null
      )
  ),
  present_files as (
    select distinct
      scope_id,
      repo_id,
      file_id,
      coalesce(module, '.') as module,
      line_count
    from
      file_authors
      join fct_file using (repo_id, file_id)
      left join fct_path_module using (repo_id, path)
  ),
  active_people as (
    select distinct
      scope_id,
      fct_credit.person_id
    from
      map_scope_repo
      join fct_commit using (repo_id)
      join fct_credit using (repo_id, sha)
    where
      list_contains($scope_ids::bigint[], scope_id)
      and landed_at < $to::timestamptz
      and authored_at >= $to::timestamptz - to_months($inactive_months::integer)
      and role <> 'signer'
  ),
  module_people as (
    select
      scope_id,
      repo_id,
      module,
      person_id,
      active_people.person_id is not null as is_active,
      count(*) as authored_file_count
    from
      present_files
      join file_authors using (scope_id, repo_id, file_id)
      left join active_people using (scope_id, person_id)
    where
      person_id is not null
    group by
      scope_id,
      repo_id,
      module,
      person_id,
      is_active
  ),
  module_commits as (
    select
      scope_id,
      repo_id,
      module,
      count(distinct sha) as commit_count
    from
      present_files
      join fct_file_change using (repo_id, file_id)
      join fct_commit using (repo_id, sha)
    where
      change <> 'deleted'
      and is_line_work
      and landed_at >= $from::timestamptz
      and landed_at < $to::timestamptz
    group by
      scope_id,
      repo_id,
      module
  ),
  module_files as (
    select
      scope_id,
      repo_id,
      module,
      count(*) as file_count,
      sum(line_count)::bigint as line_count,
      count(known_files.file_id) as known_file_count
    from
      present_files
      left join (
        select distinct
          scope_id,
          file_id
        from
          file_authors
          join active_people using (scope_id, person_id)
      ) as known_files using (scope_id, file_id)
    group by
      scope_id,
      repo_id,
      module
  )
select
  scope_id,
  row_number() over largest_first::integer as rank,
  repo_id,
  coalesce(full_name, dim_repo.name) as repository,
  module,
  concat_ws(
    '/',
    if(
      min(repo_id) over (
        partition by
          scope_id
      ) <> max(repo_id) over (
        partition by
          scope_id
      ),
      dim_repo.name,
      null
    ),
    module
  ) as label,
  file_count,
  line_count,
  coalesce(module_commits.commit_count, 0) as commit_count,
  coalesce(author_count, 0) as author_count,
  coalesce(active_author_count, 0)::bigint as active_author_count,
  main_author.person_id as main_author_id,
  dim_person.name as main_author,
  main_author.authored_file_count / file_count as main_author_file_share,
  main_author.is_active as is_main_author_active,
  1 - known_file_count / file_count as unknown_file_share
from
  module_files
  left join module_commits using (scope_id, repo_id, module)
  left join (
    select
      scope_id,
      repo_id,
      module,
      count(*) as author_count,
      count_if(is_active) as active_author_count,
      arg_max(
        struct_pack(person_id, is_active, authored_file_count),
        (authored_file_count, - person_id)
      ) as main_author
    from
      module_people
    group by
      scope_id,
      repo_id,
      module
  ) as authors using (scope_id, repo_id, module)
  left join dim_repo using (repo_id)
  left join dim_person on dim_person.person_id = main_author.person_id
window
  largest_first as (
    partition by
      scope_id
    order by
      file_count desc,
      repo_id,
      module
  )
qualify
  rank <= $top::integer
order by
  scope_id,
  rank

-- metric: hotspots
-- id: C6
-- title: Hotspots
-- question: Which code files are both large and often changed, so that effort meets complexity there?
-- family: robustness
-- status: experimental
-- source: Tornhill, "Your Code as a Crime Scene"; size stands for complexity
-- needs: git
-- grain: scope_id, rank
-- params:
--   scope_ids  BIGINT[]     required        scopes to answer for
--   from       TIMESTAMPTZ  required        start of the window
--   to         TIMESTAMPTZ  required        end of the window, exclusive
--   min_lines  INTEGER      default=50 0..  smaller files are left out
--   top        INTEGER      default=20 1..  rows per scope
-- columns:
--   scope_id             BIGINT   key      dim_scope.scope_id
--   rank                 INTEGER  number   place by hotspot_score, 1 for the highest
--   repo_id              BIGINT   key      dim_repo.repo_id
--   repository           VARCHAR  name     full name of the repository, else its name
--   path                 VARCHAR  path     path at the head
--   hotspot_score        DOUBLE   share    share of files changed at most as often, times share of files at most as long; 1 for a file that leads both
--   revision_count       BIGINT   commits  commits of the window that changed the file, line work only, renames followed
--   person_count         BIGINT   people   known principal authors of these commits
--   line_count           INTEGER  lines    lines at the head
--   revision_median      DOUBLE   commits  median of revision_count over all files compared, for scale
--   compared_file_count  BIGINT   files    code files of at least min_lines lines that are compared
-- limits: a large file that changes often is where to look, not proof of a fault. Size is that of the collected head; a file deleted since is not seen.
with
  compared_files as (
    select
      scope_id,
      repo_id,
      path as head_path,
      line_count
    from
      map_scope_repo
      join fct_head_file using (repo_id)
    where
      list_contains($scope_ids::bigint[], scope_id)
      and file_class = 'code'
      and line_count >= $min_lines::integer
  ),
  revisions as (
    select
      repo_id,
      head_path,
      count(distinct sha) as revision_count,
      count(distinct principal_person_id) as person_count
    from
      fct_file_change
      join fct_commit using (repo_id, sha)
    where
      landed_at >= $from::timestamptz
      and landed_at < $to::timestamptz
      and is_line_work
      and change <> 'deleted'
    group by
      repo_id,
      head_path
  ),
  scored_files as (
    select
      scope_id,
      repo_id,
      head_path,
      line_count,
      coalesce(revision_count, 0) as revision_count,
      person_count,
      cume_dist() over (
        partition by
          scope_id
        order by
          coalesce(revision_count, 0)
      ) * cume_dist() over (
        partition by
          scope_id
        order by
          line_count
      ) as hotspot_score,
      median(coalesce(revision_count, 0)) over (
        partition by
          scope_id
      ) as revision_median,
      count(*) over (
        partition by
          scope_id
      ) as compared_file_count
    from
      compared_files
      left join revisions using (repo_id, head_path)
  ),
  ranked_files as (
    select
      scope_id,
      row_number() over (
        partition by
          scope_id
        order by
          hotspot_score desc,
          revision_count desc,
          line_count desc,
          repo_id,
          head_path
      ) as rank,
      repo_id,
      head_path,
      hotspot_score,
      revision_count,
      person_count,
      line_count,
      revision_median,
      compared_file_count
    from
      scored_files
    where
      revision_count > 0
  )
select
  scope_id,
  rank::integer as rank,
  repo_id,
  coalesce(full_name, name) as repository,
  head_path as path,
  hotspot_score,
  revision_count,
  person_count,
  line_count,
  revision_median,
  compared_file_count
from
  ranked_files
  left join dim_repo using (repo_id)
where
  rank <= $top::integer
order by
  scope_id,
  rank

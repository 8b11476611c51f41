-- metric: change_coupling
-- id: C7
-- title: Change coupling
-- question: Which files keep changing together, so that one can't be changed safely without knowing the other?
-- family: robustness
-- status: experimental
-- source: code-maat's coupling analysis with its default thresholds
-- needs: git
-- grain: scope_id, rank
-- params:
--   scope_ids      BIGINT[]     required          scopes to answer for
--   from           TIMESTAMPTZ  required          start of the window
--   to             TIMESTAMPTZ  required          end of the window, exclusive
--   max_files      INTEGER      default=30 1..    commits of more files are left out, from the revisions too
--   min_revisions  INTEGER      default=5 0..     least average of both files' revisions
--   min_shared     INTEGER      default=5 0..     least number of shared commits
--   min_coupling   DOUBLE       default=0.3 0..1  least coupling_share
--   top            INTEGER      default=20 1..    rows per scope
-- columns:
--   scope_id                BIGINT   key      dim_scope.scope_id
--   rank                    INTEGER  number   place by coupling_share, then by shared commits
--   repo_id                 BIGINT   key      dim_repo.repo_id
--   repository              VARCHAR  name     full name of the repository, else its name
--   path                    VARCHAR  path     the file whose path sorts first, at the head
--   coupled_path            VARCHAR  path     the other file
--   shared_commit_count     BIGINT   commits  commits that changed both
--   revision_count          BIGINT   commits  commits that changed `path`
--   coupled_revision_count  BIGINT   commits  commits that changed `coupled_path`
--   coupling_share          DOUBLE   share    shared commits over the average of both revision counts
--   is_same_stem            BOOLEAN  flag     whether both have the same name but for folder, ending and a mark of test, as a file and its test or header have; such pairs are expected
-- limits: squashed pull requests couple more than single commits do. Only code and test files that still exist, and only line work.
with
  compared_files as (
    select
      repo_id,
      file_id,
      path as head_path,
      regexp_replace(
        regexp_replace(lower(parse_filename(path)), '[.].*$', ''),
        '^tests?[-_]|[-_]?(tests?|spec)$',
        ''
      ) as stem
    from
      fct_file
    where
      is_at_head
      and file_class in ('code', 'test')
  ),
  revisions as (
    select distinct
      scope_id,
      repo_id,
      sha,
      file_id
    from
      map_scope_repo
      join fct_commit using (repo_id)
      join fct_file_change using (repo_id, sha)
      semi join compared_files using (repo_id, file_id)
    where
      list_contains($scope_ids::bigint[], scope_id)
      and landed_at >= $from::timestamptz
      and landed_at < $to::timestamptz
      and is_line_work
      and file_count <= $max_files::integer
      and change <> 'deleted'
  ),
  revision_counts as (
    select
      scope_id,
      repo_id,
      file_id,
      count(*) as revision_count
    from
      revisions
    group by
      scope_id,
      repo_id,
      file_id
  ),
  pairs as (
    select
      scope_id,
      repo_id,
      one.file_id,
      other.file_id as other_file_id,
      count(*) as shared_commit_count
    from
      revisions as one
      join revisions as other using (scope_id, repo_id, sha)
    where
      one.file_id < other.file_id
    group by
      scope_id,
      repo_id,
      one.file_id,
      other.file_id
    having
      count(*) >= $min_shared::integer
  ),
  named_revisions as (
    select
      scope_id,
      repo_id,
      file_id,
      head_path,
      stem,
      revision_count
    from
      revision_counts
      join compared_files using (repo_id, file_id)
  ),
  coupled_pairs as (
    select
      scope_id,
      repo_id,
      least(one.head_path, other.head_path) as head_path,
      greatest(one.head_path, other.head_path) as coupled_path,
      shared_commit_count,
      if(one.head_path < other.head_path, one.revision_count, other.revision_count) as revision_count,
      if(one.head_path < other.head_path, other.revision_count, one.revision_count) as coupled_revision_count,
      (one.revision_count + other.revision_count) / 2 as average_revision_count,
      shared_commit_count / average_revision_count as coupling_share,
      one.stem = other.stem as is_same_stem
    from
      pairs
      -- Both always match; as inner joins DuckDB would pair all files with each other first.
      left join named_revisions as one using (scope_id, repo_id, file_id)
      left join named_revisions as other on other.scope_id = pairs.scope_id
      and other.repo_id = pairs.repo_id
      and other.file_id = other_file_id
    where
      average_revision_count >= $min_revisions::integer
      and coupling_share >= $min_coupling::double
  ),
  ranked_pairs as (
    select
      scope_id,
      row_number() over (
        partition by
          scope_id
        order by
          coupling_share desc,
          shared_commit_count desc,
          repo_id,
          head_path,
          coupled_path
      ) as rank,
      repo_id,
      head_path,
      coupled_path,
      shared_commit_count,
      revision_count,
      coupled_revision_count,
      coupling_share,
      is_same_stem
    from
      coupled_pairs
  )
select
  scope_id,
  rank::integer as rank,
  repo_id,
  coalesce(full_name, name) as repository,
  head_path as path,
  coupled_path,
  shared_commit_count,
  revision_count,
  coupled_revision_count,
  coupling_share,
  is_same_stem
from
  ranked_pairs
  left join dim_repo using (repo_id)
where
  rank <= $top::integer
order by
  scope_id,
  rank

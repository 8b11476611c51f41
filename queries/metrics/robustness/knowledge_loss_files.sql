-- metric: knowledge_loss_files
-- id: C5
-- title: Files that lose their knowledge
-- question: Which code files have lost everybody who knew them, or hang on a single person, the largest first?
-- family: robustness
-- status: experimental
-- source: authors by Avelino et al. 2016 (see truck_factor); a file is orphaned when none of them is active
-- needs: git
-- grain: scope_id, rank
-- window: all
-- params:
--   scope_ids        BIGINT[]     required            scopes to answer for
--   to               TIMESTAMPTZ  required            only commits that landed before this instant count
--   inactive_months  INTEGER      default=12 1..1200  months without a contribution after which somebody counts as gone
--   half_life_days   DOUBLE       optional 1..        days after which a change weighs half in the degree of authorship; none: knowledge does not fade
--   top              INTEGER      default=200 1..     rows per scope
-- columns:
--   scope_id         BIGINT       key     dim_scope.scope_id
--   rank             INTEGER      number  place: orphaned files before those at risk, then the longer before the shorter
--   repo_id          BIGINT       key     dim_repo.repo_id
--   repository       VARCHAR      name    full name of the repository, else its name
--   path             VARCHAR      path    path at the head, or the last one of a file deleted since
--   state            VARCHAR      word    orphaned: none of its authors is active; at_risk: exactly one is
--   line_count       INTEGER      lines   lines at the head
--   author_count     BIGINT       people  authors of the file
--   authors          VARCHAR      names   names of at most five of them, active ones first
--   last_changed_at  TIMESTAMPTZ  date    when the newest change by line work landed
-- limits: who did not write a file may know it well by review or use. Activity is what git shows, in any role but signer. Sizes are those of the collected head, so a file deleted since has no lines.
with
  file_authors as (
    select
      scope_id,
      repo_id,
      file_id,
      last_changed_at,
      author_id as person_id
    from
      file_author (
        scope_ids := $scope_ids::bigint[],
        until := $to::timestamptz,
        population := 'lines',
        half_life_days := $half_life_days::double
      )
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
  author_names as (
    select
      scope_id,
      repo_id,
      file_id,
      last_changed_at,
      count(*) as author_count,
      count(active_people.person_id) as active_author_count,
      array_to_string(
        list(
          coalesce(name, 'unnamed')
          order by
            active_people.person_id is null,
            name,
            person_id
        ) [1:5],
        ', '
      ) as authors
    from
      file_authors
      left join active_people using (scope_id, person_id)
      left join dim_person using (person_id)
    where
      person_id is not null
    group by
      scope_id,
      repo_id,
      file_id,
      last_changed_at
  ),
  ranked_files as (
    select
      scope_id,
      row_number() over (
        partition by
          scope_id
        order by
          active_author_count,
          line_count desc nulls last,
          repo_id,
          path
      ) as rank,
      repo_id,
      path,
      if(active_author_count = 0, 'orphaned', 'at_risk') as state,
      line_count,
      author_count,
      authors,
      last_changed_at
    from
      author_names
      join fct_file using (repo_id, file_id)
    where
      active_author_count < 2
  )
select
  scope_id,
  rank::integer as rank,
  repo_id,
  coalesce(full_name, name) as repository,
  ranked_files.path,
  state,
  line_count,
  author_count,
  authors,
  last_changed_at
from
  ranked_files
  left join dim_repo using (repo_id)
where
  rank <= $top::integer
order by
  scope_id,
  rank

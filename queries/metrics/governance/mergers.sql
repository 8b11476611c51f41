-- metric: mergers
-- id: F3
-- title: Who merges
-- question: Who uses the right to merge, and whose changes?
-- family: governance
-- status: experimental
-- source: House rule, from who merged pull requests
-- needs: pulls
-- grain: scope_id, person_id
-- params:
--   scope_ids  BIGINT[]     required  scopes to answer for
--   from       TIMESTAMPTZ  required  start of the window
--   to         TIMESTAMPTZ  required  end of the window, exclusive
-- columns:
--   scope_id            BIGINT       key            dim_scope.scope_id
--   person_id           BIGINT       key            dim_person.person_id; people only
--   person_name         VARCHAR      text           dim_person.name
--   merged_count        BIGINT       pull requests  merged by the person in the window
--   merged_share        DOUBLE       share          merged_count / pull requests merged in the window, those by machines and unknown accounts included
--   other_author_count  BIGINT       pull requests  those of them that somebody else wrote
--   first_merged_at     TIMESTAMPTZ  instant        when the person merged for the first time ever
--   is_new              BOOLEAN      flag           whether that lies in the window
-- limits: merging on GitHub only: whoever pushes to the branch directly is not seen here. Having the right without using it is not seen either.
with
  merges as (
    select
      scope_id,
      node_id,
      merged_at,
      merged_by_person_id as person_id,
      merged_by_kind,
      author_person_id is distinct from merged_by_person_id as is_of_other,
      merged_at >= $from::timestamptz as is_windowed
    from
      map_scope_repo
      join fct_pull_request using (repo_id)
    where
      list_contains($scope_ids::bigint[], scope_id)
      and merged_at < $to::timestamptz
  ),
  totals as (
    select
      scope_id,
      count(*) filter(
        where
          is_windowed
      ) as merged_count
    from
      merges
    group by
      scope_id
  ),
  people as (
    select
      scope_id,
      person_id,
      count(*) filter(
        where
          is_windowed
      ) as merged_count,
      count(*) filter(
        where
          is_windowed
          and is_of_other
      ) as other_author_count,
      min(merged_at) as first_merged_at
    from
      merges
    where
      merged_by_kind = 'person'
      and person_id is not null
    group by
      scope_id,
      person_id
  )
select
  scope_id,
  person_id,
  dim_person.name as person_name,
  people.merged_count,
  people.merged_count / totals.merged_count as merged_share,
  other_author_count,
  first_merged_at,
  first_merged_at >= $from::timestamptz as is_new
from
  people
  join totals using (scope_id)
  join dim_person using (person_id)
where
  people.merged_count > 0
order by
  scope_id,
  people.merged_count desc,
  person_id

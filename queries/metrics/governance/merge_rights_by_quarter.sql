-- metric: merge_rights_by_quarter
-- id: F3
-- title: Merge rights in use by quarter
-- question: On how few people does merging rest, and does somebody new get the right?
-- family: governance
-- status: experimental
-- source: House rule; contributor absence factor over merges
-- needs: pulls
-- grain: scope_id, quarter
-- window: 24 months
-- params:
--   scope_ids  BIGINT[]     required  scopes to answer for
--   from       TIMESTAMPTZ  required  start of the window
--   to         TIMESTAMPTZ  required  end of the window, exclusive
-- columns:
--   scope_id              BIGINT   key            dim_scope.scope_id
--   quarter               DATE     quarter        first day of the quarter (UTC); only those in which something was merged
--   is_partial            BOOLEAN  flag           whether the window begins after the quarter or the data ends before it does
--   merged_count          BIGINT   pull requests  merged in the quarter
--   machine_count         BIGINT   pull requests  those merged by machines
--   unknown_count         BIGINT   pull requests  those merged by accounts that are gone
--   merger_count          BIGINT   people         people who merged
--   new_merger_count      BIGINT   people         those who had never merged before
--   top_merger_share      DOUBLE   share          of what people merged, the part of the one who merged most; null where none did
--   merge_absence_factor  INTEGER  people         smallest number of people with at least half of what people merged; null where none did
-- limits: merging on GitHub only. A merge queue or a bot that merges for people hides who decided.
with
  merges as (
    select
      scope_id,
      node_id,
      merged_at,
      merged_by_kind,
      if(merged_by_kind = 'person', merged_by_person_id, null) as person_id
    from
      map_scope_repo
      join fct_pull_request using (repo_id)
    where
      list_contains($scope_ids::bigint[], scope_id)
      and merged_at < $to::timestamptz
  ),
  quarters as (
    select
      scope_id,
      date_trunc('quarter', merged_at) as quarter_start,
      count(*) as merged_count,
      count(*) filter(
        where
          merged_by_kind in ('bot', 'agent')
      ) as machine_count,
      count(*) filter(
        where
          merged_by_kind = 'ghost'
      ) as unknown_count
    from
      merges
    where
      merged_at >= $from::timestamptz
    group by
      scope_id,
      date_trunc('quarter', merged_at)
  ),
  first_merges as (
    select
      scope_id,
      person_id,
      min(merged_at) as first_merged_at
    from
      merges
    where
      person_id is not null
    group by
      scope_id,
      person_id
  ),
  people as (
    select
      scope_id,
      date_trunc('quarter', merged_at) as quarter_start,
      person_id,
      count(*) as merge_count,
      bool_or(merged_at = first_merged_at) as is_new
    from
      merges
      join first_merges using (scope_id, person_id)
    where
      merged_at >= $from::timestamptz
    group by
      scope_id,
      date_trunc('quarter', merged_at),
      person_id
  ),
  ranked_people as (
    select
      scope_id,
      quarter_start,
      merge_count,
      is_new,
      sum(merge_count) over (
        partition by
          scope_id,
          quarter_start
      ) as total_count,
      sum(merge_count) over (
        partition by
          scope_id,
          quarter_start
        order by
          merge_count desc,
          person_id
      ) as running_count
    from
      people
  ),
  concentrations as (
    select
      scope_id,
      quarter_start,
      count(*) as merger_count,
      count(*) filter(
        where
          is_new
      ) as new_merger_count,
      max(merge_count) / max(total_count) as top_merger_share,
      count(*) filter(
        where
          running_count - merge_count < total_count * 0.5
      )::integer as merge_absence_factor
    from
      ranked_people
    group by
      scope_id,
      quarter_start
  )
select
  scope_id,
  quarter_start::date as quarter,
  quarter_start < $from::timestamptz
  or quarter_start + interval 3 months > $to::timestamptz as is_partial,
  merged_count,
  machine_count,
  unknown_count,
  coalesce(merger_count, 0) as merger_count,
  coalesce(new_merger_count, 0) as new_merger_count,
  top_merger_share::double as top_merger_share,
  merge_absence_factor
from
  quarters
  left join concentrations using (scope_id, quarter_start)
order by
  scope_id,
  quarter

-- metric: contributor_quarters
-- id: A9
-- title: Who carried the project when
-- question: When were the people with the most commits at work?
-- family: contributors
-- status: experimental
-- source: commits by principal author (metrics.md A3)
-- needs: git
-- grain: scope_id, person_id, quarter
-- window: 96 months
-- params:
--   scope_ids     BIGINT[]     required        scopes to answer for
--   from          TIMESTAMPTZ  required        start of the window
--   to            TIMESTAMPTZ  required        end of the window, exclusive
--   person_limit  INTEGER      default=15 1..  people to show, those with the most commits of the window
-- columns:
--   scope_id             BIGINT   key      dim_scope.scope_id
--   person_id            BIGINT   key      dim_person.person_id of the principal author
--   quarter              DATE     quarter  first day of the quarter in UTC; every quarter from the first commit in the window on
--   name                 VARCHAR  text     dim_person.name
--   commit_rank          BIGINT   rank     place by commits of the window; ties by person_id
--   window_commit_count  BIGINT   commits  commits of the person in the whole window
--   commit_count         BIGINT   commits  commits of the person in the quarter that are work, by the date they landed, each hash once
--   is_partial           BOOLEAN  flag     whether the window begins or ends inside the quarter
-- limits: commits of principal authors alone; who reviews, reports or merges is not seen here.
with
  commits as (
    select
      scope_id,
      sha,
      min(principal_person_id) as person_id,
      date_trunc('quarter', min(landed_at))::date as quarter
    from
      map_scope_repo
      join fct_commit using (repo_id)
    where
      list_contains($scope_ids::bigint[], scope_id)
      and landed_at >= $from::timestamptz
      and landed_at < $to::timestamptz
      and is_work
    group by
      scope_id,
      sha
  ),
  ranked_people as (
    select
      scope_id,
      person_id,
      count(*) as window_commit_count,
      row_number() over (
        partition by
          scope_id
        order by
          count(*) desc,
          person_id
      ) as commit_rank
    from
      commits
    where
      person_id is not null
    group by
      scope_id,
      person_id
    qualify
      commit_rank <= $person_limit::integer
  ),
  person_quarters as (
    select
      scope_id,
      person_id,
      quarter,
      count(*) as commit_count
    from
      commits
    group by
      scope_id,
      person_id,
      quarter
  ),
  quarters as (
    select
      scope_id,
      unnest(range(min(quarter)::timestamptz, $to::timestamptz, interval 3 months))::date as quarter
    from
      commits
    group by
      scope_id
  )
select
  scope_id,
  person_id,
  quarter,
  name,
  commit_rank,
  window_commit_count,
  coalesce(commit_count, 0) as commit_count,
  quarter::timestamptz < $from::timestamptz
  or (quarter + interval 3 months)::timestamptz > $to::timestamptz as is_partial
from
  ranked_people
  join quarters using (scope_id)
  left join person_quarters using (scope_id, person_id, quarter)
  left join dim_person using (person_id)
order by
  scope_id,
  commit_rank,
  person_id,
  quarter

-- table: survival_step
-- title: How many contributors were still there after each time at which somebody's last contribution lies
-- source: Kaplan-Meier estimate
-- limits: counts authors and co-authors by author date
-- grain: scope_id, population, duration_days
-- params:
--   scope_ids        BIGINT[]     required  scopes to answer for
--   until            TIMESTAMPTZ  required  end of what is seen, exclusive
--   inactive_months  INTEGER      required  months without a contribution after which a person is taken as gone
-- columns:
--   scope_id        BIGINT   key     dim_scope.scope_id
--   population      VARCHAR  word    all: everybody, from the first contribution on; returned: those with contributions on two days (UTC), from the second day on
--   duration_days   INTEGER  days    whole days from the start to the last contribution
--   at_risk_count   BIGINT   people  people whose time lasts at least that long
--   lost_count      BIGINT   people  people whose last contribution is exactly then, inactive_months or more before the end
--   censored_count  BIGINT   people  people whose last contribution is exactly then but who may still be there
--   survival_share  DOUBLE   share   estimated share that stays longer than that
with
  contributions as (
    select distinct
      scope_id,
      credits.person_id,
      date_trunc('day', authored_at) as active_day,
      authored_at
    from
      map_scope_repo
      join fct_commit using (repo_id)
      join fct_credit as credits using (repo_id, sha)
      left join dim_person as people on people.person_id = credits.person_id
    where
      list_contains(scope_ids::bigint[], scope_id)
      and is_work
      and role in ('author', 'co_author')
      and people.is_bot is not true
      and credits.person_id is not null
      and authored_at < until::timestamptz
      and landed_at < until::timestamptz
  ),
  first_days as (
    select
      scope_id,
      person_id,
      authored_at,
      min(active_day) over (
        partition by
          scope_id,
          person_id
      ) as first_day,
      active_day
    from
      contributions
  ),
  people as (
    select
      scope_id,
      person_id,
      min(authored_at) as first_at,
      min(authored_at) filter(
        where
          active_day > first_day
      ) as second_at,
      max(authored_at) as last_at
    from
      first_days
    group by
      scope_id,
      person_id
  ),
  lives as (
    select
      scope_id,
      'all' as population,
      floor(epoch(last_at - first_at) / 86400)::integer as duration_days,
      last_at < until::timestamptz - to_months(inactive_months::integer) as is_lost
    from
      people
    union all
    select
      scope_id,
      'returned' as population,
      floor(epoch(last_at - second_at) / 86400)::integer as duration_days,
      last_at < until::timestamptz - to_months(inactive_months::integer) as is_lost
    from
      people
    where
      second_at is not null
  ),
  steps as (
    select
      scope_id,
      population,
      duration_days,
      count_if(is_lost)::bigint as lost_count,
      count_if(not is_lost)::bigint as censored_count
    from
      lives
    group by
      scope_id,
      population,
      duration_days
  ),
  risks as (
    select
      scope_id,
      population,
      duration_days,
      lost_count,
      censored_count,
      sum(lost_count + censored_count) over (
        partition by
          scope_id,
          population
        order by
          duration_days desc
      )::bigint as at_risk_count
    from
      steps
  )
select
  scope_id,
  population,
  duration_days,
  at_risk_count,
  lost_count,
  censored_count,
  product(1 - lost_count / at_risk_count) over (
    partition by
      scope_id,
      population
    order by
      duration_days
  ) as survival_share
from
  risks

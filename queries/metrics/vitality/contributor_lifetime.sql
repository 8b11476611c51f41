-- metric: contributor_lifetime
-- id: B12
-- title: How long contributors stay
-- question: How long does a contributor stay, and how many are there after one, two and five years?
-- family: vitality
-- status: experimental
-- source: Kaplan-Meier estimate
-- needs: git
-- grain: scope_id, population
-- window: all
-- params:
--   scope_ids        BIGINT[]     required    scopes to answer for
--   to               TIMESTAMPTZ  required    end of what is seen, exclusive
--   inactive_months  INTEGER      default=12  months without a contribution after which a person is taken as gone
-- columns:
--   scope_id            BIGINT   key     dim_scope.scope_id
--   population          VARCHAR  word    all: everybody, from the first contribution on; returned: those with contributions on two days (UTC), from the second day on
--   person_count        BIGINT   people  people in it
--   lost_count          BIGINT   people  those whose last contribution is inactive_months or more before the end
--   median_days         INTEGER  days    time after which half are gone; null with fewer than 5 people or when half have never been gone
--   year1_share         DOUBLE   share   estimated share that stays longer than 365 days; null when nobody was there that long, gone or not
--   year2_share         DOUBLE   share   the same for 730 days
--   year5_share         DOUBLE   share   the same for 1826 days
-- limits: counts authors and co-authors by author date.
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
      list_contains($scope_ids::bigint[], scope_id)
      and is_work
      and role in ('author', 'co_author')
      and people.is_bot is not true
      and credits.person_id is not null
      and authored_at < $to::timestamptz
      and landed_at < $to::timestamptz
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
      last_at < $to::timestamptz - to_months($inactive_months::integer) as is_lost
    from
      people
    union all
    select
      scope_id,
      'returned' as population,
      floor(epoch(last_at - second_at) / 86400)::integer as duration_days,
      last_at < $to::timestamptz - to_months($inactive_months::integer) as is_lost
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
      count(*) as step_count
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
      step_count,
      sum(step_count) over (
        partition by
          scope_id,
          population
        order by
          duration_days desc
      ) as at_risk_count
    from
      steps
  ),
  survivals as (
    select
      scope_id,
      population,
      duration_days,
      lost_count,
      step_count,
      product(1 - lost_count / at_risk_count) over (
        partition by
          scope_id,
          population
        order by
          duration_days
      ) as survival_share
    from
      risks
  )
select
  scope_id,
  population,
  sum(step_count)::bigint as person_count,
  sum(lost_count)::bigint as lost_count,
  if(
    sum(step_count) >= 5,
    min(duration_days) filter(
      where
        survival_share <= 0.5
    ),
    null
  ) as median_days,
  if(
    max(duration_days) >= 365
    or min(survival_share) = 0,
    coalesce(
      min(survival_share) filter(
        where
          duration_days <= 365
      ),
      1
    ),
    null
  ) as year1_share,
  if(
    max(duration_days) >= 730
    or min(survival_share) = 0,
    coalesce(
      min(survival_share) filter(
        where
          duration_days <= 730
      ),
      1
    ),
    null
  ) as year2_share,
  if(
    max(duration_days) >= 1826
    or min(survival_share) = 0,
    coalesce(
      min(survival_share) filter(
        where
          duration_days <= 1826
      ),
      1
    ),
    null
  ) as year5_share
from
  survivals
group by
  scope_id,
  population
order by
  scope_id,
  population

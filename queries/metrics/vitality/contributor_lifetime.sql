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
--   scope_ids        BIGINT[]     required            scopes to answer for
--   to               TIMESTAMPTZ  required            end of what is seen, exclusive
--   inactive_months  INTEGER      default=12 1..1200  months without a contribution after which a person is taken as gone
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
select
  scope_id,
  population,
  sum(lost_count + censored_count)::bigint as person_count,
  sum(lost_count)::bigint as lost_count,
  if(
    person_count >= 5,
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
  survival_step (
    scope_ids := $scope_ids::bigint[],
    until := $to::timestamptz,
    inactive_months := $inactive_months::integer
  )
group by
  scope_id,
  population
order by
  scope_id,
  population

-- metric: contributor_survival
-- id: B12
-- title: Survival of contributors
-- question: What share of contributors is still there after a given time?
-- family: vitality
-- status: experimental
-- source: Kaplan-Meier estimate with Greenwood's variance
-- needs: git
-- grain: scope_id, population, duration_days
-- window: all
-- params:
--   scope_ids        BIGINT[]     required            scopes to answer for
--   to               TIMESTAMPTZ  required            end of what is seen, exclusive
--   inactive_months  INTEGER      default=12 1..1200  months without a contribution after which a person is taken as gone
-- columns:
--   scope_id             BIGINT   key     dim_scope.scope_id
--   population           VARCHAR  word    all: everybody, from the first contribution on; returned: those with contributions on two days (UTC), from the second day on
--   duration_days        INTEGER  days    whole days from the start to the last contribution
--   at_risk_count        BIGINT   people  people whose time lasts at least that long
--   lost_count           BIGINT   people  people whose last contribution is exactly then, inactive_months or more before the end
--   censored_count       BIGINT   people  people whose last contribution is exactly then but who may still be there
--   survival_share       DOUBLE   share   estimated share that stays longer than that
--   survival_share_low   DOUBLE   share   lower end of its 95 % interval; null when nobody is left
--   survival_share_high  DOUBLE   share   upper end of its 95 % interval; null when nobody is left
-- limits: counts authors and co-authors by author date. Many people contribute once, so that everybody together falls steeply on the first day; those who came back at least once are shown apart.
with
  errors as (
    select
      scope_id,
      population,
      duration_days,
      at_risk_count,
      lost_count,
      censored_count,
      survival_share,
      1.96 * sqrt(
        sum(lost_count / nullif(at_risk_count * (at_risk_count - lost_count), 0)) over (
          partition by
            scope_id,
            population
          order by
            duration_days
        )
      ) as relative_error
    from
      survival_step (
        scope_ids := $scope_ids::bigint[],
        until := $to::timestamptz,
        inactive_months := $inactive_months::integer
      )
  )
select
  scope_id,
  population,
  duration_days,
  at_risk_count,
  lost_count,
  censored_count,
  survival_share,
  if(survival_share > 0, greatest(survival_share * (1 - relative_error), 0), null) as survival_share_low,
  if(survival_share > 0, least(survival_share * (1 + relative_error), 1), null) as survival_share_high
from
  errors
order by
  scope_id,
  population,
  duration_days

-- metric: newcomer_conversion
-- id: B13
-- title: From the first contribution to the next steps
-- question: How many newcomers came back, made five changes, or pushed the work of others within a year?
-- family: vitality
-- status: experimental
-- source: CHAOSS metric "Conversion Rate"
-- needs: git
-- grain: scope_id, cohort_year
-- window: all
-- params:
--   scope_ids    BIGINT[]     required            scopes to answer for
--   to           TIMESTAMPTZ  required            end of what is seen, exclusive
--   step_months  INTEGER      default=12 1..1200  time that a newcomer has for the steps
-- columns:
--   scope_id              BIGINT   key     dim_scope.scope_id
--   cohort_year           INTEGER  year    calendar year (UTC) of the first authored or co-authored commit, by author date
--   newcomer_count        BIGINT   people  people whose first contribution is of the year
--   complete_count        BIGINT   people  those of them whose step_months since then are over
--   second_day_count      BIGINT   people  those of complete_count with a second contribution on a later day (UTC) within step_months
--   second_day_share      DOUBLE   share   second_day_count / complete_count
--   five_change_count     BIGINT   people  those of complete_count with at least 5 commits within step_months
--   five_change_share     DOUBLE   share   five_change_count / complete_count
--   merger_count          BIGINT   people  those of complete_count who before step_months were over had committed a change whose principal author is somebody else; null where that year or the next was replayed
--   merger_share          DOUBLE   share   merger_count / complete_count
-- limits: merging on a forge's web page leaves no committer in git, so merger_count is a lower bound there. Read shares with complete_count. In a shallow clone the first cohort is wrong.
with
  commits as (
    select
      scope_id,
      repo_id,
      sha,
      authored_at,
      landed_at,
      committed_at,
      committer_person_id,
      principal_person_id,
      is_rewritten_history
    from
      map_scope_repo
      join fct_commit using (repo_id)
    where
      list_contains($scope_ids::bigint[], scope_id)
      and is_work
      and landed_at < $to::timestamptz
  ),
  contributions as (
    select distinct
      scope_id,
      credits.person_id,
      sha,
      authored_at
    from
      commits
      join fct_credit as credits using (repo_id, sha)
      left join dim_person as people on people.person_id = credits.person_id
    where
      role in ('author', 'co_author')
      and people.is_bot is not true
      and credits.person_id is not null
      and authored_at < $to::timestamptz
  ),
  newcomers as (
    select
      scope_id,
      person_id,
      authored_at,
      sha,
      min(authored_at) over (
        partition by
          scope_id,
          person_id
      ) as first_at
    from
      contributions
  ),
  steps as (
    select
      scope_id,
      person_id,
      first_at,
      count(distinct sha) as change_count,
      count(distinct date_trunc('day', authored_at)) as day_count
    from
      newcomers
    where
      authored_at < first_at + to_months($step_months::integer)
    group by
      scope_id,
      person_id,
      first_at
  ),
  first_merges as (
    select
      scope_id,
      committer_person_id as person_id,
      min(committed_at) as merged_at
    from
      commits
    where
      principal_person_id <> committer_person_id
      and not is_rewritten_history
    group by
      scope_id,
      committer_person_id
  ),
  replayed_years as (
    select
      scope_id,
      year(landed_at) as replayed_year
    from
      commits
    group by
      scope_id,
      year(landed_at)
    having
      count_if(is_rewritten_history) * 2 >= count(*)
  ),
  replayed_cohorts as (
    select distinct
      scope_id,
      unnest([replayed_year - 1, replayed_year])::integer as cohort_year,
      true as is_replayed
    from
      replayed_years
  ),
  people as (
    select
      scope_id,
      year(first_at)::integer as cohort_year,
      first_at + to_months($step_months::integer) <= $to::timestamptz as is_complete,
      day_count > 1 as is_back,
      change_count >= 5 as has_five,
      coalesce(merged_at < first_at + to_months($step_months::integer), false) as is_merger
    from
      steps
      left join first_merges using (scope_id, person_id)
  )
select
  scope_id,
  cohort_year,
  count(*) as newcomer_count,
  count_if(is_complete)::bigint as complete_count,
  count_if(
    is_complete
    and is_back
  )::bigint as second_day_count,
  second_day_count / nullif(complete_count, 0) as second_day_share,
  count_if(
    is_complete
    and has_five
  )::bigint as five_change_count,
  five_change_count / nullif(complete_count, 0) as five_change_share,
  if(
    bool_or(is_replayed),
    null,
    count_if(
      is_complete
      and is_merger
    )
  )::bigint as merger_count,
  merger_count / nullif(complete_count, 0) as merger_share
from
  people
  left join replayed_cohorts using (scope_id, cohort_year)
group by
  scope_id,
  cohort_year
order by
  scope_id,
  cohort_year

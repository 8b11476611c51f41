-- metric: contributor_tiers
-- id: A6
-- title: Core, regular and casual contributors
-- question: How many people make up the core, and how many commits does each tier bring?
-- family: contributors
-- status: experimental
-- source: GrimoireLab "Onion analysis" (80, 15 and 5 % of the activity); CHAOSS "Conversion Rate" names the three classes
-- needs: git
-- grain: scope_id, tier
-- params:
--   scope_ids      BIGINT[]     required           scopes to answer for
--   from           TIMESTAMPTZ  required           start of the window
--   to             TIMESTAMPTZ  required           end of the window, exclusive
--   core_share     DOUBLE       default=0.8 0..1   share of the commits that the core makes
--   regular_share  DOUBLE       default=0.95 0..1  share of the commits that core and regular make together
-- columns:
--   scope_id              BIGINT   key      dim_scope.scope_id
--   tier                  VARCHAR  word     core, regular or casual
--   person_count          BIGINT   people   people in the tier
--   commit_count          BIGINT   commits  their commits of the window that are work, each hash once, by principal author
--   commit_share          DOUBLE   share    of all such commits, those of unknown people included
--   lowest_commit_count   BIGINT   commits  commits of the person with the fewest in the tier; null when it is empty
--   unknown_commit_count  BIGINT   commits  commits of the scope whose author is not known; in no tier
-- limits: the size of the core says nothing about health by itself; the 80 % line does not fit many projects (Yamashita et al. 2015). The person who crosses a line, and everybody with as many commits, belongs to the inner tier (house rule).
with
  commits as (
    select
      scope_id,
      sha,
      min(principal_person_id) as person_id
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
  totals as (
    select
      scope_id,
      count(*) as all_commit_count,
      count(person_id) as known_commit_count
    from
      commits
    group by
      scope_id
  ),
  people as (
    select
      scope_id,
      person_id,
      count(*) as person_commit_count
    from
      commits
    where
      person_id is not null
    group by
      scope_id,
      person_id
  ),
  steps as (
    select
      scope_id,
      person_commit_count,
      count(*) as step_person_count,
      sum(person_commit_count) as step_commit_count
    from
      people
    group by
      scope_id,
      person_commit_count
  ),
  running_steps as (
    select
      scope_id,
      person_commit_count,
      step_person_count,
      step_commit_count,
      sum(step_commit_count) over (
        partition by
          scope_id
        order by
          person_commit_count desc
      ) - step_commit_count as commit_count_before
    from
      steps
  ),
  tiered_steps as (
    select
      scope_id,
      step_person_count,
      step_commit_count,
      person_commit_count,
      case
        when commit_count_before < known_commit_count * $core_share::double then 'core'
        when commit_count_before < known_commit_count * $regular_share::double then 'regular'
        else 'casual'
      end as tier
    from
      running_steps
      join totals using (scope_id)
  ),
  tiers as (
    select
      scope_id,
      unnest(['core', 'regular', 'casual']) as tier
    from
      totals
  )
select
  scope_id,
  tier,
  coalesce(sum(step_person_count), 0)::bigint as person_count,
  coalesce(sum(step_commit_count), 0)::bigint as commit_count,
  coalesce(sum(step_commit_count), 0) / any_value(all_commit_count) as commit_share,
  min(person_commit_count) as lowest_commit_count,
  any_value(all_commit_count - known_commit_count) as unknown_commit_count
from
  tiers
  join totals using (scope_id)
  left join tiered_steps using (scope_id, tier)
group by
  scope_id,
  tier
order by
  scope_id,
  list_position(['core', 'regular', 'casual'], tier),
  tier

-- metric: contributor_absence_factor_by_role
-- id: C2
-- title: Contributor absence factor by role
-- question: For each kind of work that commits credit, how few people did half of it?
-- family: robustness
-- status: experimental
-- source: CHAOSS metric "Contributor Absence Factor", applied to each role
-- needs: git
-- grain: scope_id, role
-- params:
--   scope_ids  BIGINT[]     required  scopes to answer for
--   from       TIMESTAMPTZ  required  start of the window
--   to         TIMESTAMPTZ  required  end of the window, exclusive
-- columns:
--   scope_id                    BIGINT   key      dim_scope.scope_id
--   role                        VARCHAR  role     fct_credit.role, such as author, committer, reviewer or reporter
--   credit_count                BIGINT   credits  credits in this role on commits of the window that are work, one per commit and person
--   person_count                BIGINT   people   people with at least one of them
--   contributor_absence_factor  INTEGER  people   smallest number of people with at least half of credit_count
--   top_person_share            DOUBLE   share    share of the person with the most credits in credit_count
--   reason                      VARCHAR  word     rewritten_history where most commits were replayed, so that nobody knows who committed them; both figures are null then
-- limits: sees only what commit messages say; a project that reviews on a forge shows few reviewers here. Roles don't add up: one commit may credit several people.
with
  windowed_credits as (
    select distinct
      scope_id,
      role,
      sha,
      fct_credit.person_id,
      role = 'committer'
      and is_rewritten_history as is_replayed
    from
      map_scope_repo
      join fct_commit using (repo_id)
      join fct_credit using (repo_id, sha)
      left join dim_person on dim_person.person_id = fct_credit.person_id
    where
      list_contains($scope_ids::bigint[], scope_id)
      and landed_at >= $from::timestamptz
      and landed_at < $to::timestamptz
      and is_work
      and dim_person.is_bot is not true
      and fct_credit.person_id is not null
  ),
  people as (
    select
      scope_id,
      role,
      person_id,
      count(*) as credit_count,
      count_if(is_replayed) as replayed_credit_count
    from
      windowed_credits
    group by
      scope_id,
      role,
      person_id
  ),
  ranked_people as (
    select
      scope_id,
      role,
      credit_count,
      replayed_credit_count,
      sum(credit_count) over kind as role_credit_count,
      sum(credit_count) over (
        kind
        order by
          credit_count desc,
          person_id
      ) as running_credit_count
    from
      people
    window
      kind as (
        partition by
          scope_id,
          role
      )
  )
select
  scope_id,
  role,
  sum(credit_count)::bigint as credit_count,
  count(*) as person_count,
  case
    when sum(replayed_credit_count) <= 0.5 * sum(credit_count) then count_if(running_credit_count - credit_count < role_credit_count * 0.5)
  end::integer as contributor_absence_factor,
  case
    when sum(replayed_credit_count) <= 0.5 * sum(credit_count) then max(credit_count) / sum(credit_count)
  end as top_person_share,
  case
    when sum(replayed_credit_count) > 0.5 * sum(credit_count) then 'rewritten_history'
  end as reason
from
  ranked_people
group by
  scope_id,
  role
order by
  scope_id,
  role

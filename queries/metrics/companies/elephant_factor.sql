-- metric: elephant_factor
-- id: D4, D6
-- title: Elephant factor
-- question: How few organizations do half of the work?
-- family: companies
-- status: experimental
-- source: CHAOSS metric "Elephant Factor"
-- needs: git
-- grain: scope_id
-- params:
--   scope_ids       BIGINT[]     required                 scopes to answer for
--   from            TIMESTAMPTZ  required                 start of the window
--   to              TIMESTAMPTZ  required                 end of the window, exclusive
--   ownership_view  VARCHAR      default=then then|today  `then`: organizations as they were; `today`: under the owner that they have today
-- columns:
--   scope_id                     BIGINT   key            dim_scope.scope_id
--   commit_count                 BIGINT   commits        commits of the window that are work, each hash once
--   commit_known_share           DOUBLE   share          share of these whose organization is known
--   organization_count           BIGINT   organizations  known organizations of these commits
--   elephant_factor              INTEGER  organizations  smallest number of organizations with at least half of commit_count; null where it depends on what is not known
--   elephant_factor_low          INTEGER  organizations  the same if all unknown commits are the largest organization's
--   elephant_factor_high         INTEGER  organizations  the same if each person of unknown organization is one of their own
--   elephant_factor_of_known     INTEGER  organizations  the same over commits of known organization only; null where none is known
--   top_organization             VARCHAR  name           organization with the most commits
--   top_organization_share_low   DOUBLE   share          its share if no unknown commit is theirs
--   top_organization_share_high  DOUBLE   share          its share if all unknown commits are theirs
-- limits: low means concentrated. Companies are inferred: from what your files declare, else from work addresses at the time, else from the company in a GitHub profile, for the twelve months before it was read; a private address tells none. Each commit counts for its principal author.
with
  windowed_commits as (
    select
      scope_id,
      sha,
      min(repo_id) as repo_id,
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
  doers as (
    select
      scope_id,
      if(
        $ownership_view::varchar = 'today',
        coalesce(owner_organization_id, organization_id),
        organization_id
      ) as organization_id,
      if(
        organization_id is null,
        coalesce(windowed_commits.person_id::varchar, sha),
        null
      ) as unknown_key,
      round(sum(coalesce(weight, 1)), 6) as commit_count
    from
      windowed_commits
      left join fct_commit_organization using (repo_id, sha)
      left join dim_organization using (organization_id)
    group by all
  ),
  scopes as (
    select
      scope_id,
      sum(commit_count) as scope_commit_count,
      sum(if(organization_id is null, commit_count, 0)) as unknown_count,
      max(commit_count) filter(
        where
          organization_id is not null
      ) as top_commit_count,
      count(organization_id) as organization_count,
      arg_max(organization_id, (commit_count, - organization_id)) filter(
        where
          organization_id is not null
      ) as top_organization_id
    from
      doers
    group by
      scope_id
  ),
  running_counts as (
    select
      scope_id,
      organization_id,
      commit_count,
      sum(commit_count) over (
        partition by
          scope_id
        order by
          commit_count desc,
          organization_id nulls last,
          unknown_key
      ) - commit_count as all_before,
      sum(commit_count) over (
        partition by
          scope_id,
          organization_id is null
        order by
          commit_count desc,
          organization_id
      ) - commit_count as known_before
    from
      doers
  ),
  factors as (
    select
      scope_id,
      if(
        organization_count = 0,
        1,
        count_if(
          organization_id is not null
          and if(known_before = 0, 0, known_before + unknown_count) < 0.5 * scope_commit_count
        )
      ) as factor_low,
      count_if(all_before < 0.5 * scope_commit_count) as factor_high,
      count_if(
        organization_id is not null
        and known_before < 0.5 * (scope_commit_count - unknown_count)
      ) as factor_of_known
    from
      running_counts
      join scopes using (scope_id)
    group by
      scope_id,
      organization_count
  )
select
  scope_id,
  round(scope_commit_count)::bigint as commit_count,
  1 - unknown_count / scope_commit_count as commit_known_share,
  organization_count,
  if(factor_low = factor_high, factor_low, null)::integer as elephant_factor,
  factor_low::integer as elephant_factor_low,
  factor_high::integer as elephant_factor_high,
  nullif(factor_of_known, 0)::integer as elephant_factor_of_known,
  name as top_organization,
  top_commit_count / scope_commit_count as top_organization_share_low,
  (top_commit_count + unknown_count) / scope_commit_count as top_organization_share_high
from
  factors
  join scopes using (scope_id)
  left join dim_organization on dim_organization.organization_id = top_organization_id
order by
  scope_id

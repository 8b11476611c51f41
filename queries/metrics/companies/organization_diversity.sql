-- metric: organization_diversity
-- id: D5, B18, D6
-- title: Diversity of organizations
-- question: How evenly is the work spread over organizations?
-- family: companies
-- status: experimental
-- source: CHAOSS metric "Organizational Diversity"; Herfindahl index with bounds for unknown work
-- needs: git
-- grain: scope_id
-- params:
--   scope_ids       BIGINT[]     required                 scopes to answer for
--   from            TIMESTAMPTZ  required                 start of the window
--   to              TIMESTAMPTZ  required                 end of the window, exclusive
--   ownership_view  VARCHAR      default=then then|today  `then`: organizations as they were; `today`: under the owner that they have today
-- columns:
--   scope_id                               BIGINT  key            dim_scope.scope_id
--   commit_count                           BIGINT  commits        commits of the window that are work, each hash once
--   commit_known_share                     DOUBLE  share          share of these whose organization is known
--   organization_count                     BIGINT  organizations  known organizations of these commits
--   herfindahl_index_low                   DOUBLE  index          sum of squared shares in all commits, as if the unknown part were spread so thin that its squares are nothing; 1 for a single organization
--   herfindahl_index_high                  DOUBLE  index          the same if all unknown commits are the largest organization's
--   herfindahl_index_of_known              DOUBLE  index          the same over commits of known organization only; null where none is known
--   effective_organization_count_of_known  DOUBLE  organizations  1 over herfindahl_index_of_known: as many organizations of equal share are as diverse
--   shannon_evenness_of_known              DOUBLE  share          entropy of the shares over the largest possible; null for fewer than two organizations
-- limits: companies are inferred: from what your files declare, else from work addresses at the time, else from the company in a GitHub profile, for the twelve months before it was read; a private address tells none. Each commit counts for its principal author, whatever its size.
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
  organizations as (
    select
      scope_id,
      if(
        $ownership_view::varchar = 'today',
        coalesce(owner_organization_id, organization_id),
        organization_id
      ) as organization_id,
      round(sum(coalesce(weight, 1)), 6) as commit_count
    from
      windowed_commits
      left join fct_commit_organization using (repo_id, sha)
      left join dim_organization using (organization_id)
    group by all
  ),
  shares as (
    select
      scope_id,
      organization_id,
      commit_count,
      sum(commit_count) over scope as scope_commit_count,
      sum(if(organization_id is null, commit_count, 0)) over scope as unknown_count,
      max(if(organization_id is null, 0, commit_count)) over scope as top_count,
      sum(if(organization_id is null, 0, commit_count)) over scope as known_count
    from
      organizations
    window
      scope as (
        partition by
          scope_id
      )
  )
select
  scope_id,
  round(scope_commit_count)::bigint as commit_count,
  known_count / scope_commit_count as commit_known_share,
  count(organization_id) as organization_count,
  coalesce(
    sum((commit_count / scope_commit_count) ** 2) filter(
      where
        organization_id is not null
    ),
    0
  ) as herfindahl_index_low,
  herfindahl_index_low + ((top_count + unknown_count) ** 2 - top_count ** 2) / scope_commit_count ** 2 as herfindahl_index_high,
  sum((commit_count / nullif(known_count, 0)) ** 2) filter(
    where
      organization_id is not null
  ) as herfindahl_index_of_known,
  1 / herfindahl_index_of_known as effective_organization_count_of_known,
  if(
    count(organization_id) < 2,
    null,
    - sum(commit_count / known_count * ln(commit_count / known_count)) filter(
      where
        organization_id is not null
    ) / ln(count(organization_id))
  ) as shannon_evenness_of_known
from
  shares
group by
  scope_id,
  scope_commit_count,
  unknown_count,
  top_count,
  known_count
order by
  scope_id

-- metric: organization_flow
-- id: D5, A7
-- title: New and lost organizations
-- question: Which organizations began to contribute, came back or stopped?
-- family: companies
-- status: experimental
-- source: CHAOSS metrics "New Contributors" and "Inactive Contributors", applied to organizations
-- needs: git
-- grain: scope_id, rank
-- params:
--   scope_ids       BIGINT[]     required                 scopes to answer for
--   from            TIMESTAMPTZ  required                 start of the window
--   to              TIMESTAMPTZ  required                 end of the window, exclusive
--   ownership_view  VARCHAR      default=then then|today  `then`: organizations as they were; `today`: under the owner that they have today
-- columns:
--   scope_id               BIGINT       key      dim_scope.scope_id
--   rank                   INTEGER      number   place by the larger of both commit counts
--   organization_id        BIGINT       key      dim_organization.organization_id
--   organization           VARCHAR      name     its name
--   kind                   VARCHAR      word     dim_organization.kind
--   flow                   VARCHAR      word     new: first commit in the window; returning: commits in the window, none in the window of the same length before, some earlier; lost: commits in the window before, none in this one
--   commit_count           DOUBLE       commits  commits of the window that are work; one by somebody of two organizations is half a commit for each
--   previous_commit_count  DOUBLE       commits  the same in the window before
--   person_count           BIGINT       people   principal authors of these commits over both windows
--   first_commit_at        TIMESTAMPTZ  date     when the organization's first commit landed
--   last_commit_at         TIMESTAMPTZ  date     when the newest one before the end landed
-- limits: an organization may be new because its people are known only now, and lost because they write from private addresses since. Organizations that stayed have no row.
with
  spans as (
    select
      $from::timestamptz - age($to::timestamptz, $from::timestamptz) as previous_from
  ),
  commits as (
    select
      scope_id,
      sha,
      min(repo_id) as repo_id
    from
      map_scope_repo
      join fct_commit using (repo_id)
    where
      list_contains($scope_ids::bigint[], scope_id)
      and landed_at < $to::timestamptz
      and is_work
    group by
      scope_id,
      sha
  ),
  organization_commits as (
    select
      scope_id,
      if(
        $ownership_view::varchar = 'today',
        coalesce(owner_organization_id, organization_id),
        organization_id
      ) as organization_id,
      principal_person_id as person_id,
      landed_at,
      weight,
      landed_at >= $from::timestamptz as is_current,
      landed_at >= previous_from
      and landed_at < $from::timestamptz as is_previous
    from
      commits
      cross join spans
      join fct_commit using (repo_id, sha)
      join fct_commit_organization using (repo_id, sha)
      join dim_organization using (organization_id)
  ),
  organizations as (
    select
      scope_id,
      organization_id,
      coalesce(
        round(
          sum(weight) filter(
            where
              is_current
          ),
          6
        ),
        0
      ) as commit_count,
      coalesce(
        round(
          sum(weight) filter(
            where
              is_previous
          ),
          6
        ),
        0
      ) as previous_commit_count,
      count(distinct person_id) filter(
        where
          is_current
          or is_previous
      ) as person_count,
      min(landed_at) as first_commit_at,
      max(landed_at) as last_commit_at
    from
      organization_commits
    group by
      scope_id,
      organization_id
  )
select
  scope_id,
  (
    row_number() over (
      partition by
        scope_id
      order by
        greatest(commit_count, previous_commit_count) desc,
        organization_id
    )
  )::integer as rank,
  organization_id,
  name as organization,
  kind,
  case
    when first_commit_at >= $from::timestamptz then 'new'
    when commit_count > 0 then 'returning'
    else 'lost'
  end as flow,
  commit_count,
  previous_commit_count,
  person_count,
  first_commit_at,
  last_commit_at
from
  organizations
  left join dim_organization using (organization_id)
where
  (commit_count > 0) <> (previous_commit_count > 0)
order by
  scope_id,
  rank

-- metric: organization_share_by_quarter
-- id: D3, D5
-- title: Share of work by organization and quarter
-- question: How did the shares of the largest organizations move over time, next to what is not known?
-- family: companies
-- status: experimental
-- source: CHAOSS metric "Organizational Diversity", by quarter
-- needs: git
-- grain: scope_id, quarter, series_rank
-- window: 60 months
-- params:
--   scope_ids       BIGINT[]     required                 scopes to answer for
--   from            TIMESTAMPTZ  required                 start of the window
--   to              TIMESTAMPTZ  required                 end of the window, exclusive
--   ownership_view  VARCHAR      default=then then|today  `then`: organizations as they were; `today`: under the owner that they have today
--   top             INTEGER      default=7 1..            organizations with a series of their own
-- columns:
--   scope_id      BIGINT   key      dim_scope.scope_id
--   quarter       DATE     quarter  first day of the quarter in UTC; quarters without commits have no row
--   series_rank   INTEGER  number   place of the series by commits over the whole window: organizations, then other, then unknown; those without commits in the quarter have no row
--   series        VARCHAR  name     organization, `other organizations` or `unknown`
--   is_partial    BOOLEAN  flag     whether the window begins or the data ends inside the quarter
--   commit_count  DOUBLE   commits  commits of the quarter that are work; one by somebody of two organizations is half a commit for each
--   commit_share  DOUBLE   share    share of all commits of the quarter, unknown ones included; the shares of a quarter add up to 1
-- limits: companies are inferred: from what your files declare, else from work addresses at the time, else from the company in a GitHub profile, for the twelve months before it was read; a private address tells none. An organization whose band grows may have become known rather than active: look at unknown.
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
  quarter_organizations as (
    select
      scope_id,
      date_trunc('quarter', landed_at)::date as quarter,
      if(
        $ownership_view::varchar = 'today',
        coalesce(owner_organization_id, organization_id),
        organization_id
      ) as organization_id,
      sum(coalesce(weight, 1)) as commit_count
    from
      windowed_commits
      join fct_commit using (repo_id, sha)
      left join fct_commit_organization using (repo_id, sha)
      left join dim_organization using (organization_id)
    group by all
  ),
  ranked_organizations as (
    select
      scope_id,
      organization_id,
      row_number() over (
        partition by
          scope_id
        order by
          round(sum(commit_count), 6) desc,
          organization_id
      ) as place
    from
      quarter_organizations
    where
      organization_id is not null
    group by
      scope_id,
      organization_id
  ),
  series as (
    select
      scope_id,
      quarter,
      case
        when quarter_organizations.organization_id is null then $top::integer + 2
        else least(place, $top::integer + 1)
      end as series_rank,
      round(sum(commit_count), 6) as commit_count
    from
      quarter_organizations
      left join ranked_organizations using (scope_id, organization_id)
    group by
      scope_id,
      quarter,
      series_rank
  )
select
  series.scope_id,
  quarter,
  series_rank::integer as series_rank,
  case
    when series_rank = $top::integer + 1 then 'other organizations'
    when series_rank = $top::integer + 2 then 'unknown'
    else name
  end as series,
  quarter::timestamptz < $from::timestamptz
  or (quarter + interval 3 month)::timestamptz > $to::timestamptz as is_partial,
  commit_count,
  commit_count / sum(commit_count) over (
    partition by
      series.scope_id,
      quarter
  ) as commit_share
from
  series
  left join ranked_organizations on ranked_organizations.scope_id = series.scope_id
  and place = series_rank
  and series_rank <= $top::integer
  left join dim_organization using (organization_id)
order by
  series.scope_id,
  quarter,
  series_rank

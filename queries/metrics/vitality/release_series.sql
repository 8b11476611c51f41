-- metric: release_series
-- id: B10
-- title: Releases by series
-- question: Which series are kept alive, and at what pace?
-- family: vitality
-- status: experimental
-- source: version tags of git; CHAOSS metric "Release Frequency"
-- needs: git
-- grain: scope_id, repo_id, series
-- window: all
-- params:
--   scope_ids  BIGINT[]     required  scopes to answer for
--   to         TIMESTAMPTZ  required  end of what is seen, exclusive
-- columns:
--   scope_id                 BIGINT       key       dim_scope.scope_id
--   repo_id                  BIGINT       key       dim_repo.repo_id; the smallest one where several repositories of the scope have the same tags
--   series                   VARCHAR      text      series, such as a major version
--   label                    VARCHAR      name      the same, after the name of the repository where several of the scope have releases
--   release_count            BIGINT       releases  its version tags that are no pre-releases
--   prerelease_count         BIGINT       releases  its version tags that are pre-releases
--   first_release_name       VARCHAR      text      its first release; null when there are only pre-releases
--   first_released_at        TIMESTAMPTZ  instant   date of that release
--   last_release_name        VARCHAR      text      its newest release
--   last_released_at         TIMESTAMPTZ  instant   date of that release
--   days_since_last_release  DOUBLE       days      time from it to the end
--   gap_count                BIGINT       gaps      releases after the first
--   median_gap_days          DOUBLE       days      median time between two releases of the series; null with fewer than 5 gaps
-- limits: sees tags whose name looks like a version. Tags without a usable date are left out.
with
  tags as (
    select
      scope_id,
      repo_id,
      series,
      name,
      released_at,
      is_prerelease,
      epoch(released_at - previous_released_at) / 86400 as gap_days
    from
      version_tag (scope_ids := $scope_ids::bigint[], until := $to::timestamptz)
  )
select
  scope_id,
  repo_id,
  series,
  concat_ws(
    ' ',
    if(
      count(distinct repo_id) over (
        partition by
          scope_id
      ) > 1,
      any_value(repositories.name),
      null
    ),
    series
  ) as label,
  count_if(not is_prerelease)::bigint as release_count,
  count_if(is_prerelease)::bigint as prerelease_count,
  arg_min(tags.name, (released_at, tags.name)) filter(
    where
      not is_prerelease
  ) as first_release_name,
  min(released_at) filter(
    where
      not is_prerelease
  ) as first_released_at,
  arg_max(tags.name, (released_at, tags.name)) filter(
    where
      not is_prerelease
  ) as last_release_name,
  max(released_at) filter(
    where
      not is_prerelease
  ) as last_released_at,
  epoch(
    $to::timestamptz - max(released_at) filter(
      where
        not is_prerelease
    )
  ) / 86400 as days_since_last_release,
  count(gap_days) filter(
    where
      not is_prerelease
  ) as gap_count,
  if(
    count(gap_days) filter(
      where
        not is_prerelease
    ) >= 5,
    median(gap_days) filter(
      where
        not is_prerelease
    ),
    null
  ) as median_gap_days
from
  tags
  join dim_repo as repositories using (repo_id)
group by
  scope_id,
  repo_id,
  series
order by
  scope_id,
  max(released_at) desc,
  repo_id,
  series

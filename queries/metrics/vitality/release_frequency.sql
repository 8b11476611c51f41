-- metric: release_frequency
-- id: B10
-- title: Release frequency
-- question: How often does the project release, and how long ago was the last time?
-- family: vitality
-- status: experimental
-- source: CHAOSS metric "Release Frequency", from version tags of git
-- needs: git
-- grain: scope_id
-- window: 36 months
-- params:
--   scope_ids  BIGINT[]     required  scopes to answer for
--   from       TIMESTAMPTZ  required  start of the window
--   to         TIMESTAMPTZ  required  end of the window, exclusive
-- columns:
--   scope_id                 BIGINT       key       dim_scope.scope_id
--   release_count            BIGINT       releases  version tags of the window that are no pre-releases; a tag in several repositories counts once
--   prerelease_count         BIGINT       releases  version tags of the window that are pre-releases
--   release_day_count        BIGINT       days      days (UTC) of the window with a release, since several series are often released together
--   series_count             BIGINT       series    series with a release in the window
--   releases_per_year        DOUBLE       releases  release_count for each year of the window in which the scope has existed; null for less than one year
--   recent_release_count     BIGINT       releases  releases of the last 12 months before the end
--   last_release_name        VARCHAR      text      newest release ever; null when there is none
--   last_release_repository  VARCHAR      name      full name of the repository that it is of, else the name
--   last_released_at         TIMESTAMPTZ  instant   its date
--   days_since_last_release  DOUBLE       days      time from it to the end of the window
--   gap_count                BIGINT       gaps      releases of the window that have an earlier one in their series
--   median_gap_days          DOUBLE       days      median time to that earlier release; null with fewer than 5 gaps
-- limits: sees tags whose name looks like a version; a release without a tag is not seen. Patch releases of old series count like new ones, and so does a version that was tagged once more, such as v1.2-fixed.
with
  lives as (
    select
      scope_id,
      greatest(min(landed_at), $from::timestamptz) as seen_from
    from
      map_scope_repo
      join fct_commit using (repo_id)
    where
      list_contains($scope_ids::bigint[], scope_id)
      and landed_at < $to::timestamptz
    group by
      scope_id
  ),
  tags as (
    select
      scope_id,
      repo_id,
      name,
      released_at,
      series,
      is_prerelease,
      released_at >= $from::timestamptz as is_windowed,
      epoch(released_at - previous_released_at) / 86400 as gap_days
    from
      version_tag (scope_ids := $scope_ids::bigint[], until := $to::timestamptz)
  ),
  release_counts as (
    select
      scope_id,
      count_if(is_windowed)::bigint as release_count,
      count(distinct released_at::date) filter(
        where
          is_windowed
      ) as release_day_count,
      count(distinct (repo_id, series)) filter(
        where
          is_windowed
      ) as series_count,
      count_if(released_at >= $to::timestamptz - interval 12 months)::bigint as recent_release_count,
      arg_max(struct_pack(name, repo_id), (released_at, name, - repo_id)) as last_release,
      max(released_at) as last_released_at,
      count(gap_days) filter(
        where
          is_windowed
      ) as gap_count,
      median(gap_days) filter(
        where
          is_windowed
      ) as median_gap_days
    from
      tags
    where
      not is_prerelease
    group by
      scope_id
  ),
  prerelease_counts as (
    select
      scope_id,
      count(*) as prerelease_count
    from
      tags
    where
      is_prerelease
      and is_windowed
    group by
      scope_id
  )
select
  scope_id,
  coalesce(release_count, 0) as release_count,
  coalesce(prerelease_count, 0) as prerelease_count,
  coalesce(release_day_count, 0) as release_day_count,
  coalesce(series_count, 0) as series_count,
  if(
    epoch($to::timestamptz - seen_from) >= 365 * 86400,
    coalesce(release_count, 0) * 365.25 * 86400 / epoch($to::timestamptz - seen_from),
    null
  )::double as releases_per_year,
  coalesce(recent_release_count, 0) as recent_release_count,
  last_release.name as last_release_name,
  coalesce(full_name, dim_repo.name) as last_release_repository,
  last_released_at,
  epoch($to::timestamptz - last_released_at) / 86400 as days_since_last_release,
  coalesce(gap_count, 0) as gap_count,
  if(gap_count >= 5, median_gap_days, null) as median_gap_days
from
  lives
  left join release_counts using (scope_id)
  left join prerelease_counts using (scope_id)
  left join dim_repo on dim_repo.repo_id = last_release.repo_id
order by
  scope_id

-- metric: releases_by_year
-- id: B10
-- title: Releases by year
-- question: How many releases does each year bring?
-- family: vitality
-- status: experimental
-- source: CHAOSS metric "Release Frequency", from version tags of git
-- needs: git
-- grain: scope_id, year
-- window: all
-- params:
--   scope_ids  BIGINT[]     required  scopes to answer for
--   to         TIMESTAMPTZ  required  end of what is seen, exclusive
-- columns:
--   scope_id           BIGINT   key       dim_scope.scope_id
--   year               INTEGER  year      calendar year (UTC), from that of the first version tag on
--   is_partial         BOOLEAN  flag      whether the data ends before the year does, so that its counts are too small
--   release_count      BIGINT   releases  version tags of the year that are no pre-releases; a tag in several repositories counts once
--   prerelease_count   BIGINT   releases  version tags of the year that are pre-releases
--   release_day_count  BIGINT   days      days (UTC) with a release, since several series are often released together
-- limits: sees tags whose name looks like a version; a release without a tag is not seen. Tags without a usable date are left out.
with
  tag_years as (
    select
      scope_id,
      year(released_at) as year,
      count_if(not is_prerelease) as release_count,
      count_if(is_prerelease) as prerelease_count,
      count(distinct released_at::date) filter(
        where
          not is_prerelease
      ) as release_day_count
    from
      version_tag (scope_ids := $scope_ids::bigint[], until := $to::timestamptz)
    group by
      scope_id,
      year(released_at)
  ),
  years as (
    select
      scope_id,
      unnest(range(min(year), year($to::timestamptz - interval 1 microsecond) + 1)) as year
    from
      tag_years
    group by
      scope_id
  )
select
  scope_id,
  year::integer as year,
  make_timestamptz(year + 1, 1, 1, 0, 0, 0) > $to::timestamptz as is_partial,
  coalesce(release_count, 0)::bigint as release_count,
  coalesce(prerelease_count, 0)::bigint as prerelease_count,
  coalesce(release_day_count, 0) as release_day_count
from
  years
  left join tag_years using (scope_id, year)
order by
  scope_id,
  year

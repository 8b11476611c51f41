-- table: version_tag
-- title: Version tags of scopes, each once, with the one before in its series
-- limits: sees tags whose name looks like a version; those without a usable date are left out
-- grain: scope_id, name, sha
-- params:
--   scope_ids  BIGINT[]     required  scopes to answer for
--   until      TIMESTAMPTZ  required  only tags made before this instant count
-- columns:
--   scope_id              BIGINT       key      dim_scope.scope_id
--   repo_id               BIGINT       key      dim_repo.repo_id; the lowest where several have the tag
--   name                  VARCHAR      text     the tag's name
--   sha                   VARCHAR      hash     commit that it marks
--   series                VARCHAR      text     fct_tag.series
--   is_prerelease         BOOLEAN      flag     whether it is one in any repository
--   released_at           TIMESTAMPTZ  instant  date of the tag
--   previous_name         VARCHAR      text     the tag before it in the series, pre-releases and others apart
--   previous_released_at  TIMESTAMPTZ  instant  date of that one
with
  tags as (
    select
      scope_id,
      name,
      sha,
      min(repo_id) as repo_id,
      min(tagged_at) as released_at,
      any_value(
        series
        order by
          repo_id
      ) as series,
      bool_or(is_prerelease) as is_prerelease
    from
      map_scope_repo
      join fct_tag using (repo_id)
    where
      list_contains(scope_ids::bigint[], scope_id)
      and is_version
      and tagged_at < until::timestamptz
    group by
      scope_id,
      name,
      sha
  )
select
  scope_id,
  repo_id,
  name,
  sha,
  series,
  is_prerelease,
  released_at,
  lag(name) over series_tags as previous_name,
  lag(released_at) over series_tags as previous_released_at
from
  tags
window
  series_tags as (
    partition by
      scope_id,
      repo_id,
      series,
      is_prerelease
    order by
      released_at,
      name,
      sha
  )

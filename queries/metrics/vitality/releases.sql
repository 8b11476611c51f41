-- metric: releases
-- id: B10
-- title: Releases
-- question: What was released in the window, and how long after the release before it?
-- family: vitality
-- status: experimental
-- source: version tags of git; CHAOSS metric "Release Frequency"
-- needs: git
-- grain: scope_id, repo_id, name
-- params:
--   scope_ids  BIGINT[]     required  scopes to answer for
--   from       TIMESTAMPTZ  required  start of the window
--   to         TIMESTAMPTZ  required  end of the window, exclusive
-- columns:
--   scope_id            BIGINT       key      dim_scope.scope_id
--   repo_id             BIGINT       key      dim_repo.repo_id; the smallest one where several repositories of the scope have the same tag
--   name                VARCHAR      text     name of the tag
--   repository          VARCHAR      name     full name of the repository, else its name
--   released_at         TIMESTAMPTZ  instant  date of the tag, or of its commit when the tag has none
--   series              VARCHAR      text     series that it belongs to, such as a major version
--   is_prerelease       BOOLEAN      flag     whether its name says alpha, beta, release candidate or the like
--   sha                 VARCHAR      hash     commit that it names
--   previous_name       VARCHAR      text     release before it in the series; null for the first and for pre-releases
--   previous_gap_days   DOUBLE       days     time since that release
-- limits: sees tags whose name looks like a version; a release without a tag, or with another kind of name, is not seen. Tags without a usable date are left out.
select
  scope_id,
  repo_id,
  tags.name,
  coalesce(repositories.full_name, repositories.name) as repository,
  released_at,
  series,
  is_prerelease,
  sha,
  if(is_prerelease, null, previous_name) as previous_name,
  if(is_prerelease, null, epoch(released_at - previous_released_at) / 86400) as previous_gap_days
from
  version_tag (scope_ids := $scope_ids::bigint[], until := $to::timestamptz) as tags
  join dim_repo as repositories using (repo_id)
where
  released_at >= $from::timestamptz
order by
  scope_id,
  released_at desc,
  repo_id,
  tags.name

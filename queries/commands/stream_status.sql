-- How far each stream of GitHub is, how many of the items that GitHub counts are stored, and what all runs have spent on it.
with
  stored as (
    select
      repo_id,
      'issues' as stream
    from
      raw_github_issue
    union all
    select
      repo_id,
      'pulls'
    from
      raw_github_pull_request
    union all
    select
      repo_id,
      'releases'
    from
      raw_github_release
    union all
    select
      repo_id,
      'forks'
    from
      raw_github_fork
    union all
    select
      repo_id,
      'stars'
    from
      raw_github_star
    union all
    select
      repo_id,
      'discussions'
    from
      raw_github_discussion
    union all
    select
      repo_id,
      'dependencies'
    from
      raw_github_dependency
  ),
  stored_counts as (
    select
      repo_id,
      stream,
      count(*)::integer as stored_count
    from
      stored
    group by
      repo_id,
      stream
  ),
  spending as (
    select
      repo_id,
      stream,
      count(*)::integer as request_count,
      sum(points)::integer as points,
      count(*) filter(
        where
          method = 'GET'
      )::integer as rest_request_count
    from
      raw_request
    group by
      repo_id,
      stream
  )
select
  coalesce(body ->> '$.nameWithOwner', repo_id::varchar) as name,
  stream,
  expected_count,
  case
    when expected_count is not null then coalesce(stored_count, 0)
  end as stored_count,
  complete_from,
  finished_at as complete_until,
  coalesce(request_count, 0) as request_count,
  coalesce(points, 0) as points,
  coalesce(rest_request_count, 0) as rest_request_count
from
  run_github_stream
  left join raw_github_repository using (repo_id)
  left join stored_counts using (repo_id, stream)
  left join spending using (repo_id, stream)
where
  not contains(stream, '/')
order by
  name,
  stream

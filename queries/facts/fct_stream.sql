-- table: fct_stream
-- title: What is collected of each repository, and for which span it is whole
-- grain: repo_id, stream
-- columns:
--   repo_id          BIGINT       key      dim_repo.repo_id
--   stream           VARCHAR      name     git, issues, pulls and so on
--   complete_from    TIMESTAMPTZ  instant  from when it is whole: what did not change since was left out, as `collect --since` asked; null for since the beginning
--   fetched_at       TIMESTAMPTZ  instant  until when it is whole; null where it never was
--   status           VARCHAR      code     done, incomplete, failed or running: how the newest try ended
--   reason           VARCHAR      text     why it is not whole
--   expected_count   INTEGER      items    items that GitHub counted at the newest scan; null where it gives no count
--   collected_count  INTEGER      items    items that are stored; null for streams that are no list
with
  newest_runs as (
    select
      repo_id,
      stream,
      arg_max(status, (started_at, run_id)) as status,
      arg_max(struct_pack(reason := reason), (started_at, run_id)).reason as reason
    from
      stg_run__collection
    group by
      repo_id,
      stream
  ),
  read_streams as (
    select
      repo_id,
      -- A stream of several parts is as far as the part that is least far.
      split_part(stream, '/', 1) as stream,
      if(bool_and(complete_until is not null), min(complete_until), null) as complete_until,
      -- It begins where the part that begins last does.
      max(complete_from) as complete_from,
      max(expected_count) as expected_count
    from
      stg_run__github_stream
    group by all
  ),
  github_streams as (
    select
      repo_id,
      stream
    from
      read_streams
    union
    select
      repo_id,
      stream
    from
      newest_runs
    where
      stream <> 'git'
  ),
  items as (
    select
      repo_id,
      'issues' as stream
    from
      stg_github__issue
    union all
    select
      repo_id,
      'pulls'
    from
      stg_github__pull_request
    union all
    select
      repo_id,
      'releases'
    from
      stg_github__release
    union all
    select
      repo_id,
      'forks'
    from
      stg_github__fork
    union all
    select
      repo_id,
      'stars'
    from
      stg_github__star
    union all
    select
      repo_id,
      'discussions'
    from
      stg_github__discussion
  ),
  item_counts as (
    select
      repo_id,
      stream,
      count(*)::integer as collected_count
    from
      items
    group by
      repo_id,
      stream
  ),
  streams as (
    select
      repo_id,
      'git' as stream,
      -- A shallow clone is whole from nowhere on: nothing says how much of a month it lacks.
      null::timestamptz as complete_from,
      if(is_shallow, null, fetched_at) as fetched_at,
      'done' as status,
      if(is_shallow, 'the clone is shallow', null) as reason,
      null::integer as expected_count,
      null::integer as collected_count
    from
      stg_git__repository
    union all
    select
      repo_id,
      stream,
      states.complete_from,
      states.complete_until,
      if(states.complete_until is null, 'incomplete', 'done'),
      if(states.complete_until is null, 'not read to the end yet', null),
      states.expected_count,
      if(
        states.complete_until is not null
        and stream in ('issues', 'pulls', 'releases', 'forks', 'stars', 'discussions'),
        coalesce(item_counts.collected_count, 0),
        item_counts.collected_count
      )
    from
      github_streams
      left join read_streams as states using (repo_id, stream)
      left join item_counts using (repo_id, stream)
  )
select
  streams.repo_id,
  streams.stream,
  streams.complete_from,
  streams.fetched_at,
  coalesce(newest_runs.status, streams.status) as status,
  -- Of a shallow clone it matters most that it is one; else how the newest try ended says more than that it did not.
  if(
    streams.stream = 'git',
    coalesce(streams.reason, newest_runs.reason),
    coalesce(newest_runs.reason, streams.reason)
  ) as reason,
  streams.expected_count,
  streams.collected_count
from
  streams
  left join newest_runs using (repo_id, stream)
order by
  streams.repo_id,
  streams.stream

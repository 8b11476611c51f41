-- What is collected of each repository, how fresh it is, and what of it is missing; raw rows only, so that it also answers before facts are built.
with
  runs as (
    select
      repo_id,
      stream,
      status,
      reason,
      finished_at,
      row_number() over (
        partition by
          repo_id,
          stream
        order by
          started_at desc,
          run_id desc
      ) as newest
    from
      run_collection
  ),
  streams as (
    select
      repo_id,
      list(
        stream
        order by
          stream
      ) as streams,
      max(finished_at) as collected_at
    from
      runs
    where
      newest = 1
    group by
      repo_id
  ),
  -- Streams with one reason share a line: without a token it is the same for all.
  problems as (
    select
      repo_id,
      list(
        concat(streams, ': ', reason)
        order by
          streams
      ) as problems
    from
      (
        select
          repo_id,
          coalesce(reason, status) as reason,
          string_agg(
            stream,
            ', '
            order by
              stream
          ) as streams
        from
          runs
        where
          newest = 1
          and status <> 'done'
        group by all
      )
    group by
      repo_id
  ),
  commits as (
    select
      repo_id,
      count(*) filter(
        where
          is_on_default_branch
      ) as commit_count,
      max(committed_at) filter(
        where
          is_on_default_branch
      ) as newest_commit_at
    from
      raw_git_commit
    group by
      repo_id
  ),
  line_reads as (
    select
      repo_id,
      count(*) as read_count
    from
      raw_git_line_read
    group by
      repo_id
  ),
  head_files as (
    select
      repo_id,
      count(*) as file_count
    from
      raw_git_head_file
    group by
      repo_id
  )
select
  repo_id,
  coalesce(github.body ->> '$.nameWithOwner', full_name, name) as name,
  coalesce(path, origin_url, github.body ->> '$.url') as source,
  (github.body ->> '$.isPrivate')::boolean as is_private,
  default_branch,
  coalesce(commit_count, 0) as commit_count,
  coalesce(file_count, 0) as file_count,
  newest_commit_at,
  git.fetched_at as complete_until,
  collected_at,
  coalesce(streams, []::varchar[]) as streams,
  list_concat(
    coalesce(problems, []::varchar[]),
    case
      when git.name is not null
      and ref_fingerprint is null then ['git: stopped half-way']
      else []::varchar[]
    end,
    case
      when coalesce(commit_count, 0) > coalesce(read_count, 0) then [
        'git: lines of ' || (commit_count - coalesce(read_count, 0)) || ' commits are not counted'
      ]
      else []::varchar[]
    end
  ) as missing
from
  raw_git_repository as git
  full join raw_github_repository as github using (repo_id)
  left join streams using (repo_id)
  left join problems using (repo_id)
  left join commits using (repo_id)
  left join line_reads using (repo_id)
  left join head_files using (repo_id)
order by
  name,
  repo_id

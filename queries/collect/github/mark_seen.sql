-- Notes which items a full scan has met.
insert into
  run_github_seen
select
  $repo_id,
  $stream,
  unnest($ids::varchar[])

-- Notes how far a stream is read.
delete from run_github_stream
where
  repo_id = $repo_id
  and stream = $stream;

insert into
  run_github_stream
values
  (
    $repo_id,
    $stream,
    $phase,
    $step,
    $cursor,
    $page_size,
    $started_at,
    $watermark,
    $expected_count,
    $complete_from,
    $finished_at,
    $collector_version
  )

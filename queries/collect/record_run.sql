-- Notes that a stream was collected, and how it ended.
insert or replace into
  run_collection
values
  (
    $run_id,
    $repo_id,
    $target,
    $stream,
    $started_at,
    $finished_at,
    $status,
    $reason,
    $collector_version
  )

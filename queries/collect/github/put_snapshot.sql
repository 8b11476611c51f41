-- Puts the counts of a day, in the place of those that an earlier run of the same day found.
delete from raw_github_snapshot
where
  repo_id = $repo_id
  and snapshot_date = $snapshot_date::date;

insert into
  raw_github_snapshot
values
  (
    $repo_id,
    $snapshot_date::date,
    $star_count,
    $fork_count,
    $watcher_count,
    $open_issue_count,
    $issue_count,
    $open_pull_request_count,
    $pull_request_count,
    $release_count,
    $discussion_count,
    $mentionable_count
  )

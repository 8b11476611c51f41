-- Marks repositories by their id that were known under the address that GitHub has given to another one since: made anew after it was deleted, or taken over after a rename.
update raw_git_repository
set
  name = concat(name, ' (', repo_id, ')'),
  full_name = concat(full_name, ' (', repo_id, ')'),
  origin_url = concat(origin_url, '#', repo_id)
where
  repo_id in (
    select
      repo_id
    from
      raw_github_repository
    where
      repo_id <> $repo_id
      and lower(body ->> '$.url') = lower($url)
  );

update raw_github_repository
set
  body = json_merge_patch(
    body,
    json_object(
      'nameWithOwner',
      concat(body ->> '$.nameWithOwner', ' (', repo_id, ')'),
      'url',
      concat(body ->> '$.url', '#', repo_id)
    )
  )
where
  repo_id <> $repo_id
  and lower(body ->> '$.url') = lower($url)

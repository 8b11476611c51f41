-- Keeps the company of each profile as it reads on a day: GitHub has no history of it.
delete from raw_github_account_snapshot
where
  list_contains($ids, node_id)
  and snapshot_date = $snapshot_date::date;

insert into
  raw_github_account_snapshot
select
  node_id,
  $snapshot_date::date,
  body ->> '$.login',
  nullif(body ->> '$.company', '')
from
  raw_github_account
where
  list_contains($ids, node_id)

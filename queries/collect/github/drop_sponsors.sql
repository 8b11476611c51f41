-- Takes out what is stored of sponsors, of the day's counts too, before it is put anew.
delete from raw_github_sponsors_listing
where
  repo_id = $repo_id;

delete from raw_github_sponsorship
where
  repo_id = $repo_id;

delete from raw_github_sponsor_snapshot
where
  repo_id = $repo_id
  and snapshot_date = $snapshot_date::date;

delete from raw_github_sponsor_income
where
  repo_id = $repo_id
  and snapshot_date = $snapshot_date::date

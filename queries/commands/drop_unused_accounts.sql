-- Takes out accounts that no repository mentions any more.
delete from raw_github_account
where
  node_id not in (
    select
      node_id
    from
      raw_github_account_use
  );

delete from raw_github_account_snapshot
where
  node_id not in (
    select
      node_id
    from
      raw_github_account_use
  )

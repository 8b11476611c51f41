delete from map_commit_credit
where
  (repo_id, sha) not in (
    select
      (repo_id, sha)
    from
      stg_git__commit
  );

delete from run_credit_message
where
  (repo_id, sha) not in (
    select
      (repo_id, sha)
    from
      stg_git__commit
  );

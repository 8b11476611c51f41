-- Back-patches repeat the message of the commit that they come from, so that each text is read once.
select
  repo_id,
  message,
  committer_name,
  committer_email,
  list(sha) as shas
from
  stg_git__commit
  anti join run_credit_message using (repo_id, sha)
group by
  repo_id,
  message,
  committer_name,
  committer_email

-- Messages whose credits are not read yet, numbered so that they can be taken page by page; dropped when they are read.
-- Back-patches repeat the message of the commit that they come from, so that each text is read once. "Me" is the
-- committer; it is the author where the forge's web page committed, and where the commit is a replay made later.
create or replace temp table unread_message as
with
  messages as (
    select
      repo_id,
      sha,
      message,
      committer_email = 'noreply@github.com'
      or coalesce(committed_at - authored_at > interval 30 day, false) as is_author_me,
      author_name,
      author_email,
      committer_name,
      committer_email
    from
      stg_git__commit
      anti join run_credit_message using (repo_id, sha)
  ),
  signed_messages as (
    select
      repo_id,
      sha,
      message,
      if(is_author_me, author_name, committer_name) as committer_name,
      if(is_author_me, author_email, committer_email) as committer_email
    from
      messages
  )
select
  row_number() over () - 1 as position,
  repo_id,
  message,
  committer_name,
  committer_email,
  list(sha) as shas
from
  signed_messages
group by
  repo_id,
  message,
  committer_name,
  committer_email

-- One commit for each name and address that .mailmap has not been asked about.
select
  name,
  email,
  min(sha) as sha
from
  (
    select
      author_name as name,
      author_email as email,
      sha
    from
      raw_git_commit
    where
      repo_id = $repo_id
    union all
    select
      committer_name,
      committer_email,
      sha
    from
      raw_git_commit
    where
      repo_id = $repo_id
  )
where
  (name, email) not in (
    select
      name,
      email
    from
      raw_git_identity
    where
      repo_id = $repo_id
  )
group by
  name,
  email
order by
  name,
  email

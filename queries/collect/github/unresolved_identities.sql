-- Identities of commits whose account was not asked for, each with the first commit that carries it: as author where it ever is one.
with
  places as (
    select
      author_name as name,
      author_email as email,
      'author' as role,
      sha,
      committed_at
    from
      raw_git_commit
    where
      repo_id = $repo_id
      and is_on_default_branch
    union all
    select
      committer_name,
      committer_email,
      'committer',
      sha,
      committed_at
    from
      raw_git_commit
    where
      repo_id = $repo_id
      and is_on_default_branch
  ),
  identities as (
    select
      name,
      email,
      arg_min(struct_pack(role := role, sha := sha), (role, committed_at, sha)) as place
    from
      places
    group by
      name,
      email
  )
select
  identities.name,
  identities.email,
  identities.place.role as role,
  identities.place.sha as sha
from
  identities
  left join raw_github_commit_account as known on known.repo_id = $repo_id
  and known.name = identities.name
  and known.email = identities.email
  and known.role <> 'co_author'
where
  known.sha is null
order by
  sha,
  role

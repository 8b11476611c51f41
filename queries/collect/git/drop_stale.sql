-- Takes out all that is stored of commits that no ref reaches any more, or that came to the default branch or left it.
create or replace temp table git_stale as
select
  sha
from
  raw_git_commit
  left join git_walk using (sha)
where
  raw_git_commit.repo_id = $repo_id
  and git_walk.is_on_default_branch is distinct from raw_git_commit.is_on_default_branch;

delete from raw_git_line_count
where
  repo_id = $repo_id
  and sha in (
    select
      sha
    from
      git_stale
  );

delete from raw_git_line_read
where
  repo_id = $repo_id
  and sha in (
    select
      sha
    from
      git_stale
  );

delete from raw_git_commit_path
where
  repo_id = $repo_id
  and sha in (
    select
      sha
    from
      git_stale
  );

delete from raw_git_commit
where
  repo_id = $repo_id
  and sha in (
    select
      sha
    from
      git_stale
  )

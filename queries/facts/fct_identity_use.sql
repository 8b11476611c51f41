-- table: fct_identity_use
-- title: Names and addresses in use per repository, from commits and from credits in their messages
-- grain: repo_id, identity_id
-- columns:
--   repo_id                BIGINT       key      dim_repo.repo_id
--   identity_id            BIGINT       key      dim_identity.identity_id
--   name                   VARCHAR      text     name as written; empty for none
--   email                  VARCHAR      text     address as written; empty for none
--   mapped_name            VARCHAR      text     name after the mailmap
--   mapped_email           VARCHAR      text     address after the mailmap
--   is_in_git              BOOLEAN      flag     whether it stands as an author or committer, not only in messages
--   is_agent               BOOLEAN      flag     whether each of its credits says that a coding agent is meant
--   use_count              BIGINT       commits  commits that it stands in as author or committer, and credits
--   first_contribution_at  TIMESTAMPTZ  instant  earliest author date of those; null where none is known
with
  commit_uses as (
    select
      commits.repo_id,
      unnest([commits.author_name, commits.committer_name]) as name,
      unnest([commits.author_email, commits.committer_email]) as email,
      dates.authored_at,
      true as is_in_git,
      false as is_agent
    from
      stg_git__commit as commits
      join fct_commit_date as dates using (repo_id, sha)
    union all
    by name
    select
      credits.repo_id,
      credits.name,
      credits.email,
      dates.authored_at,
      false as is_in_git,
      credits.is_agent
    from
      map_commit_credit as credits
      join fct_commit_date as dates using (repo_id, sha)
      join dim_repo as repositories using (repo_id)
    where
      credits.convention = '*'
      or repositories.is_committer_author_convention
  ),
  uses as (
    select
      repo_id,
      name,
      email,
      bool_or(is_in_git) as is_in_git,
      bool_and(is_agent) as is_agent,
      count(*) as use_count,
      min(authored_at) as first_contribution_at
    from
      commit_uses
    group by
      repo_id,
      name,
      email
  )
select
  uses.repo_id,
  ('0x' || left(sha256(concat_ws(chr(0), 'git', uses.name, uses.email)), 13))::bigint as identity_id,
  uses.name,
  uses.email,
  coalesce(identities.mapped_name, uses.name) as mapped_name,
  coalesce(identities.mapped_email, uses.email) as mapped_email,
  uses.is_in_git,
  uses.is_agent,
  uses.use_count,
  uses.first_contribution_at
from
  uses
  left join stg_git__identity as identities using (repo_id, name, email)
order by
  repo_id,
  identity_id

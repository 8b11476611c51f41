-- table: fct_identity_use
-- title: Names, addresses and GitHub accounts in use per repository, from commits, from credits in their messages and from GitHub
-- grain: repo_id, identity_id
-- columns:
--   repo_id                BIGINT       key      dim_repo.repo_id
--   identity_id            BIGINT       key      dim_identity.identity_id
--   name                   VARCHAR      text     name as written; empty for none, null for an account
--   email                  VARCHAR      text     address as written; empty for none, null for an account
--   mapped_name            VARCHAR      text     name after the mailmap; an account's is that of its profile
--   mapped_email           VARCHAR      text     address after the mailmap
--   is_in_git              BOOLEAN      flag     whether it stands as an author or committer, not only in messages
--   is_account             BOOLEAN      flag     whether it is a GitHub account, known by its account_id and not by name and address
--   account_id             BIGINT       key      the account, or the one to which GitHub gives the address; null for none
--   login                  VARCHAR      text     login of that account
--   branch_account_id      BIGINT       key      the account to which GitHub gives the address in commits of pull requests, whatever their name; null for none or several
--   account_type           VARCHAR      code     User, Bot or Mannequin for an account; null for others
--   is_agent               BOOLEAN      flag     whether each of its credits says that a coding agent is meant
--   use_count              BIGINT       commits  commits that it stands in as author or committer, and credits; 0 for an account
--   first_contribution_at  TIMESTAMPTZ  instant  earliest author date of those, or first act on GitHub; null where none is known
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
  ),
  address_accounts as (
    select
      links.name,
      links.email,
      arg_max(accounts.account_id, (links.fetched_at, accounts.account_id)) as account_id,
      arg_max(accounts.login, (links.fetched_at, accounts.account_id)) as login
    from
      stg_github__commit_account as links
      join fct_account_use as accounts using (repo_id, node_id)
    group by
      links.name,
      links.email
  ),
  branch_accounts as (
    select
      lower(email) as email,
      min(account_id) as account_id
    from
      stg_github__pull_request_commit
    where
      email <> ''
    group by
      lower(email)
    having
      count(distinct account_id) = 1
  ),
  all_uses as (
    select
      uses.repo_id,
      ('0x' || left(sha256(concat_ws(chr(0), 'git', uses.name, uses.email)), 13))::bigint as identity_id,
      uses.name,
      uses.email,
      coalesce(identities.mapped_name, uses.name) as mapped_name,
      coalesce(identities.mapped_email, uses.email) as mapped_email,
      uses.is_in_git,
      false as is_account,
      address_accounts.account_id,
      address_accounts.login,
      branch_accounts.account_id as branch_account_id,
      null::varchar as account_type,
      uses.is_agent,
      uses.use_count,
      uses.first_contribution_at
    from
      uses
      left join stg_git__identity as identities using (repo_id, name, email)
      left join address_accounts using (name, email)
      left join branch_accounts on branch_accounts.email = lower(uses.email)
    union all
    select
      accounts.repo_id,
      ('0x' || left(sha256(concat_ws(chr(0), 'github', accounts.account_id)), 13))::bigint,
      null,
      null,
      coalesce(profiles.name, ''),
      '',
      false,
      true,
      accounts.account_id,
      accounts.login,
      null,
      accounts.type,
      false,
      0,
      accounts.first_acted_at
    from
      fct_account_use as accounts
      left join stg_github__account as profiles using (node_id)
    where
      accounts.type in ('User', 'Bot', 'Mannequin')
  )
select
  repo_id,
  identity_id,
  name,
  email,
  mapped_name,
  mapped_email,
  is_in_git,
  is_account,
  account_id,
  login,
  branch_account_id,
  account_type,
  is_agent,
  use_count,
  first_contribution_at
from
  all_uses
order by
  repo_id,
  identity_id

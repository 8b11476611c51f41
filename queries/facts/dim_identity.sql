-- table: dim_identity
-- title: Names and addresses under which people contribute, and their GitHub accounts
-- grain: identity_id
-- columns:
--   identity_id            BIGINT       key      hash of name and address, or of the account's number
--   name                   VARCHAR      text     name as written; empty for none, null for an account
--   email                  VARCHAR      text     address as written; empty for none, null for an account
--   mapped_name            VARCHAR      text     name after the mailmap of the repository that uses it most; an account's is that of its profile
--   mapped_email           VARCHAR      text     address after that mailmap
--   login                  VARCHAR      text     login of the account; null where none is known
--   account_id             BIGINT       key      GitHub's databaseId: of the account itself, of the one that GitHub gives the address to, or from a noreply address
--   is_account             BOOLEAN      flag     whether it is a GitHub account and no name and address
--   account_type           VARCHAR      code     User, Bot or Mannequin for an account; null for others
--   is_agent               BOOLEAN      flag     whether each of its credits says that a coding agent is meant
--   use_count              BIGINT       commits  commits that it stands in as author or committer, and credits; 0 for an account
--   first_contribution_at  TIMESTAMPTZ  instant  earliest author date of those, or first act on GitHub
with
  ranked_uses as (
    select
      identity_id,
      name,
      email,
      first_value(mapped_name) over by_use as mapped_name,
      first_value(mapped_email) over by_use as mapped_email,
      is_account,
      account_id,
      login,
      account_type,
      is_agent,
      use_count,
      first_contribution_at
    from
      fct_identity_use
    window
      by_use as (
        partition by
          identity_id
        order by
          use_count desc,
          repo_id
      )
  ),
  identities as (
    select
      identity_id,
      name,
      email,
      mapped_name,
      mapped_email,
      regexp_extract(
        lower(mapped_email),
        '^(?:([0-9]+)[+])?([^@+]+)@users[.]noreply[.]github[.]com$',
        ['account_id', 'login']
      ) as noreply_account,
      is_account,
      account_type,
      max(account_id) as account_id,
      max(login) as login,
      bool_and(is_agent) as is_agent,
      sum(use_count)::bigint as use_count,
      min(first_contribution_at) as first_contribution_at
    from
      ranked_uses
    group by all
  )
select
  identity_id,
  name,
  email,
  mapped_name,
  mapped_email,
  coalesce(login, nullif(noreply_account.login, '')) as login,
  coalesce(account_id, try_cast(noreply_account.account_id as bigint)) as account_id,
  is_account,
  account_type,
  is_agent,
  use_count,
  first_contribution_at
from
  identities
order by
  identity_id

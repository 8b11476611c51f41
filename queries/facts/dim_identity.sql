-- table: dim_identity
-- title: Names and addresses under which people contribute
-- grain: identity_id
-- columns:
--   identity_id            BIGINT       key      hash of name and address
--   name                   VARCHAR      text     name as written; empty for none
--   email                  VARCHAR      text     address as written; empty for none
--   mapped_name            VARCHAR      text     name after the mailmap of the repository that uses it most
--   mapped_email           VARCHAR      text     address after that mailmap
--   login                  VARCHAR      text     GitHub login in a noreply address; null where there is none
--   account_id             BIGINT       key      GitHub account id in a noreply address; null where there is none
--   is_agent               BOOLEAN      flag     whether each of its credits says that a coding agent is meant
--   use_count              BIGINT       commits  commits that it stands in as author or committer, and credits
--   first_contribution_at  TIMESTAMPTZ  instant  earliest author date of those
with
  ranked_uses as (
    select
      identity_id,
      name,
      email,
      first_value(mapped_name) over by_use as mapped_name,
      first_value(mapped_email) over by_use as mapped_email,
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
      ) as account,
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
  nullif(account.login, '') as login,
  try_cast(account.account_id as bigint) as account_id,
  is_agent,
  use_count,
  first_contribution_at
from
  identities
order by
  identity_id

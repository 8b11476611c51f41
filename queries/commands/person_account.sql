-- Numbers, ids and logins of a person's accounts on GitHub, logins of earlier days too, wherever they stand.
with
  own_identities as (
    select
      identities.account_id,
      lower(identities.login) as login
    from
      map_identity_person as people
      join dim_identity as identities using (identity_id)
    where
      people.person_id = $person_id::bigint
  ),
  accounts as (
    select
      account_id,
      node_id,
      login
    from
      dim_account
    union
    select
      account_id,
      node_id,
      login
    from
      stg_github__star
    union
    select
      null,
      owner_node_id,
      owner_login
    from
      stg_github__fork
  ),
  own_accounts as (
    select
      account_id,
      node_id,
      login
    from
      accounts
    where
      account_id in (
        select
          account_id
        from
          own_identities
      )
      or lower(login) in (
        select
          login
        from
          own_identities
      )
    union
    select
      account_id,
      null,
      login
    from
      own_identities
  )
select distinct
  account_id,
  node_id,
  lower(login) as login
from
  own_accounts
union
select
  null,
  node_id,
  lower(login)
from
  stg_github__account_snapshot
where
  node_id in (
    select
      node_id
    from
      own_accounts
  )
order by all

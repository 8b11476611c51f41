-- People with a credit in some scopes, those of most commits first; numbers count each commit once.
with
  requested_repos as (
    select distinct
      repo_id
    from
      map_scope_repo
    where
      list_contains($scope_ids::bigint[], scope_id)
  ),
  contributions as (
    select
      credits.person_id,
      count(distinct credits.sha) filter(
        where
          credits.role in ('author', 'co_author')
      ) as authored_commit_count,
      count(distinct credits.sha) as credited_commit_count,
      min(dates.authored_at) as first_contribution_at,
      max(dates.authored_at) as last_contribution_at
    from
      requested_repos
      join fct_credit as credits using (repo_id)
      join fct_commit_date as dates using (repo_id, sha)
    group by
      credits.person_id
  )
select
  people.person_id,
  people.name,
  people.login,
  people.kind,
  people.identity_count,
  contributions.authored_commit_count,
  contributions.credited_commit_count,
  contributions.first_contribution_at,
  contributions.last_contribution_at
from
  contributions
  join dim_person as people using (person_id)
order by
  contributions.authored_commit_count desc,
  contributions.credited_commit_count desc,
  people.person_id

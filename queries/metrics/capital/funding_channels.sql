-- metric: funding_channels
-- id: E1
-- title: Funding channels
-- question: Through which channels does the project ask for money?
-- family: capital
-- status: experimental
-- source: CHAOSS working group Funding; GitHub's reading of FUNDING.yml
-- needs: repository
-- grain: scope_id, platform, url
-- window: all
-- params:
--   scope_ids  BIGINT[]  required  scopes to answer for
-- columns:
--   scope_id          BIGINT   key           dim_scope.scope_id
--   platform          VARCHAR  word          github, patreon, open_collective, custom and so on
--   url               VARCHAR  url           where the money goes
--   repository_count  BIGINT   repositories  for how many repositories of the scope it is declared
--   is_from_owner     BOOLEAN  flag          whether only the owner's repository .github declares it
-- limits: of the day of collection. A channel says that money is asked for, not that any comes. Links in a README or on a web site are not seen.
select
  scope_id,
  platform,
  url,
  count(distinct repo_id) as repository_count,
  bool_and(origin = 'owner') as is_from_owner
from
  map_scope_repo
  join fct_funding_link using (repo_id)
where
  list_contains($scope_ids::bigint[], scope_id)
group by
  scope_id,
  platform,
  url
order by
  scope_id,
  platform,
  url

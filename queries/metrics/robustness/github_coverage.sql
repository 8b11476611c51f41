-- metric: github_coverage
-- id: 0.10
-- title: What is known from GitHub
-- question: How much of what GitHub counts was collected, and how many sponsors show themselves?
-- family: robustness
-- status: experimental
-- source: house rule: completeness is a number, GitHub's own count against what is stored
-- needs: git
-- grain: scope_id
-- window: all
-- params:
--   scope_ids  BIGINT[]     required  scopes to answer for
--   to         TIMESTAMPTZ  required  end of what is seen, exclusive
-- columns:
--   scope_id               BIGINT  key           dim_scope.scope_id
--   repository_count       BIGINT  repositories  repositories of the scope
--   item_repository_count  BIGINT  repositories  those whose issues and pull requests were read to the end
--   item_count             BIGINT  items         issues and pull requests that GitHub counts in those repositories
--   collected_item_count   BIGINT  items         issues and pull requests that are stored
--   item_known_share       DOUBLE  share         collected_item_count / item_count, at most 1; null where a repository of the scope was not read to the end
--   sponsor_count          BIGINT  accounts      sponsors of the owner and of core people, private ones included; one who sponsors two accounts counts twice; null where they were not asked for
--   public_sponsor_count   BIGINT  accounts      those who show themselves
--   sponsor_known_share    DOUBLE  share         public_sponsor_count / sponsor_count; null without a sponsor
-- limits: of the day of collection. What was deleted on GitHub before the first collection is not known to have been there.
with
  repositories as (
    select
      scope_id,
      repo_id
    from
      map_scope_repo
    where
      list_contains($scope_ids::bigint[], scope_id)
  ),
  item_streams as (
    select
      scope_id,
      repo_id,
      count(*) filter(
        where
          fetched_at is not null
      ) = 2 as is_whole,
      sum(coalesce(expected_count, collected_count)) as item_count,
      sum(collected_count) as collected_item_count
    from
      repositories
      join fct_stream using (repo_id)
    where
      stream in ('issues', 'pulls')
    group by
      scope_id,
      repo_id
  ),
  items as (
    select
      scope_id,
      count(repo_id) as repository_count,
      count(repo_id) filter(
        where
          is_whole
      ) as item_repository_count,
      sum(item_count) filter(
        where
          is_whole
      ) as item_count,
      sum(collected_item_count) filter(
        where
          is_whole
      ) as collected_item_count
    from
      repositories
      left join item_streams using (scope_id, repo_id)
    group by
      scope_id
  ),
  readings as (
    select
      scope_id,
      node_id,
      arg_max(sponsor_count, (snapshot_date, sponsor_count)) as sponsor_count
    from
      repositories
      join fct_sponsor_snapshot using (repo_id)
    where
      snapshot_date <= $to::date
    group by
      scope_id,
      node_id
  ),
  public_sponsors as (
    select
      scope_id,
      maintainer_node_id as node_id,
      count(distinct sponsor_login) as public_sponsor_count
    from
      repositories
      join fct_sponsorship using (repo_id)
    where
      created_at < $to::timestamptz
      and is_active
      and privacy_level = 'public'
    group by
      scope_id,
      maintainer_node_id
  ),
  sponsors as (
    select
      scope_id,
      sum(sponsor_count) as sponsor_count,
      sum(least(coalesce(public_sponsor_count, 0), sponsor_count)) as public_sponsor_count
    from
      readings
      left join public_sponsors using (scope_id, node_id)
    group by
      scope_id
  )
select
  scope_id,
  repository_count,
  item_repository_count,
  coalesce(item_count, 0)::bigint as item_count,
  coalesce(collected_item_count, 0)::bigint as collected_item_count,
  if(
    item_repository_count = repository_count,
    if(item_count = 0, 1, least(1, collected_item_count / item_count)),
    null
  )::double as item_known_share,
  sponsor_count::bigint as sponsor_count,
  public_sponsor_count::bigint as public_sponsor_count,
  public_sponsor_count / nullif(sponsor_count, 0) as sponsor_known_share
from
  items
  left join sponsors using (scope_id)
order by
  scope_id

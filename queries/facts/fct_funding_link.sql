-- table: fct_funding_link
-- title: Channels through which a project asks for money
-- source: GitHub's reading of FUNDING.yml, in the repository and in the owner's repository .github
-- grain: repo_id, origin, platform, url
-- columns:
--   repo_id     BIGINT       key      dim_repo.repo_id
--   origin      VARCHAR      code     repository or owner: where it is declared
--   platform    VARCHAR      code     github, patreon, open_collective, custom and so on
--   url         VARCHAR      url      where the money goes
--   fetched_at  TIMESTAMPTZ  instant  when GitHub said so
with
  links as (
    select
      repo_id,
      'repository' as origin,
      unnest(funding_platforms) as platform,
      unnest(funding_urls) as url,
      fetched_at
    from
      stg_github__repository
    union all
    select
      repo_id,
      'owner',
      unnest(funding_platforms),
      unnest(funding_urls),
      fetched_at
    from
      stg_github__owner_default
  )
select
  repo_id,
  origin,
  lower(platform) as platform,
  url,
  max(fetched_at) as fetched_at
from
  links
group by
  repo_id,
  origin,
  platform,
  url
order by
  repo_id,
  origin,
  lower(platform),
  url

-- metric: contribution_concentration_by_year
-- id: B18
-- title: Concentration of contributions by year
-- question: Does the work rest on more or on fewer people than before?
-- family: vitality
-- status: experimental
-- source: Herfindahl-Hirschman index over commits by principal author
-- needs: git
-- grain: scope_id, year
-- window: all
-- params:
--   scope_ids  BIGINT[]     required  scopes to answer for
--   to         TIMESTAMPTZ  required  end of what is seen, exclusive
-- columns:
--   scope_id         BIGINT   key      dim_scope.scope_id
--   year             INTEGER  year     calendar year (UTC), by the date commits landed; years without work are left out
--   is_partial       BOOLEAN  flag     whether the data ends before the year does
--   commit_count     BIGINT   commits  commits of the year that are work, each hash once
--   person_count     BIGINT   people   known principal authors
--   top1_person_id   BIGINT   key      dim_person.person_id of the one with the most commits; ties by person_id
--   top1_name        VARCHAR  text     dim_person.name
--   top1_share       DOUBLE   share    of all commits of the year, those of unknown people included
--   top5_share       DOUBLE   share    the same for the five people with the most
--   effective_count  DOUBLE   people   1 / sum of the squared shares of the known people's commits: as many equal people would be as concentrated
-- limits: commits are of unequal size, and one commit credits one person. With few people the shares are high of necessity.
with
  commits as (
    select
      scope_id,
      sha,
      year(min(landed_at)) as year,
      min(principal_person_id) as person_id
    from
      map_scope_repo
      join fct_commit using (repo_id)
    where
      list_contains($scope_ids::bigint[], scope_id)
      and landed_at < $to::timestamptz
      and is_work
    group by
      scope_id,
      sha
  ),
  people as (
    select
      scope_id,
      year,
      person_id,
      count(*) as person_commit_count
    from
      commits
    group by
      scope_id,
      year,
      person_id
  ),
  ranked_people as (
    select
      scope_id,
      year,
      person_id,
      person_commit_count,
      row_number() over (
        partition by
          scope_id,
          year,
          person_id is null
        order by
          person_commit_count desc,
          person_id
      ) as place
    from
      people
  ),
  years as (
    select
      scope_id,
      year,
      sum(person_commit_count) as commit_count,
      count(person_id) as person_count,
      arg_min(person_id, place) filter(
        where
          person_id is not null
      ) as top1_person_id,
      sum(person_commit_count) filter(
        where
          person_id is not null
          and place = 1
      ) as top1_count,
      sum(person_commit_count) filter(
        where
          person_id is not null
          and place <= 5
      ) as top5_count,
      sum(person_commit_count) filter(
        where
          person_id is not null
      ) as known_count,
      sum(person_commit_count * person_commit_count) filter(
        where
          person_id is not null
      ) as square_sum
    from
      ranked_people
    group by
      scope_id,
      year
  )
select
  scope_id,
  year::integer as year,
  make_timestamptz(year + 1, 1, 1, 0, 0, 0) > $to::timestamptz as is_partial,
  commit_count::bigint as commit_count,
  person_count,
  top1_person_id,
  name as top1_name,
  top1_count / commit_count as top1_share,
  top5_count / commit_count as top5_share,
  known_count * known_count / square_sum as effective_count
from
  years
  left join dim_person on person_id = top1_person_id
order by
  scope_id,
  year

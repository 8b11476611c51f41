-- metric: contribution_concentration
-- id: B18
-- title: Concentration of contributions
-- question: On how few people does the work of the window rest?
-- family: vitality
-- status: experimental
-- source: Herfindahl-Hirschman index, Shannon entropy and Gini coefficient over commits by principal author
-- needs: git
-- grain: scope_id
-- params:
--   scope_ids  BIGINT[]     required  scopes to answer for
--   from       TIMESTAMPTZ  required  start of the window
--   to         TIMESTAMPTZ  required  end of the window, exclusive
-- columns:
--   scope_id                  BIGINT   key      dim_scope.scope_id
--   commit_count              BIGINT   commits  commits of the window that are work, each hash once
--   commit_count_known_share  DOUBLE   share    those of them whose principal author is known
--   person_count              BIGINT   people   known principal authors
--   top1_share                DOUBLE   share    of all commits, made by the person with the most
--   top1_share_high           DOUBLE   share    the same if all unknown commits were that person's
--   top5_share                DOUBLE   share    of all commits, made by the five people with the most
--   top5_share_high           DOUBLE   share    the same if all unknown commits were theirs
--   herfindahl_index          DOUBLE   index    sum of the squared shares of the known people's commits; 1 for a single person
--   effective_count           DOUBLE   people   1 / herfindahl_index: as many equal people would be as concentrated
--   entropy                   DOUBLE   nats     Shannon entropy of those shares; 0 for a single person
--   evenness                  DOUBLE   share    entropy / ln(person_count); 1 when all have the same; null for a single person
--   gini_coefficient          DOUBLE   index    0 when all have the same, near 1 when one has nearly all
-- limits: commits are of unequal size, and one commit credits one person. With few people every index is high. The indexes are over known people alone.
with
  commits as (
    select
      scope_id,
      sha,
      min(principal_person_id) as person_id
    from
      map_scope_repo
      join fct_commit using (repo_id)
    where
      list_contains($scope_ids::bigint[], scope_id)
      and landed_at >= $from::timestamptz
      and landed_at < $to::timestamptz
      and is_work
    group by
      scope_id,
      sha
  ),
  totals as (
    select
      scope_id,
      count(*) as commit_count,
      count(person_id) as known_count
    from
      commits
    group by
      scope_id
  ),
  people as (
    select
      scope_id,
      person_id,
      count(*) as person_commit_count
    from
      commits
    where
      person_id is not null
    group by
      scope_id,
      person_id
  ),
  ranked_people as (
    select
      scope_id,
      person_id,
      person_commit_count,
      row_number() over (
        partition by
          scope_id
        order by
          person_commit_count desc,
          person_id
      ) as place,
      count(*) over (
        partition by
          scope_id
      ) as person_count,
      person_commit_count / sum(person_commit_count) over (
        partition by
          scope_id
      ) as person_share
    from
      people
  ),
  sums as (
    select
      scope_id,
      any_value(person_count) as person_count,
      sum(person_commit_count) filter(
        where
          place = 1
      ) as top1_count,
      sum(person_commit_count) filter(
        where
          place <= 5
      ) as top5_count,
      sum(person_commit_count * person_commit_count) / (sum(person_commit_count) * sum(person_commit_count)) as herfindahl_index,
      sum(
        - person_share * ln(person_share)
        order by
          place
      ) as entropy,
      -- place counts from the largest, the formula from the smallest: i = n + 1 - place
      sum((person_count + 1 - 2 * place) * person_commit_count) / (any_value(person_count) * sum(person_commit_count)) as gini_coefficient
    from
      ranked_people
    group by
      scope_id
  )
select
  scope_id,
  commit_count,
  known_count / commit_count as commit_count_known_share,
  coalesce(person_count, 0) as person_count,
  top1_count / commit_count as top1_share,
  (top1_count + commit_count - known_count) / commit_count as top1_share_high,
  top5_count / commit_count as top5_share,
  (top5_count + commit_count - known_count) / commit_count as top5_share_high,
  herfindahl_index,
  1 / herfindahl_index as effective_count,
  entropy,
  if(person_count >= 2, entropy / ln(person_count), null) as evenness,
  gini_coefficient
from
  totals
  left join sums using (scope_id)
order by
  scope_id

-- metric: credit_weight
-- id: A4
-- title: Credit weight
-- question: How much of the work is whose, if the authors of a commit share it equally?
-- family: contributors
-- status: experimental
-- source: credits author and co_author of each commit, 1 / n for each of n authors (metrics.md A4)
-- needs: git
-- grain: scope_id, person_id
-- params:
--   scope_ids  BIGINT[]     required  scopes to answer for
--   from       TIMESTAMPTZ  required  start of the window
--   to         TIMESTAMPTZ  required  end of the window, exclusive
-- columns:
--   scope_id               BIGINT   key      dim_scope.scope_id
--   person_id              BIGINT   key      dim_person.person_id
--   person_name            VARCHAR  text     dim_person.name
--   credit_weight          DOUBLE   commits  sum over the commits of the window that are work of 1 / number of their known authors
--   credit_weight_share    DOUBLE   share    credit_weight / commit_count
--   authored_commit_count  BIGINT   commits  commits with the person as author or co-author
--   sole_commit_count      BIGINT   commits  those of them without another author
--   commit_count           BIGINT   commits  commits of the window that are work, each hash once; the weights of all people add up to those with a known author
--   known_share            DOUBLE   share    commits of commit_count with a known author
-- limits: reviews, reports and tests are no part of it, and neither are bots and agents. A commit whose message names its author is nobody else's where the committers of a repository stand as authors.
with
  commits as (
    select
      scope_id,
      sha,
      min(repo_id) as repo_id
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
  authors as (
    select distinct
      commits.scope_id,
      commits.sha,
      if(people.is_bot, null, credits.person_id) as person_id
    from
      commits
      left join fct_credit as credits on credits.repo_id = commits.repo_id
      and credits.sha = commits.sha
      and credits.role in ('author', 'co_author')
      left join dim_person as people on people.person_id = credits.person_id
  ),
  weights as (
    select
      scope_id,
      sha,
      person_id,
      1 / count(*) over (
        partition by
          scope_id,
          sha
      ) as weight
    from
      authors
    where
      person_id is not null
  ),
  counts as (
    select
      scope_id,
      count(distinct sha) as commit_count,
      count(distinct sha) filter(
        where
          person_id is not null
      ) as known_commit_count
    from
      authors
    group by
      scope_id
  ),
  people_weights as (
    select
      scope_id,
      person_id,
      sum(weight) as credit_weight,
      count(*) as authored_commit_count,
      count_if(weight = 1)::bigint as sole_commit_count
    from
      weights
    group by
      scope_id,
      person_id
  )
select
  scope_id,
  person_id,
  name as person_name,
  credit_weight,
  credit_weight / commit_count as credit_weight_share,
  authored_commit_count,
  sole_commit_count,
  commit_count,
  known_commit_count / commit_count as known_share
from
  people_weights
  join counts using (scope_id)
  left join dim_person using (person_id)
order by
  scope_id,
  credit_weight desc,
  person_id

-- metric: ai_assisted_share
-- id: A11
-- title: Work with an agent's help
-- question: How much of the work says that a coding agent made it or helped?
-- family: contributors
-- status: experimental
-- source: commits whose author is a coding agent, and credits of agents in messages (metrics.md A11)
-- needs: git
-- grain: scope_id, month
-- params:
--   scope_ids  BIGINT[]     required  scopes to answer for
--   from       TIMESTAMPTZ  required  start of the window
--   to         TIMESTAMPTZ  required  end of the window, exclusive
-- columns:
--   scope_id               BIGINT   key      dim_scope.scope_id
--   month                  DATE     month    UTC month in which the commits landed; months without commits have no row
--   is_partial             BOOLEAN  flag     whether the window begins or the data ends inside the month
--   commit_count           BIGINT   commits  commits that are no merges and not by a bot, each hash once
--   agent_commit_count     BIGINT   commits  those of them with a coding agent as git's author
--   assisted_commit_count  BIGINT   commits  those by a person that credit an agent
--   ai_assisted_share      DOUBLE   share    (agent_commit_count + assisted_commit_count) / commit_count
-- limits: counts what messages and authors say. Help that nobody mentions is not seen, and customs of mentioning it differ, so that projects cannot be compared by it.
with
  commits as (
    select
      scope_id,
      sha,
      date_trunc('month', min(landed_at))::date as month,
      min(repo_id) as repo_id,
      bool_or(coalesce(people.kind = 'agent', false)) as is_by_agent
    from
      map_scope_repo
      join fct_commit as commits using (repo_id)
      left join dim_person as people using (person_id)
    where
      list_contains($scope_ids::bigint[], scope_id)
      and landed_at >= $from::timestamptz
      and landed_at < $to::timestamptz
      and not is_merge
      and coalesce(people.kind, 'person') <> 'bot'
    group by
      scope_id,
      sha
  ),
  assisted_commits as (
    select distinct
      repo_id,
      sha
    from
      fct_credit
      join dim_person as people using (person_id)
    where
      people.kind = 'agent'
      and role not in ('committer', 'signer')
  ),
  counts as (
    select
      scope_id,
      month,
      count(*) as commit_count,
      count_if(is_by_agent)::bigint as agent_commit_count,
      count(*) filter(
        where
          not is_by_agent
          and assisted_commits.sha is not null
      ) as assisted_commit_count
    from
      commits
      left join assisted_commits using (repo_id, sha)
    group by
      scope_id,
      month
  )
select
  scope_id,
  month,
  month < $from::timestamptz::date
  or month + interval 1 month > $to::timestamptz as is_partial,
  commit_count,
  agent_commit_count,
  assisted_commit_count,
  (agent_commit_count + assisted_commit_count) / commit_count as ai_assisted_share
from
  counts
order by
  scope_id,
  month

-- metric: bots
-- id: A11
-- title: Bots and coding agents
-- question: Which machines commit, and how much?
-- family: contributors
-- status: experimental
-- source: CHAOSS metric "Bot Activity"
-- needs: git
-- grain: scope_id, person_id
-- params:
--   scope_ids  BIGINT[]     required  scopes to answer for
--   from       TIMESTAMPTZ  required  start of the window
--   to         TIMESTAMPTZ  required  end of the window, exclusive
-- columns:
--   scope_id        BIGINT       key      dim_scope.scope_id
--   person_id       BIGINT       key      dim_person.person_id of the bot or agent
--   name            VARCHAR      text     dim_person.name
--   login           VARCHAR      text     GitHub login; null where not known
--   kind            VARCHAR      word     bot, or agent for a coding agent
--   bot_rule        VARCHAR      code     rule by which it was taken for one
--   commit_count    BIGINT       commits  commits of the window with it as git's author, without merges, each hash once
--   commit_share    DOUBLE       share    of all commits of the window that are no merges
--   last_commit_at  TIMESTAMPTZ  instant  when the last of them landed
-- limits: machines that commit under a person's name are not seen, and a person may be taken for a machine by name; the file of decisions about people mends both.
with
  commits as (
    select
      scope_id,
      sha,
      min(person_id) as person_id,
      min(landed_at) as landed_at
    from
      map_scope_repo
      join fct_commit using (repo_id)
    where
      list_contains($scope_ids::bigint[], scope_id)
      and landed_at >= $from::timestamptz
      and landed_at < $to::timestamptz
      and not is_merge
    group by
      scope_id,
      sha
  ),
  totals as (
    select
      scope_id,
      count(*) as all_commit_count
    from
      commits
    group by
      scope_id
  ),
  authors as (
    select
      scope_id,
      person_id,
      count(*) as commit_count,
      max(landed_at) as last_commit_at
    from
      commits
    group by
      scope_id,
      person_id
  )
select
  scope_id,
  person_id,
  name,
  login,
  kind,
  bot_rule,
  commit_count,
  commit_count / all_commit_count as commit_share,
  last_commit_at
from
  authors
  join dim_person using (person_id)
  join totals using (scope_id)
where
  is_bot
order by
  scope_id,
  commit_count desc,
  person_id

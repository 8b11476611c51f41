-- metric: contributors
-- id: A1, A2, A9
-- title: Contributors
-- question: Who contributes, in which way, and since when?
-- family: contributors
-- status: experimental
-- source: CHAOSS metric "Contributors"
-- needs: git
-- grain: scope_id, person_id
-- params:
--   scope_ids     BIGINT[]     required           scopes to answer for
--   from          TIMESTAMPTZ  required           start of the window
--   to            TIMESTAMPTZ  required           end of the window, exclusive
--   quiet_months  INTEGER      default=3 1..1200  months without a contribution after which a person counts as quiet (house rule)
-- columns:
--   scope_id                  BIGINT       key      dim_scope.scope_id
--   person_id                 BIGINT       key      dim_person.person_id; people only, bots and agents stand in the metric bots
--   name                      VARCHAR      text     dim_person.name
--   login                     VARCHAR      text     GitHub login; null where not known
--   is_code_contributor       BOOLEAN      flag     whether the person authored or co-authored a commit of the window
--   authored_commit_count     BIGINT       commits  commits of the window with the credit author (git's author, unless the message names another where committers stand as authors)
--   co_authored_commit_count  BIGINT       commits  with the credit co_author
--   committed_commit_count    BIGINT       commits  that the person committed
--   merge_commit_count        BIGINT       commits  merge commits that the person made
--   reviewed_commit_count     BIGINT       commits  with the credit reviewer or acker
--   reported_commit_count     BIGINT       commits  with the credit reporter
--   tested_commit_count       BIGINT       commits  with the credit tester
--   suggested_commit_count    BIGINT       commits  with the credit suggester
--   diagnosed_commit_count    BIGINT       commits  with the credit diagnoser
--   assisted_commit_count     BIGINT       commits  with the credit assist
--   first_contribution_at     TIMESTAMPTZ  instant  author date of the first commit ever with any of these credits
--   last_contribution_at      TIMESTAMPTZ  instant  author date of the last one before the end of the window
--   active_month_count        BIGINT       months   months of the window in which a contribution landed
--   state                     VARCHAR      word     active, or quiet when last_contribution_at is quiet_months or more before the end; null when it is not known
-- limits: sees what git records: authorship, commits and credits in commit messages. Credits count on commits that are work (no merges, bots or empty commits); sign-offs are not counted.
with
  contributions as (
    select
      scope_id,
      credits.person_id,
      sha,
      if(is_merge, 'merger', role) as role,
      min(authored_at) as authored_at,
      min(landed_at) as landed_at
    from
      map_scope_repo
      join fct_commit as commits using (repo_id)
      join fct_credit as credits using (repo_id, sha)
    where
      list_contains($scope_ids::bigint[], scope_id)
      and landed_at < $to::timestamptz
      and (
        is_work
        and role <> 'signer'
        or is_merge
        and role = 'author'
      )
      and credits.person_id is not null
    group by
      scope_id,
      credits.person_id,
      sha,
      if(is_merge, 'merger', role)
  ),
  windowed_contributions as (
    select
      scope_id,
      person_id,
      role,
      landed_at
    from
      contributions
    where
      landed_at >= $from::timestamptz
  ),
  windowed_people as (
    select
      scope_id,
      person_id,
      count_if(role = 'author')::bigint as authored_commit_count,
      count_if(role = 'co_author')::bigint as co_authored_commit_count,
      count_if(role = 'committer')::bigint as committed_commit_count,
      count_if(role = 'merger')::bigint as merge_commit_count,
      count_if(role = 'reporter')::bigint as reported_commit_count,
      count_if(role = 'tester')::bigint as tested_commit_count,
      count_if(role = 'suggester')::bigint as suggested_commit_count,
      count_if(role = 'diagnoser')::bigint as diagnosed_commit_count,
      count_if(role = 'assist')::bigint as assisted_commit_count,
      count(distinct date_trunc('month', landed_at)) as active_month_count
    from
      windowed_contributions
    group by
      scope_id,
      person_id
  ),
  reviewers as (
    select
      scope_id,
      person_id,
      count(distinct sha) as reviewed_commit_count
    from
      contributions
    where
      role in ('reviewer', 'acker')
      and landed_at >= $from::timestamptz
    group by
      scope_id,
      person_id
  ),
  tenures as (
    select
      scope_id,
      person_id,
      min(authored_at) as first_contribution_at,
      max(authored_at) filter(
        where
          authored_at < $to::timestamptz
      ) as last_contribution_at
    from
      contributions
    group by
      scope_id,
      person_id
  )
select
  scope_id,
  person_id,
  name,
  login,
  authored_commit_count + co_authored_commit_count > 0 as is_code_contributor,
  authored_commit_count,
  co_authored_commit_count,
  committed_commit_count,
  merge_commit_count,
  coalesce(reviewed_commit_count, 0) as reviewed_commit_count,
  reported_commit_count,
  tested_commit_count,
  suggested_commit_count,
  diagnosed_commit_count,
  assisted_commit_count,
  tenures.first_contribution_at,
  last_contribution_at,
  active_month_count,
  case
    when last_contribution_at is null then null
    when last_contribution_at <= $to::timestamptz - to_months($quiet_months::integer) then 'quiet'
    else 'active'
  end as state
from
  windowed_people
  join tenures using (scope_id, person_id)
  left join reviewers using (scope_id, person_id)
  left join dim_person using (person_id)
where
  is_bot is not true
order by
  scope_id,
  authored_commit_count desc,
  committed_commit_count desc,
  reviewed_commit_count desc,
  person_id

-- metric: newcomers
-- id: A7
-- title: Newcomers
-- question: Who contributed for the first time in the window, with what, and did they come back?
-- family: contributors
-- status: experimental
-- source: CHAOSS metric "New Contributors"
-- needs: git
-- grain: scope_id, person_id
-- params:
--   scope_ids  BIGINT[]     required  scopes to answer for
--   from       TIMESTAMPTZ  required  start of the window
--   to         TIMESTAMPTZ  required  end of the window, exclusive
-- columns:
--   scope_id               BIGINT       key      dim_scope.scope_id
--   person_id              BIGINT       key      dim_person.person_id
--   name                   VARCHAR      text     dim_person.name
--   login                  VARCHAR      text     GitHub login; null where not known
--   first_contribution_at  TIMESTAMPTZ  instant  author date of the first commit ever that the person authored or co-authored
--   repo_id                BIGINT       key      dim_repo.repo_id of that commit
--   repository             VARCHAR      name     its full name, else its name
--   sha                    VARCHAR      hash     hash of that commit
--   subject                VARCHAR      text     its subject
--   commit_count           BIGINT       commits  commits authored or co-authored up to the end of the window
--   active_day_count       BIGINT       days     distinct days (UTC) with such a commit
--   last_contribution_at   TIMESTAMPTZ  instant  author date of the last one
--   has_come_back          BOOLEAN      flag     whether there is one on a later day than the first
-- limits: new to this scope, by git's history alone: earlier reviews, reports and mailing list posts are not seen, and a person under an unmerged second identity is new twice. In a shallow clone everybody seems new.
with
  contributions as (
    select
      scope_id,
      credits.person_id,
      sha,
      authored_at,
      min(repo_id) as repo_id
    from
      map_scope_repo
      join fct_commit using (repo_id)
      join fct_credit as credits using (repo_id, sha)
      left join dim_person as people on people.person_id = credits.person_id
    where
      list_contains($scope_ids::bigint[], scope_id)
      and is_work
      and role in ('author', 'co_author')
      and people.is_bot is not true
      and credits.person_id is not null
      and authored_at < $to::timestamptz
      and landed_at < $to::timestamptz
    group by
      scope_id,
      credits.person_id,
      sha,
      authored_at
  ),
  newcomers as (
    select
      scope_id,
      person_id,
      min(authored_at) as first_contribution_at,
      arg_min(repo_id, (authored_at, sha)) as first_repo_id,
      arg_min(sha, (authored_at, sha)) as first_sha,
      count(*) as commit_count,
      count(distinct date_trunc('day', authored_at)) as active_day_count,
      max(authored_at) as last_contribution_at
    from
      contributions
    group by
      scope_id,
      person_id
    having
      min(authored_at) >= $from::timestamptz
  )
select
  scope_id,
  newcomers.person_id,
  dim_person.name,
  login,
  newcomers.first_contribution_at,
  fct_commit.repo_id,
  coalesce(full_name, dim_repo.name) as repository,
  fct_commit.sha,
  subject,
  newcomers.commit_count,
  active_day_count,
  last_contribution_at,
  active_day_count > 1 as has_come_back
from
  newcomers
  join fct_commit on fct_commit.repo_id = first_repo_id
  and fct_commit.sha = first_sha
  left join dim_person on dim_person.person_id = newcomers.person_id
  left join dim_repo on dim_repo.repo_id = first_repo_id
order by
  scope_id,
  newcomers.first_contribution_at,
  newcomers.person_id

-- table: fct_credit
-- title: Who is credited for a commit, in which role
-- source: metrics.md A2
-- limits: commits of release branches stand here too; join fct_commit for the default branch
-- grain: repo_id, sha, role, position
-- columns:
--   repo_id      BIGINT   key         dim_repo.repo_id
--   sha          VARCHAR  hash        hash of the commit
--   person_id    BIGINT   key         dim_person.person_id
--   role         VARCHAR  code        author, co_author, reviewer, acker, reporter, tester, suggester, diagnoser, signer, assist or committer
--   source       VARCHAR  code        git, trailer or prose
--   confidence   DOUBLE   share       how sure the rule is that gave the credit
--   position     INTEGER  order       order of the credits of a role in a commit, counted from 1
--   identity_id  BIGINT   key         dim_identity.identity_id that was credited
--   span_start   INTEGER  characters  where the evidence begins in the message; null for git's own fields
--   span_end     INTEGER  characters  where it ends
with
  message_credits as (
    select
      credits.repo_id,
      credits.sha,
      credits.role,
      credits.source,
      credits.confidence,
      if(credits.source = 'trailer', 1, 2) as source_order,
      credits.position,
      uses.identity_id,
      credits.span_start,
      credits.span_end
    from
      map_commit_credit as credits
      join dim_repo as repositories using (repo_id)
      join fct_identity_use as uses on uses.repo_id = credits.repo_id
      and uses.name = credits.name
      and uses.email = credits.email
    where
      credits.convention = '*'
      or repositories.is_committer_author_convention
  ),
  authored_commits as (
    select distinct
      repo_id,
      sha
    from
      message_credits
    where
      role = 'author'
  ),
  git_credits as (
    select
      commits.repo_id,
      commits.sha,
      'author' as role,
      authors.identity_id
    from
      stg_git__commit as commits
      join fct_identity_use as authors on authors.repo_id = commits.repo_id
      and authors.name = commits.author_name
      and authors.email = commits.author_email
      join dim_repo as repositories on repositories.repo_id = commits.repo_id
      left join authored_commits on authored_commits.repo_id = commits.repo_id
      and authored_commits.sha = commits.sha
    where
      authored_commits.sha is null
      or not repositories.is_committer_author_convention
    union all
    select
      commits.repo_id,
      commits.sha,
      'committer' as role,
      committers.identity_id
    from
      stg_git__commit as commits
      join fct_identity_use as committers on committers.repo_id = commits.repo_id
      and committers.name = commits.committer_name
      and committers.email = commits.committer_email
    where
      commits.committer_email <> 'noreply@github.com'
  ),
  credits as (
    select
      repo_id,
      sha,
      role,
      source,
      confidence,
      source_order,
      position,
      identity_id,
      span_start,
      span_end
    from
      message_credits
    union all
    by name
    select
      repo_id,
      sha,
      role,
      'git' as source,
      1.0 as confidence,
      3 as source_order,
      1 as position,
      identity_id,
      null::integer as span_start,
      null::integer as span_end
    from
      git_credits
  ),
  person_credits as (
    select
      credits.repo_id,
      credits.sha,
      if(
        people.kind = 'agent'
        and credits.source <> 'git'
        and credits.role in ('author', 'co_author'),
        'assist',
        credits.role
      ) as role,
      credits.source,
      credits.confidence,
      credits.source_order,
      credits.position,
      credits.identity_id,
      credits.span_start,
      credits.span_end,
      people.person_id
    from
      credits
      join map_identity_person as links using (identity_id)
      join dim_person as people using (person_id)
  ),
  first_credits as (
    select
      repo_id,
      sha,
      role,
      source,
      confidence,
      source_order,
      position,
      identity_id,
      span_start,
      span_end,
      person_id
    from
      person_credits
    qualify
      row_number() over (
        partition by
          repo_id,
          sha,
          role,
          person_id
        order by
          source_order,
          position,
          identity_id
      ) = 1
  )
select
  repo_id,
  sha,
  person_id,
  role,
  source,
  confidence,
  row_number() over (
    partition by
      repo_id,
      sha,
      role
    order by
      source_order,
      position,
      identity_id
  )::integer as position,
  identity_id,
  span_start,
  span_end
from
  first_credits

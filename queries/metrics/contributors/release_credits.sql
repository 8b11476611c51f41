-- metric: release_credits
-- id: A2
-- title: Who made a release
-- question: Whom does a release owe thanks, and for what?
-- family: contributors
-- status: experimental
-- source: credits of the commits that git log from..to lists, commits of release branches included (metrics.md A2)
-- needs: git
-- grain: scope_id, person_id
-- window: all
-- params:
--   scope_ids  BIGINT[]  required  scopes to answer for
--   from       REF       required  tag of the release before, or a branch or commit; bound as VARCHAR, a name or hashes, a line each
--   to         REF       required  tag of the release, or a branch or commit; bound as VARCHAR, a name or hashes, a line each
-- columns:
--   scope_id               BIGINT   key      dim_scope.scope_id
--   person_id              BIGINT   key      dim_person.person_id; people with a name only, no bots and agents
--   person_name            VARCHAR  text     dim_person.name
--   roles                  VARCHAR  list     roles in the range, joined by a comma, the most work first
--   commit_count           BIGINT   commits  commits of the range with a credit of the person, each hash once
--   authored_commit_count  BIGINT   commits  those of them with the role author or co_author
--   reviewed_commit_count  BIGINT   commits  with the role reviewer or acker
--   reported_commit_count  BIGINT   commits  with the role reporter
--   other_commit_count     BIGINT   commits  with any other role but committer
-- limits: sign-offs are no credit, and merges are no work. People known by an address alone are left out, and so is a single word that is part of the name of somebody listed.
with
  requested_repos as (
    select distinct
      scope_id,
      repo_id
    from
      map_scope_repo
    where
      list_contains($scope_ids::bigint[], scope_id)
  ),
  -- A tag or branch comes as its name, any other commit as the hashes of all that it reaches, a line each.
  members as (
    select
      'to' as side,
      unnest(string_split($to::varchar, chr(10))) as member
    union all
    select
      'from' as side,
      unnest(string_split($from::varchar, chr(10))) as member
  ),
  ref_commits as (
    select
      members.side,
      classes.repo_id,
      commits.sha
    from
      members
      join map_ref_class as classes on classes.ref_name = members.member
      join map_ref_commit as commits using (repo_id, ref_class_id)
  ),
  released_commits as (
    select
      requested_repos.scope_id,
      commits.repo_id,
      commits.sha,
      commits.is_rewritten_history
    from
      requested_repos
      join fct_reached_commit as commits using (repo_id)
    where
      not commits.is_merge
      and (
        (commits.repo_id, commits.sha) in (
          select
            repo_id,
            sha
          from
            ref_commits
          where
            side = 'to'
        )
        or commits.sha in (
          select
            member
          from
            members
          where
            side = 'to'
        )
      )
      and (commits.repo_id, commits.sha) not in (
        select
          repo_id,
          sha
        from
          ref_commits
        where
          side = 'from'
      )
      and commits.sha not in (
        select
          member
        from
          members
        where
          side = 'from'
      )
  ),
  credits as (
    select distinct
      scope_id,
      person_id,
      sha,
      role
    from
      released_commits
      join fct_credit using (repo_id, sha)
    where
      role <> 'signer'
      and not (
        role = 'committer'
        and is_rewritten_history
      )
  ),
  named_people as (
    select
      person_id,
      people.name,
      lower(strip_accents(people.name)) as plain_name
    from
      dim_person as people
    where
      not is_bot
      and exists (
        select
          1
        from
          map_identity_person as links
          join dim_identity as identities using (identity_id)
        where
          links.person_id = people.person_id
          and identities.name <> ''
      )
  ),
  counts as (
    select
      scope_id,
      person_id,
      name,
      plain_name,
      count(distinct sha) as commit_count,
      count(distinct sha) filter(
        where
          role in ('author', 'co_author')
      ) as authored_commit_count,
      count(distinct sha) filter(
        where
          role in ('reviewer', 'acker')
      ) as reviewed_commit_count,
      count(distinct sha) filter(
        where
          role = 'reporter'
      ) as reported_commit_count,
      count(distinct sha) filter(
        where
          role not in ('author', 'co_author', 'reviewer', 'acker', 'reporter', 'committer')
      ) as other_commit_count,
      list(distinct role) as roles
    from
      credits
      join named_people using (person_id)
    group by
      scope_id,
      person_id,
      name,
      plain_name
  ),
  listed_words as (
    select distinct
      scope_id,
      unnest(string_split(plain_name, ' ')) as word
    from
      counts
    where
      contains(plain_name, ' ')
  )
select
  scope_id,
  person_id,
  name as person_name,
  array_to_string(
    list_filter(
      [
        'author',
        'co_author',
        'reviewer',
        'acker',
        'tester',
        'reporter',
        'diagnoser',
        'suggester',
        'assist',
        'committer'
      ],
      lambda role: list_contains(roles, role)
    ),
    ', '
  ) as roles,
  commit_count,
  authored_commit_count,
  reviewed_commit_count,
  reported_commit_count,
  other_commit_count
from
  counts
where
  not exists (
    select
      1
    from
      listed_words
    where
      listed_words.scope_id = counts.scope_id
      and listed_words.word = counts.plain_name
  )
order by
  scope_id,
  person_name,
  person_id

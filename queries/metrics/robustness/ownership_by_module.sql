-- metric: ownership_by_module
-- id: C4
-- title: Ownership by module
-- question: How much of each part's recent work is one person's, and how many others touch it only now and then?
-- family: robustness
-- status: experimental
-- source: Bird et al., "Don't Touch My Code!", 2011; fragmentation as in code-maat
-- needs: git
-- grain: scope_id, rank
-- params:
--   scope_ids    BIGINT[]     required           scopes to answer for
--   from         TIMESTAMPTZ  required           start of the window
--   to           TIMESTAMPTZ  required           end of the window, exclusive
--   min_commits  INTEGER      default=10 0..     fewer commits than these are too few to speak of shares
--   major_share  DOUBLE       default=0.05 0..1  least share of a module's commits that makes a major contributor
--   top          INTEGER      default=30 1..     rows per scope
-- columns:
--   scope_id              BIGINT   key      dim_scope.scope_id
--   rank                  INTEGER  number   place by commit_count
--   repo_id               BIGINT   key      dim_repo.repo_id
--   repository            VARCHAR  name     full name of the repository, else its name
--   module                VARCHAR  path     folder with at least 2 % of the repository's code files, without those of its subfolders that have as many; `.` for the root
--   commit_count          BIGINT   commits  commits of the window that are line work and changed code in the module
--   unknown_commit_count  BIGINT   commits  of these with an author whom nobody knows
--   person_count          BIGINT   people   known principal authors of these commits
--   major_person_count    BIGINT   people   of these with at least major_share of the commits; null below min_commits
--   minor_person_count    BIGINT   people   of these with less; null below min_commits
--   owner_id              BIGINT   key      person with the most of these commits; null below min_commits
--   owner                 VARCHAR  name     name of that person; null below min_commits
--   owner_share           DOUBLE   share    share of that person; null below min_commits
--   fragmentation         DOUBLE   share    1 minus the sum of squared shares: 0 for one author, near 1 for many equal ones; an unknown author shares with nobody; null below min_commits
--   reason                VARCHAR  word     below_minimum where there are fewer commits than min_commits
-- limits: each commit counts for its principal author. Counts commits, whatever their size.
with
  module_commits as (
    select distinct
      scope_id,
      repo_id,
      coalesce(module, '.') as module,
      sha,
      principal_person_id as person_id
    from
      map_scope_repo
      join fct_commit using (repo_id)
      join fct_commit_file using (repo_id, sha)
      left join fct_path_module using (repo_id, path)
    where
      list_contains($scope_ids::bigint[], scope_id)
      and landed_at >= $from::timestamptz
      and landed_at < $to::timestamptz
      and is_line_work
      and file_class = 'code'
  ),
  module_people as (
    select
      scope_id,
      repo_id,
      module,
      person_id,
      count(*) as person_commit_count,
      person_commit_count / sum(count(*)) over (
        partition by
          scope_id,
          repo_id,
          module
      ) as commit_share
    from
      module_commits
    group by
      scope_id,
      repo_id,
      module,
      person_id
  ),
  modules as (
    select
      scope_id,
      repo_id,
      module,
      sum(person_commit_count)::bigint as commit_count,
      coalesce(
        sum(person_commit_count) filter(
          where
            person_id is null
        ),
        0
      )::bigint as unknown_commit_count,
      count(person_id) as person_count,
      count_if(
        person_id is not null
        and commit_share >= $major_share::double
      )::bigint as major_person_count,
      arg_max(person_id, (person_commit_count, - person_id)) filter(
        where
          person_id is not null
      ) as owner_id,
      max(commit_share) filter(
        where
          person_id is not null
      ) as owner_share,
      1 - coalesce(
        sum(commit_share ** 2) filter(
          where
            person_id is not null
        ),
        0
      ) - unknown_commit_count / commit_count ** 2 as fragmentation,
      commit_count >= $min_commits::integer as is_enough
    from
      module_people
    group by
      scope_id,
      repo_id,
      module
  )
select
  scope_id,
  row_number() over busiest_first::integer as rank,
  repo_id,
  coalesce(full_name, dim_repo.name) as repository,
  module,
  modules.commit_count,
  unknown_commit_count,
  person_count,
  if(is_enough, major_person_count, null) as major_person_count,
  if(is_enough, person_count - major_person_count, null) as minor_person_count,
  if(is_enough, owner_id, null) as owner_id,
  if(is_enough, dim_person.name, null) as owner,
  if(is_enough, owner_share, null) as owner_share,
  if(is_enough, fragmentation, null) as fragmentation,
  if(is_enough, null, 'below_minimum') as reason
from
  modules
  left join dim_repo using (repo_id)
  left join dim_person on dim_person.person_id = owner_id
window
  busiest_first as (
    partition by
      scope_id
    order by
      modules.commit_count desc,
      repo_id,
      module
  )
qualify
  rank <= $top::integer
order by
  scope_id,
  rank

-- metric: working_time_share_by_person
-- id: G2
-- title: Office hours by person
-- question: Which of the people who write much do so in office hours, and which in their evenings and weekends?
-- family: motivation
-- status: experimental
-- source: Riehle et al., "Paid vs. Volunteer Work in Open Source", 2014
-- needs: git
-- grain: scope_id, rank
-- window: 36 months
-- params:
--   scope_ids    BIGINT[]     required         scopes to answer for
--   from         TIMESTAMPTZ  required         start of the window
--   to           TIMESTAMPTZ  required         end of the window, exclusive
--   min_commits  INTEGER      default=100 0..  commits with a known local time below which nothing is said about a person
--   top          INTEGER      default=50 1..   rows per scope
-- columns:
--   scope_id            BIGINT   key      dim_scope.scope_id
--   rank                INTEGER  number   place by commit_count
--   person_id           BIGINT   key      dim_person.person_id of git's author, by whose clock the commits are dated
--   name                VARCHAR  name     name of that person
--   commit_count        BIGINT   commits  commits with an author date in the window that are work, each hash once
--   known_commit_count  BIGINT   commits  of these with a known local time
--   working_time_share  DOUBLE   share    commits written Monday to Friday from 9:00 to 16:59 by the author's clock over known_commit_count
--   weekend_share       DOUBLE   share    commits written on Saturday or Sunday over known_commit_count
-- limits: people with fewer commits than min_commits have no row. Most people do both; some set their machine to UTC. Signs, not a diagnosis, and not for judging anybody.
with
  commits as (
    select
      scope_id,
      sha,
      person_id,
      min((authored_at + to_minutes(author_offset_minutes)) at time zone 'UTC') as local_at
    from
      map_scope_repo
      join fct_commit using (repo_id)
    where
      list_contains($scope_ids::bigint[], scope_id)
      and authored_at >= $from::timestamptz
      and authored_at < $to::timestamptz
      and landed_at < $to::timestamptz
      and is_work
      and person_id is not null
    group by
      scope_id,
      sha,
      person_id
  ),
  people as (
    select
      scope_id,
      person_id,
      count(*) as commit_count,
      count(local_at) as known_commit_count,
      count_if(
        isodow(local_at) <= 5
        and hour(local_at) >= 9
        and hour(local_at) < 17
      ) / nullif(count(local_at), 0) as working_time_share,
      count_if(isodow(local_at) > 5) / nullif(count(local_at), 0) as weekend_share
    from
      commits
    group by
      scope_id,
      person_id
    having
      count(local_at) >= $min_commits::integer
  ),
  ranked_people as (
    select
      scope_id,
      row_number() over (
        partition by
          scope_id
        order by
          commit_count desc,
          person_id
      ) as rank,
      person_id,
      commit_count,
      known_commit_count,
      working_time_share,
      weekend_share
    from
      people
  )
select
  scope_id,
  rank::integer as rank,
  person_id,
  name,
  commit_count,
  known_commit_count,
  working_time_share,
  weekend_share
from
  ranked_people
  left join dim_person using (person_id)
where
  rank <= $top::integer
order by
  scope_id,
  rank

-- metric: principal_authors
-- id: A3
-- title: Whose changes landed
-- question: Whose work are the commits and lines of the window, and what share has each person?
-- family: contributors
-- status: experimental
-- source: method of Robert Haas's yearly count "Who contributed to PostgreSQL development": one principal author for each commit
-- needs: git
-- grain: scope_id, person_id
-- params:
--   scope_ids  BIGINT[]     required  scopes to answer for
--   from       TIMESTAMPTZ  required  start of the window
--   to         TIMESTAMPTZ  required  end of the window, exclusive
-- columns:
--   scope_id                     BIGINT       key      dim_scope.scope_id
--   person_id                    BIGINT       key      dim_person.person_id of the principal author
--   name                         VARCHAR      text     dim_person.name
--   login                        VARCHAR      text     GitHub login; null where not known
--   commit_rank                  BIGINT       rank     place by commit_count; ties by person_id
--   commit_count                 BIGINT       commits  commits of the window that are work with this principal author, each hash once
--   commit_share                 DOUBLE       share    of all such commits, those of unknown people included
--   cumulative_commit_share      DOUBLE       share    commit_share of this person and all above
--   added_line_rank              BIGINT       rank     place by added_line_count; ties by person_id
--   added_line_count             BIGINT       lines    lines added by this person's commits that are no mechanical changes
--   added_line_share             DOUBLE       share    of all such lines, those of unknown people included; null when there are none
--   cumulative_added_line_share  DOUBLE       share    added_line_share of this person and all with more lines
--   first_commit_at              TIMESTAMPTZ  instant  author date of the person's first such commit ever
--   last_commit_at               TIMESTAMPTZ  instant  author date of the last one before the end of the window
-- limits: credits one person for each commit; co-authors and reviewers are not seen here. Lines are easy to distort: never judge people by them.
with
  commits as (
    select
      scope_id,
      sha,
      min(principal_person_id) as person_id,
      min(added_line_count) filter(
        where
          is_line_work
      ) as added_line_count
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
      count(*) as all_commit_count,
      sum(added_line_count) as all_line_count
    from
      commits
    group by
      scope_id
  ),
  people as (
    select
      scope_id,
      person_id,
      count(*) as commit_count,
      coalesce(sum(added_line_count), 0)::bigint as added_line_count
    from
      commits
    where
      person_id is not null
    group by
      scope_id,
      person_id
  ),
  tenures as (
    select
      scope_id,
      principal_person_id as person_id,
      min(authored_at) as first_commit_at,
      max(authored_at) filter(
        where
          authored_at < $to::timestamptz
      ) as last_commit_at
    from
      map_scope_repo
      join fct_commit using (repo_id)
    where
      list_contains($scope_ids::bigint[], scope_id)
      and landed_at < $to::timestamptz
      and is_work
    group by
      scope_id,
      principal_person_id
  ),
  ranked_people as (
    select
      scope_id,
      person_id,
      commit_count,
      added_line_count,
      row_number() over by_commits as commit_rank,
      sum(commit_count) over by_commits as running_commit_count,
      row_number() over by_lines as added_line_rank,
      sum(added_line_count) over by_lines as running_line_count
    from
      people
    window
      by_commits as (
        partition by
          scope_id
        order by
          commit_count desc,
          person_id
      ),
      by_lines as (
        partition by
          scope_id
        order by
          added_line_count desc,
          person_id
      )
  )
select
  scope_id,
  person_id,
  name,
  login,
  commit_rank,
  commit_count,
  commit_count / all_commit_count as commit_share,
  running_commit_count / all_commit_count as cumulative_commit_share,
  added_line_rank,
  added_line_count,
  added_line_count / nullif(all_line_count, 0) as added_line_share,
  running_line_count / nullif(all_line_count, 0) as cumulative_added_line_share,
  first_commit_at,
  last_commit_at
from
  ranked_people
  join totals using (scope_id)
  join tenures using (scope_id, person_id)
  left join dim_person using (person_id)
order by
  scope_id,
  commit_rank,
  person_id

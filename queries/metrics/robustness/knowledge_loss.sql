-- metric: knowledge_loss
-- id: C5
-- title: Knowledge loss
-- question: How much of the code has lost everybody who knew it, and how much hangs on a single person?
-- family: robustness
-- status: experimental
-- source: authors by Avelino et al. 2016 (see truck_factor); a file is orphaned when none of them is active
-- needs: git
-- grain: scope_id
-- window: all
-- params:
--   scope_ids        BIGINT[]     required            scopes to answer for
--   to               TIMESTAMPTZ  required            only commits that landed before this instant count
--   inactive_months  INTEGER      default=12 1..1200  months without a contribution after which somebody counts as gone
--   half_life_days   DOUBLE       optional 1..        days after which a change weighs half in the degree of authorship; none: knowledge does not fade
-- columns:
--   scope_id               BIGINT  key     dim_scope.scope_id
--   file_count             BIGINT  files   code files; the sum of the next four
--   shared_file_count      BIGINT  files   two active authors or more
--   at_risk_file_count     BIGINT  files   exactly one active author
--   orphaned_file_count    BIGINT  files   authors, but none of them active
--   authorless_file_count  BIGINT  files   no author: nobody reaches the threshold of authorship
--   at_risk_file_share     DOUBLE  share   at_risk_file_count over file_count
--   orphaned_file_share    DOUBLE  share   orphaned_file_count over file_count
--   line_count             BIGINT  lines   lines of these files
--   at_risk_line_share     DOUBLE  share   lines in files with exactly one active author
--   orphaned_line_share    DOUBLE  share   lines in files whose authors are all inactive
--   author_count           BIGINT  people  people who are an author of at least one of these files
--   active_author_count    BIGINT  people  of these with a contribution in the last inactive_months
-- limits: who did not write a file may know it well by review or use. Activity is what git shows, in any role but signer. Sizes are those of the collected head, so a file deleted since has no lines.
with
  file_authors as (
    select
      scope_id,
      repo_id,
      file_id,
      author_id as person_id
    from
      file_author (
        scope_ids := $scope_ids::bigint[],
        until := $to::timestamptz,
        population := 'lines',
        half_life_days := $half_life_days::double
      )
  ),
  active_people as (
    select distinct
      scope_id,
      fct_credit.person_id
    from
      map_scope_repo
      join fct_commit using (repo_id)
      join fct_credit using (repo_id, sha)
    where
      list_contains($scope_ids::bigint[], scope_id)
      and landed_at < $to::timestamptz
      and authored_at >= $to::timestamptz - to_months($inactive_months::integer)
      and role <> 'signer'
  ),
  file_states as (
    select
      scope_id,
      line_count,
      count(person_id) as author_count,
      count(active_people.person_id) as active_author_count
    from
      file_authors
      join fct_file using (repo_id, file_id)
      left join active_people using (scope_id, person_id)
    group by
      scope_id,
      file_id,
      line_count
  ),
  authors as (
    select
      scope_id,
      count(distinct file_authors.person_id) as author_count,
      count(distinct active_people.person_id) as active_author_count
    from
      file_authors
      left join active_people using (scope_id, person_id)
    group by
      scope_id
  )
select
  scope_id,
  count(*) as file_count,
  count_if(file_states.active_author_count > 1)::bigint as shared_file_count,
  count_if(file_states.active_author_count = 1)::bigint as at_risk_file_count,
  count_if(
    file_states.author_count > 0
    and file_states.active_author_count = 0
  )::bigint as orphaned_file_count,
  count_if(file_states.author_count = 0)::bigint as authorless_file_count,
  at_risk_file_count / count(*) as at_risk_file_share,
  orphaned_file_count / count(*) as orphaned_file_share,
  sum(line_count)::bigint as line_count,
  coalesce(
    sum(line_count) filter(
      where
        file_states.active_author_count = 1
    ),
    0
  ) / sum(line_count) as at_risk_line_share,
  coalesce(
    sum(line_count) filter(
      where
        file_states.author_count > 0
        and file_states.active_author_count = 0
    ),
    0
  ) / sum(line_count) as orphaned_line_share,
  coalesce(any_value(authors.author_count), 0)::bigint as author_count,
  coalesce(any_value(authors.active_author_count), 0)::bigint as active_author_count
from
  file_states
  left join authors using (scope_id)
group by
  scope_id
order by
  scope_id

-- metric: active_contributors_by_month
-- id: B3
-- title: Active contributors by month
-- question: How many people are at work each month, and which months are unusual?
-- family: vitality
-- status: experimental
-- source: CHAOSS metric "Contributors", by month; usual range by metrics.md 0.13 (house rule, after CHAOSS "Burstiness")
-- needs: git
-- grain: scope_id, month
-- window: 36 months
-- params:
--   scope_ids  BIGINT[]     required  scopes to answer for
--   from       TIMESTAMPTZ  required  start of the window
--   to         TIMESTAMPTZ  required  end of the window, exclusive
-- columns:
--   scope_id           BIGINT   key     dim_scope.scope_id
--   month              DATE     month   first day of the month in UTC, from the month of the scope's first contribution on
--   is_partial         BOOLEAN  flag    whether the data ends before the month does, so that its counts are too small
--   author_count       BIGINT   people  authors and co-authors of work of the month, by author date
--   usual_median       DOUBLE   people  median of author_count over the 12 months before; null with fewer than 6 of them
--   usual_low          BIGINT   people  smallest author_count that is within the usual range
--   usual_high         BIGINT   people  largest author_count that is within the usual range
--   change             VARCHAR  word    above, below or within the usual range; unknown with fewer than 6 earlier months or for a partial month
--   author_count_high  BIGINT   people  author_count and one more for each commit of which no author is known
--   credited_count     BIGINT   people  people with any credit for work of the month: author, committer, reviewer, reporter and so on, without mere sign-offs
--   credited_only_count  BIGINT  people  credited_count without author_count: who helped and wrote no commit of the month
-- limits: commits that have not landed yet are missing from the latest months. Reviews and reports count only where a commit message names them.
with
  credits as (
    select
      scope_id,
      sha,
      credits.person_id,
      role in ('author', 'co_author') as is_author,
      date_trunc('month', authored_at)::date as month
    from
      map_scope_repo
      join fct_commit using (repo_id)
      join fct_credit as credits using (repo_id, sha)
      left join dim_person as people on people.person_id = credits.person_id
    where
      list_contains($scope_ids::bigint[], scope_id)
      and is_work
      and role <> 'signer'
      and people.is_bot is not true
      and authored_at < $to::timestamptz
      and landed_at < $to::timestamptz
  ),
  unknown_commits as (
    select
      scope_id,
      month,
      count(*) as unknown_commit_count
    from
      (
        select
          scope_id,
          month,
          sha
        from
          credits
        where
          is_author
        group by
          scope_id,
          month,
          sha
        having
          count(person_id) = 0
      )
    group by
      scope_id,
      month
  ),
  credit_months as (
    select
      scope_id,
      month,
      count(distinct person_id) filter(
        where
          is_author
      ) as author_count,
      count(distinct person_id) as credited_count
    from
      credits
    group by
      scope_id,
      month
  ),
  months as (
    select
      scope_id,
      unnest(range(min(month)::timestamptz, $to::timestamptz, interval 1 month))::date as month
    from
      credit_months
    group by
      scope_id
  ),
  counted_months as (
    select
      scope_id,
      month,
      coalesce(author_count, 0) as author_count,
      coalesce(author_count, 0) + coalesce(unknown_commit_count, 0) as author_count_high,
      coalesce(credited_count, 0) as credited_count
    from
      months
      left join credit_months using (scope_id, month)
      left join unknown_commits using (scope_id, month)
  ),
  earlier_months as (
    select
      scope_id,
      month,
      count(*) over earlier as month_count,
      median(author_count) over earlier as median_count,
      2 * greatest(
        1.4826 * mad(author_count) over earlier,
        sqrt(greatest(median(author_count) over earlier, 1))
      ) as noise
    from
      counted_months
    window
      earlier as (
        partition by
          scope_id
        order by
          month rows between 12 preceding
          and 1 preceding
      )
  ),
  usual_ranges as (
    select
      scope_id,
      month,
      median_count as usual_median,
      greatest(floor(median_count - noise) + 1, 0)::bigint as usual_low,
      (ceil(median_count + noise) - 1)::bigint as usual_high
    from
      earlier_months
    where
      month_count >= 6
  )
select
  scope_id,
  month,
  (month + interval 1 month)::timestamptz > $to::timestamptz as is_partial,
  author_count,
  usual_median,
  usual_low,
  usual_high,
  case
    when is_partial
    or usual_median is null then 'unknown'
    when author_count > usual_high then 'above'
    when author_count < usual_low then 'below'
    else 'within'
  end as change,
  author_count_high,
  credited_count,
  credited_count - author_count as credited_only_count
from
  counted_months
  left join usual_ranges using (scope_id, month)
where
  month >= $from::timestamptz::date
order by
  scope_id,
  month

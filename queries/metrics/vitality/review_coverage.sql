-- metric: review_coverage
-- id: B9
-- title: Review coverage
-- question: Does somebody else look at a change before it is merged, and how soon?
-- family: vitality
-- status: experimental
-- source: CHAOSS metrics "Change Request Reviews", "Change Request Review Duration" and "Self Merge Rates"
-- needs: pulls
-- grain: scope_id
-- params:
--   scope_ids  BIGINT[]     required  scopes to answer for
--   from       TIMESTAMPTZ  required  start of the window
--   to         TIMESTAMPTZ  required  end of the window, exclusive
-- columns:
--   scope_id                   BIGINT  key            dim_scope.scope_id
--   merged_count               BIGINT  pull requests  merged in the window
--   reviewed_count             BIGINT  pull requests  those with a review or a comment on code by a person other than the author
--   reviewed_share             DOUBLE  share          reviewed_count / merged_count; null where nothing was merged
--   self_merged_count          BIGINT  pull requests  merged by the author without such a review
--   self_merge_share           DOUBLE  share          self_merged_count / merged_count
--   unknown_merger_count       BIGINT  pull requests  merged by an account that is gone
--   reviewer_count             BIGINT  people         people who reviewed or commented on code of others in the window
--   review_count               BIGINT  reviews        reviews by people other than the author in the window
--   opened_count               BIGINT  pull requests  opened in the window by people
--   median_first_review_hours  DOUBLE  hours          time after which half of those have a review or a comment on code; null for fewer than 5, or where half have none yet
-- limits: sees reviews on GitHub only. Where review happens on a mailing list or another forge, or where maintainers push without pull requests, this says little: see the reviewers whom commit messages credit.
with
  pulls as (
    select
      scope_id,
      repo_id,
      node_id,
      created_at,
      closed_at,
      merged_at,
      author_kind,
      merged_at >= $from::timestamptz
      and merged_at < $to::timestamptz as is_merged,
      created_at >= $from::timestamptz
      and author_kind in ('person', 'ghost') as is_opened,
      merged_by_kind = 'ghost' as is_merger_unknown,
      merged_by_person_id is not null
      and merged_by_person_id = author_person_id as is_merged_by_author
    from
      map_scope_repo
      join fct_pull_request using (repo_id)
    where
      list_contains($scope_ids::bigint[], scope_id)
      and created_at < $to::timestamptz
  ),
  reviews as (
    select
      scope_id,
      repo_id,
      item_node_id as node_id,
      min(responded_at) as reviewed_at
    from
      map_scope_repo
      join fct_response using (repo_id)
    where
      list_contains($scope_ids::bigint[], scope_id)
      and response_kind in ('review', 'review_comment')
      and responded_at < $to::timestamptz
    group by
      scope_id,
      repo_id,
      item_node_id
  ),
  reviewed_pulls as (
    select
      pulls.scope_id,
      coalesce(pulls.is_merged, false) as is_merged,
      pulls.is_opened,
      coalesce(pulls.is_merger_unknown, false) as is_merger_unknown,
      pulls.is_merged_by_author,
      reviews.reviewed_at is not null as is_reviewed,
      epoch(
        coalesce(reviews.reviewed_at, least(pulls.closed_at, $to::timestamptz)) - pulls.created_at
      ) / 3600 as hours
    from
      pulls
      left join reviews using (scope_id, repo_id, node_id)
  ),
  steps as (
    select
      scope_id,
      hours,
      count(*) filter(
        where
          is_reviewed
      ) as reviewed_count,
      sum(count(*)) over (
        partition by
          scope_id
        order by
          hours desc
      ) as at_risk_count
    from
      reviewed_pulls
    where
      is_opened
    group by
      scope_id,
      hours
  ),
  curves as (
    select
      scope_id,
      hours,
      product(1 - reviewed_count / at_risk_count) over (
        partition by
          scope_id
        order by
          hours
      ) as waiting_share
    from
      steps
  ),
  medians as (
    select
      scope_id,
      min(hours) filter(
        where
          waiting_share <= 0.5 + 1e-9
      ) as median_hours
    from
      curves
    group by
      scope_id
  ),
  reviewers as (
    select
      scope_id,
      count(distinct person_id) as reviewer_count,
      count(*) filter(
        where
          response_kind = 'review'
      ) as review_count
    from
      map_scope_repo
      join fct_response using (repo_id)
    where
      list_contains($scope_ids::bigint[], scope_id)
      and response_kind in ('review', 'review_comment')
      and responded_at >= $from::timestamptz
      and responded_at < $to::timestamptz
    group by
      scope_id
  )
select
  scope_id,
  count(*) filter(
    where
      is_merged
  ) as merged_count,
  count(*) filter(
    where
      is_merged
      and is_reviewed
  ) as reviewed_count,
  count(*) filter(
    where
      is_merged
      and is_reviewed
  ) / nullif(
    count(*) filter(
      where
        is_merged
    ),
    0
  ) as reviewed_share,
  count(*) filter(
    where
      is_merged
      and is_merged_by_author
      and not is_reviewed
  ) as self_merged_count,
  count(*) filter(
    where
      is_merged
      and is_merged_by_author
      and not is_reviewed
  ) / nullif(
    count(*) filter(
      where
        is_merged
    ),
    0
  ) as self_merge_share,
  count(*) filter(
    where
      is_merged
      and is_merger_unknown
  ) as unknown_merger_count,
  coalesce(any_value(reviewer_count), 0) as reviewer_count,
  coalesce(any_value(review_count), 0) as review_count,
  count(*) filter(
    where
      is_opened
  ) as opened_count,
  if(
    count(*) filter(
      where
        is_opened
    ) >= 5,
    any_value(median_hours),
    null
  )::double as median_first_review_hours
from
  reviewed_pulls
  left join medians using (scope_id)
  left join reviewers using (scope_id)
group by
  scope_id
order by
  scope_id

-- metric: first_response_time
-- id: B4
-- title: Time to first response
-- question: How long do people wait until somebody else says or does something about their issue or pull request?
-- family: vitality
-- status: experimental
-- source: CHAOSS metric "Time to First Response"; Kaplan-Meier estimate, so that what is still waiting counts
-- needs: issues, pulls
-- grain: scope_id, item_kind, author_group
-- params:
--   scope_ids  BIGINT[]     required  scopes to answer for
--   from       TIMESTAMPTZ  required  start of the window
--   to         TIMESTAMPTZ  required  end of the window, exclusive
-- columns:
--   scope_id          BIGINT   key    dim_scope.scope_id
--   item_kind         VARCHAR  word   issue, pull_request, or all of both
--   author_group      VARCHAR  word   who opened them: outsider, contributor (has landed a change), others (both of these) or member (owner, member, collaborator; they need no answer)
--   item_count        BIGINT   items  opened in the window by people, those of deleted accounts included
--   responded_count   BIGINT   items  those that another person commented, reviewed, labelled, assigned, closed or merged
--   median_hours      DOUBLE   hours  time after which half have a response; null for fewer than 5, or where half have none yet
--   p90_hours         DOUBLE   hours  time after which nine of ten have one; null for fewer than 5, or where that many have none yet
--   day_item_count    BIGINT   items  at least one day old at the end
--   day_share         DOUBLE   share  of those, answered within one day
--   week_item_count   BIGINT   items  at least 7 days old at the end
--   week_share        DOUBLE   share  of those, answered within 7 days
--   month_item_count  BIGINT   items  at least 30 days old at the end
--   month_share       DOUBLE   share  of those, answered within 30 days
-- limits: who is a member is known as of today only. Answers of machines and of deleted accounts do not count. What is said elsewhere, on a mailing list or in a chat, is not seen.
with
  items as (
    select
      scope_id,
      repo_id,
      node_id,
      item_kind,
      author_group,
      created_at
    from
      map_scope_repo
      join fct_item using (repo_id)
    where
      list_contains($scope_ids::bigint[], scope_id)
      and created_at >= $from::timestamptz
      and created_at < $to::timestamptz
      and author_kind in ('person', 'ghost')
  ),
  responses as (
    select
      repo_id,
      item_node_id,
      min(responded_at) as responded_at
    from
      fct_response
    where
      responded_at < $to::timestamptz
    group by
      repo_id,
      item_node_id
  ),
  last_spans as (
    select
      repo_id,
      item_node_id,
      arg_max(struct_pack(closed_at), span_number).closed_at as closed_at
    from
      fct_open_span
    where
      opened_at < $to::timestamptz
    group by
      repo_id,
      item_node_id
  ),
  waits as (
    select
      items.scope_id,
      unnest([items.item_kind, 'all']) as item_kind,
      items.author_group,
      epoch(
        coalesce(responses.responded_at, least(last_spans.closed_at, $to::timestamptz)) - items.created_at
      ) / 3600 as hours,
      responses.responded_at is not null as is_answered,
      epoch($to::timestamptz - items.created_at) / 3600 as age_hours
    from
      items
      left join responses on responses.repo_id = items.repo_id
      and responses.item_node_id = items.node_id
      left join last_spans on last_spans.repo_id = items.repo_id
      and last_spans.item_node_id = items.node_id
  ),
  grouped_waits as (
    select
      scope_id,
      item_kind,
      unnest(if(author_group = 'member', ['member'], [author_group, 'others'])) as author_group,
      hours,
      is_answered,
      age_hours
    from
      waits
  ),
  steps as (
    select
      scope_id,
      item_kind,
      author_group,
      hours,
      count(*) filter(
        where
          is_answered
      ) as answered_count,
      sum(count(*)) over (
        partition by
          scope_id,
          item_kind,
          author_group
        order by
          hours desc
      ) as at_risk_count
    from
      grouped_waits
    group by
      scope_id,
      item_kind,
      author_group,
      hours
  ),
  curves as (
    select
      scope_id,
      item_kind,
      author_group,
      hours,
      product(1 - answered_count / at_risk_count) over (
        partition by
          scope_id,
          item_kind,
          author_group
        order by
          hours
      ) as waiting_share
    from
      steps
  ),
  quantiles as (
    select
      scope_id,
      item_kind,
      author_group,
      min(hours) filter(
        where
          waiting_share <= 0.5 + 1e-9
      ) as median_hours,
      min(hours) filter(
        where
          waiting_share <= 0.1 + 1e-9
      ) as p90_hours
    from
      curves
    group by
      scope_id,
      item_kind,
      author_group
  )
select
  scope_id,
  item_kind,
  author_group,
  count(*) as item_count,
  count(*) filter(
    where
      is_answered
  ) as responded_count,
  if(count(*) >= 5, any_value(median_hours), null)::double as median_hours,
  if(count(*) >= 5, any_value(p90_hours), null)::double as p90_hours,
  count(*) filter(
    where
      age_hours >= 24
  ) as day_item_count,
  count(*) filter(
    where
      age_hours >= 24
      and is_answered
      and hours <= 24
  ) / nullif(
    count(*) filter(
      where
        age_hours >= 24
    ),
    0
  ) as day_share,
  count(*) filter(
    where
      age_hours >= 168
  ) as week_item_count,
  count(*) filter(
    where
      age_hours >= 168
      and is_answered
      and hours <= 168
  ) / nullif(
    count(*) filter(
      where
        age_hours >= 168
    ),
    0
  ) as week_share,
  count(*) filter(
    where
      age_hours >= 720
  ) as month_item_count,
  count(*) filter(
    where
      age_hours >= 720
      and is_answered
      and hours <= 720
  ) / nullif(
    count(*) filter(
      where
        age_hours >= 720
    ),
    0
  ) as month_share
from
  grouped_waits
  left join quantiles using (scope_id, item_kind, author_group)
group by
  scope_id,
  item_kind,
  author_group
order by
  scope_id,
  item_kind,
  author_group

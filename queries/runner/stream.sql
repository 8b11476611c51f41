-- What is known of the streams that a metric needs, beside git.
select
  repo_id,
  stream,
  complete_from,
  fetched_at,
  reason
from
  fct_stream
where
  list_contains($streams::varchar[], stream)
order by
  repo_id,
  stream

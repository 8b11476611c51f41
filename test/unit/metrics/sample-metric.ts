import { parseMetricHeader } from '../../../src/metrics/header.ts';
import type { Metric } from '../../../src/metrics/registry.ts';

/** Path that goes with `SAMPLE_SQL`. */
export const SAMPLE_PATH = 'queries/metrics/vitality/commit_tally.sql';

/** A small metric with a parameter of most kinds; tests replace parts of it. */
export const SAMPLE_SQL = `-- metric: commit_tally
-- id: B1, B2
-- title: Commits by author
-- question: Who wrote how many commits?
-- family: vitality
-- status: experimental
-- source: made for these tests
-- needs: git
-- grain: scope_id, author_name
-- params:
--   scope_ids  BIGINT[]     required       scopes to answer for
--   from       TIMESTAMPTZ  required       start of the window
--   to         TIMESTAMPTZ  required       end of the window, exclusive
--   least      INTEGER      default=1 0..  commits that an author has at least
--   names      VARCHAR[]    optional       authors to look at
-- columns:
--   scope_id      BIGINT   key      dim_scope.scope_id
--   author_name   VARCHAR  name     author
--   commit_count  BIGINT   commits  commits of the window
-- limits: none that matter here
select
  scope_id,
  author_name,
  count(*) as commit_count
from
  map_scope_repo
  join fct_commit using (repo_id)
where
  list_contains($scope_ids::bigint[], scope_id)
  and landed_at >= $from::timestamptz
  and landed_at < $to::timestamptz
  and ($names::varchar[] is null or list_contains($names::varchar[], author_name))
group by
  scope_id,
  author_name
having
  count(*) >= $least::integer
order by
  scope_id,
  author_name
`;

/** The sample with parts replaced, as the registry would return it. */
export function sampleMetric(...replacements: readonly (readonly [string | RegExp, string])[]): Metric {
  const sql = replacements.reduce((text, [find, replacement]) => text.replace(find, replacement), SAMPLE_SQL);
  return { header: parseMetricHeader(sql, SAMPLE_PATH), sql, path: SAMPLE_PATH };
}

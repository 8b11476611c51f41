import { metricTest } from '../../../support/metric-test.ts';

const DAYS: Readonly<Record<string, number>> = { a: 1, b: 2, c: 3, d: 4, e: 0 };
const at = (day: number) => new Date(Date.UTC(2023, 2, 1 + day)).toISOString();

metricTest('issue_duration', {
  name: 'takes the last closing, and lets what was closed without being resolved leave the estimate',
  // All opened on 1 March. a resolved after 1 day, b not planned after 2, c resolved after 3 (closed after 1, reopened,
  // closed again), d closed by a machine after 4, e open at the end, 306 days later.
  // S(1) = 4/5, b leaves, S(3) = 4/5 * 2/3 = 8/15, never half. With a sixth resolved after 5 days:
  // 6 at risk: S(1) = 5/6; b leaves; 4: S(3) = 5/8; d leaves; 2: S(5) = 5/16, so half after 5 days.
  given: {
    fct_issue: [
      ...Object.keys(DAYS).map((node_id) => ({
        node_id,
        author_kind: 'person',
        created_at: '2023-03-01',
        closed_reason: { b: 'not_planned', d: 'bot', e: null }[node_id] ?? 'completed',
      })),
      { node_id: 'f', author_kind: 'ghost', created_at: '2023-03-01', closed_reason: 'completed' },
    ].map((row) => (row.node_id === 'e' ? { ...row, closed_reason: null } : row)),
    fct_open_span: [
      { item_node_id: 'a', span_number: 1, opened_at: at(0), closed_at: at(1) },
      { item_node_id: 'b', span_number: 1, opened_at: at(0), closed_at: at(2) },
      { item_node_id: 'c', span_number: 1, opened_at: at(0), closed_at: at(1) },
      { item_node_id: 'c', span_number: 2, opened_at: at(2), closed_at: at(3) },
      { item_node_id: 'd', span_number: 1, opened_at: at(0), closed_at: at(4) },
      { item_node_id: 'e', span_number: 1, opened_at: at(0), closed_at: null },
      { item_node_id: 'f', span_number: 1, opened_at: at(0), closed_at: at(5) },
    ],
  },
  params: { from: '2023-01-01', to: '2024-01-01' },
  expect: [
    {
      scope_id: 1n,
      issue_count: 6n,
      resolved_count: 3n,
      not_planned_count: 1n,
      duplicate_count: 0n,
      bot_closed_count: 1n,
      open_count: 1n,
      reopened_count: 1n,
      median_days: 5,
      p90_days: null,
    },
  ],
});

metricTest('issue_duration', {
  name: 'sees an issue as it was at the end, not as it is today',
  // Closed on the first instant after the window: open in it. Four issues are too few for a median.
  given: {
    fct_issue: ['a', 'b', 'c', 'd'].map((node_id) => ({
      node_id,
      author_kind: 'person',
      created_at: '2023-12-31',
      closed_reason: 'completed',
    })),
    fct_open_span: ['a', 'b', 'c', 'd'].map((item_node_id, index) => ({
      item_node_id,
      span_number: 1,
      opened_at: '2023-12-31',
      closed_at: index === 0 ? '2024-01-01' : '2023-12-31T12:00:00Z',
    })),
  },
  params: { from: '2023-01-01', to: '2024-01-01' },
  expect: [{ issue_count: 4n, resolved_count: 3n, open_count: 1n, median_days: null }],
});

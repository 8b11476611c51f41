import { metricTest, repeat } from '../../../support/metric-test.ts';

const issue = (node_id: string, created_at: string, more = {}) => ({
  node_id,
  item_kind: 'issue',
  author_kind: 'person',
  author_group: 'outsider',
  created_at,
  ...more,
});
const open = (item_node_id: string, opened_at: string, closed_at: string | null = null) => ({
  item_node_id,
  span_number: 1,
  opened_at,
  closed_at,
});
const YEAR = { from: '2023-01-01', to: '2024-01-01' };

metricTest('first_response_time', {
  name: 'keeps what is unanswered at risk until it is closed or the data ends',
  // Hours: a 1 answered, b 2 answered, c 2 closed by its author without an answer, d 3 without an answer until the end
  // (opened at 21:00 on the last day), e 4 answered would come after the end, so it is opened in October: answered after 4.
  // At risk 5: S(1) = 4/5; 4 left: S(2) = 4/5 * 3/4 = 3/5; 2 left at 3; 1 left at 4: S(4) = 0. So half and nine of ten: 4 h.
  // A day old: all but d, 3 of 4 answered within a day.
  given: {
    fct_item: [
      issue('a', '2023-03-01T00:00:00Z'),
      issue('b', '2023-03-02T00:00:00Z'),
      issue('c', '2023-03-03T00:00:00Z'),
      issue('d', '2023-12-31T21:00:00Z', { author_kind: 'ghost' }),
      issue('e', '2023-10-01T00:00:00Z', { author_group: 'contributor' }),
      issue('m', '2023-10-01T00:00:00Z', { author_kind: 'bot' }),
    ],
    fct_open_span: [
      open('a', '2023-03-01T00:00:00Z'),
      open('b', '2023-03-02T00:00:00Z'),
      open('c', '2023-03-03T00:00:00Z', '2023-03-03T02:00:00Z'),
      open('d', '2023-12-31T21:00:00Z'),
      open('e', '2023-10-01T00:00:00Z'),
    ],
    fct_response: [
      { node_id: 'r1', item_node_id: 'a', responded_at: '2023-03-01T01:00:00Z' },
      { node_id: 'r2', item_node_id: 'a', responded_at: '2023-03-01T05:00:00Z' },
      { node_id: 'r3', item_node_id: 'b', responded_at: '2023-03-02T02:00:00Z' },
      { node_id: 'r4', item_node_id: 'd', responded_at: '2024-01-01T00:00:00Z' },
      { node_id: 'r5', item_node_id: 'e', responded_at: '2023-10-01T04:00:00Z' },
    ],
  },
  params: YEAR,
  expect: [
    { item_kind: 'all', author_group: 'contributor', item_count: 1n },
    { item_kind: 'all', author_group: 'others', item_count: 5n, median_hours: 4 },
    { item_kind: 'all', author_group: 'outsider', item_count: 4n, responded_count: 2n, median_hours: null },
    { item_kind: 'issue', author_group: 'contributor', item_count: 1n },
    {
      item_kind: 'issue',
      author_group: 'others',
      item_count: 5n,
      responded_count: 3n,
      median_hours: 4,
      p90_hours: 4,
      day_item_count: 4n,
      day_share: 3 / 4,
      week_item_count: 4n,
      week_share: 3 / 4,
      month_item_count: 4n,
    },
    { item_kind: 'issue', author_group: 'outsider', item_count: 4n },
  ],
});

metricTest('first_response_time', {
  name: 'has no median where fewer than half were answered, and keeps members apart',
  // Six issues of outsiders, two answered after an hour: S = 4/6, never half. The member's one is not among the others.
  given: {
    fct_item: [
      ...repeat(4, issue('x', '2023-03-01T00:00:00Z')).map((row, index) => ({
        ...row,
        node_id: `x${index}`,
      })),
      issue('a', '2023-03-01T00:00:00Z'),
      issue('b', '2023-03-01T00:00:00Z'),
      issue('m', '2023-03-01T00:00:00Z', { author_group: 'member' }),
    ],
    fct_response: ['a', 'b'].map((item_node_id) => ({
      node_id: `r${item_node_id}`,
      item_node_id,
      responded_at: '2023-03-01T01:00:00Z',
    })),
  },
  params: YEAR,
  expect: ['all', 'issue'].flatMap((item_kind) => [
    { item_kind, author_group: 'member', item_count: 1n, responded_count: 0n },
    {
      item_kind,
      author_group: 'others',
      item_count: 6n,
      responded_count: 2n,
      median_hours: null,
      week_share: 1 / 3,
    },
    { item_kind, author_group: 'outsider', item_count: 6n },
  ]),
});

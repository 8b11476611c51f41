import { getOperationAST, parse } from 'graphql';
import { describe, expect, test } from 'vitest';
import { type Cost, measure } from '../../stand-in/graphql/cost.ts';
import { loadSchema, validateDocument } from '../../stand-in/graphql/schema.ts';

const schema = loadSchema('sdl');

function costOf(text: string, variables: Record<string, unknown> = {}): Cost {
  const document = parse(text);
  const operation = getOperationAST(document);
  if (!operation) throw new Error('Expected one operation');
  return measure({ schema, document, operation, variables });
}

describe('points and nodes', () => {
  test('the example of the documentation costs 51 points', () => {
    // 1 for the repositories, 100 for their issues, 100 × 50 for the labels of these: 5,101 ÷ 100 ≈ 51.
    const cost = costOf(`{ viewer { login repositories(first: 100) { edges { node { id
      issues(first: 50) { edges { node { id labels(first: 60) { edges { node { id name } } } } } } } } } } }`);
    expect([cost.requests, cost.points]).toEqual([5101, 51]);
  });

  test('the second example of the documentation asks for 22,060 nodes', () => {
    // 50 + 50×20 + 50×20×10 + 50×20 + 50×20×10 + 10
    const cost = costOf(`{ viewer {
      repositories(first: 50) { edges { repository: node { name
        pullRequests(first: 20) { edges { pullRequest: node { title comments(first: 10) { edges { comment: node { bodyHTML } } } } } }
        issues(first: 20) { edges { issue: node { title bodyHTML comments(first: 10) { edges { comment: node { bodyHTML } } } } } } } } }
      followers(first: 10) { edges { follower: node { login } } } } }`);
    expect(cost.nodes).toBe(22_060);
  });

  test.each([
    // k nested connections: 1 + k × first, to the nearest hundred: 149 → 1, 150 → 2
    [37, 4, 1],
    [38, 4, 2],
    [100, 1, 1],
  ])('a page of %i items with %i nested connections costs %i', (first, nested, points) => {
    const parts = Array.from(
      { length: nested },
      (_, index) => `c${index}: comments(first: 9) { totalCount }`,
    );
    const text = `query($first: Int!) { repository(owner: "a", name: "b") { issues(first: $first) { nodes { ${parts.join(' ')} } } } }`;
    expect(costOf(text, { first }).points).toBe(points);
  });

  test('parts that are left out are free, and `nodes(ids:)` counts its ids', () => {
    const text = `query($ids: [ID!]!, $with: Boolean!) { nodes(ids: $ids) { ... on User { followers(first: 1) @include(if: $with) { totalCount } } } }`;
    const ids = ['a', 'b', 'c'];
    expect(costOf(text, { ids, with: true }).requests).toBe(3);
    expect(costOf(text, { ids, with: false }).requests).toBe(0);
  });
});

describe('refusals before a query runs', () => {
  const issues = (page: string, what = 'nodes { id }'): string =>
    `query($n: Int) { repository(owner: "a", name: "b") { issues${page} { ${what} } } }`;

  test.each([
    ['(first: 101)', {}, 'EXCESSIVE_PAGINATION'],
    ['(first: $n)', { n: 1000 }, 'EXCESSIVE_PAGINATION'],
    ['(last: 0)', {}, 'EXCESSIVE_PAGINATION'],
    ['', {}, 'MISSING_PAGINATION_BOUNDARIES'],
  ])('issues%s with %j is %s', (page, variables, type) => {
    expect(costOf(issues(page), variables).problems.map((one) => one.type)).toEqual([type]);
  });

  test('a count alone needs no page size', () => {
    expect(costOf(issues('', 'totalCount')).problems).toEqual([]);
  });

  test('too many nodes and too many ids', () => {
    const deep = `{ repository(owner: "a", name: "b") { issues(first: 100) { nodes { comments(first: 100) { nodes { reactions(first: 60) { totalCount } } } } } } }`;
    expect(costOf(deep).problems.map((one) => one.type)).toEqual(['MAX_NODE_LIMIT_EXCEEDED']);
    const ids = Array.from({ length: 101 }, (_, index) => `id${index}`);
    const many = costOf('query($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids });
    expect(many.problems.map((one) => one.message)).toEqual([
      'You may not provide more than 100 node ids; you provided 101.',
    ]);
  });
});

describe('the two published schemas', () => {
  const old = loadSchema('json');

  test('differ, so that both have to be asked', () => {
    const text = '{ repository(owner: "a", name: "b") { issue(number: 1) { parent { id } } } }';
    expect(validateDocument(schema, text)).toEqual([]);
    expect(validateDocument(old, text)).toHaveLength(1);
  });

  test('refuse ill-formed scalars', () => {
    const text =
      '{ repository(owner: "a", name: "b") { issues(first: 1, filterBy: { since: "soon" }) { totalCount } } }';
    expect(validateDocument(schema, text)).toHaveLength(1);
    expect(validateDocument(old, text)).toHaveLength(1);
  });
});

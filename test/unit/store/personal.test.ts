import { expect, test } from 'vitest';
import { makeRedactor } from '../../../src/core/redact/redactor.ts';
import { hashTraits } from '../../../src/core/redact/trait.ts';
import { openMemory } from '../../../src/store/open.ts';
import { redactingStore, rowFilter } from '../../../src/store/personal.ts';
import type { Value } from '../../../src/store/value.ts';

const hashes = hashTraits('aa', [
  { kind: 'name', text: 'Ada Byron' },
  { kind: 'name', text: 'ada1815' },
]);
const redactor = makeRedactor({ salt: 'aa', people: [{ pseudonym: 'Forgotten Xyz', hashes }] });
if (redactor === null) throw new Error('Somebody is forgotten');

test('takes people out of texts that JSON escapes, and leaves other documents byte for byte', () => {
  const filter = rowFilter('raw_github_issue', ['node_id', 'body'], redactor);
  const body = JSON.stringify({ title: 'Thanks,\nAda Byron', author: { login: 'ada1815' }, number: 3 });
  expect(filter?.(['I_1', body])).toEqual([
    'I_1',
    '{"title":"Thanks,\\nForgotten Xyz","author":{"login":"Forgotten Xyz"},"number":3}',
  ]);
  expect(filter?.(['I_2', '{ "title": "Other" }'])).toEqual(['I_2', '{ "title": "Other" }']);
});

test('keeps nothing of a forgotten account but that there was one', () => {
  const filter = rowFilter('raw_github_account', ['node_id', 'body'], redactor);
  const body = JSON.stringify({
    __typename: 'User',
    id: 'U_1',
    login: 'ada1815',
    bio: 'Writes',
    company: 'X',
  });
  expect(filter?.(['U_1', body])).toEqual([
    'Forgotten Xyz',
    '{"__typename":"User","id":"Forgotten Xyz","login":"Forgotten Xyz"}',
  ]);
  expect(filter?.(['U_1', body])).toBeNull();
});

test('makes one account of all that a person had, wherever ids, numbers or logins stand', () => {
  const signs = hashTraits('aa', [
    { kind: 'account', text: 'U_1' },
    { kind: 'number', text: '17' },
    { kind: 'login', text: 'rose' },
  ]);
  const known = makeRedactor({ salt: 'aa', people: [{ pseudonym: 'Forgotten Xyz', hashes: signs }] });
  if (known === null) throw new Error('Somebody is forgotten');
  const row = (table: string, cells: Readonly<Record<string, Value>>) => {
    const [columns, values] = [Object.keys(cells), Object.values(cells)];
    const kept = rowFilter(table, columns, known)?.(values);
    return Object.fromEntries(columns.map((column, at) => [column, kept?.[at]]));
  };
  const body = (value: object) => ({ body: JSON.stringify(value) });
  const { number } = known.account({ login: 'Rose' }) ?? {};
  expect(number).toBeLessThan(0);
  const renamed = { __typename: 'User', id: 'U_1', databaseId: 17, login: 'rosa', avatarUrl: 'x/u/17' };
  expect(row('raw_github_issue', body({ author: renamed, number: 17 }))).toEqual(
    body({
      author: { __typename: 'User', id: 'Forgotten Xyz', databaseId: number, login: 'Forgotten Xyz' },
      number: 17,
    }),
  );
  expect(
    row('raw_github_review_comment', body({ id: 17, user: { login: 'rose', id: 17, node_id: 'U_1' } })),
  ).toEqual(body({ id: 17, user: { id: number, node_id: 'Forgotten Xyz', login: 'Forgotten Xyz' } }));
  expect(
    row('raw_github_star', { node_id: 'U_old', ...body({ node: { id: 'U_old', login: 'rose' } }) }),
  ).toEqual({
    node_id: 'Forgotten Xyz',
    ...body({ node: { id: 'Forgotten Xyz', login: 'Forgotten Xyz' } }),
  });
  const commit = { role: 'author', name: 'R. New', email: 'r@new.io', node_id: 'U_1', login: 'rosa' };
  expect(row('raw_github_commit_account', commit)).toEqual({
    role: 'author',
    name: 'Forgotten Xyz',
    email: '',
    node_id: 'Forgotten Xyz',
    login: 'Forgotten Xyz',
  });
  const snapshot = { node_id: 'U_1', snapshot_date: '2024-01-01', login: 'rosa', company: 'Rose & Co' };
  expect(row('raw_github_account_snapshot', snapshot)).toMatchObject({
    login: 'Forgotten Xyz',
    company: null,
  });
  expect(row('raw_github_sponsorship', { node_id: 'S_1', parent_node_id: 'U_1', ...body({}) })).toMatchObject(
    {
      node_id: 'S_1',
      parent_node_id: 'Forgotten Xyz',
    },
  );
  expect(row('raw_github_fork', body({ nameWithOwner: 'rose/rose-garden' }))).toEqual(
    body({ nameWithOwner: 'Forgotten Xyz/rose-garden' }),
  );
  const told = 'A rose by @rose, https://github.com/rose.png, 17+rosa@users.noreply.github.com';
  expect(row('raw_git_document', { text: told })).toEqual({
    text: 'A rose by @Forgotten Xyz, https://github.com/Forgotten Xyz.png, Forgotten Xyz',
  });
});

test('knows the columns of every table that it names', async () => {
  const store = await openMemory();
  const { rows } = await store.query('select table_name from duckdb_tables()');
  for (const { table_name } of rows) {
    const { columns } = await store.describe(`select * from ${table_name}`);
    const cells = columns.map(({ name }) => (name === 'body' ? '{"a":"Ada Byron"}' : 'x'));
    const filter = rowFilter(
      String(table_name),
      columns.map(({ name }) => name),
      redactor,
    );
    // A column that is not there would make the row longer.
    if (filter !== null) expect(filter(cells)).toHaveLength(cells.length);
  }
  store.close();
});

test('filters what is appended', async () => {
  const store = await openMemory();
  const appender = await redactingStore(store, redactor).append('raw_git_identity');
  appender.add([1n, 'Ada Byron', 'a@b.io', 'Ada Byron', 'a@b.io']);
  appender.add([1n, 'ada1815', 'x@b.io', 'Ada Byron', 'a@b.io']);
  appender.close();
  const { rows } = await store.query('select name, email, mapped_name from raw_git_identity');
  expect(rows).toEqual([{ name: 'Forgotten Xyz', email: '', mapped_name: 'Forgotten Xyz' }]);
  store.close();
});

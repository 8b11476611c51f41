import { expect, test } from 'vitest';
import { hashTraits, makeRedactor } from '../../../src/core/redact.ts';
import { openMemory } from '../../../src/store/open.ts';
import { redactingStore, rowFilter } from '../../../src/store/personal.ts';

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
    'U_1',
    '{"__typename":"User","id":"U_1","login":"Forgotten Xyz"}',
  ]);
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

import { readFile, writeFile } from 'node:fs/promises';
import { afterAll, expect, onTestFinished, test } from 'vitest';
import {
  affiliatePerson,
  aliasPerson,
  collect,
  exportMailmap,
  importMailmap,
  listPeople,
  mergePeople,
  reviewPeople,
  setPersonKind,
  showPerson,
  splitPeople,
} from '../../../src/index.ts';
import { temporaryFolder } from '../../support/collect.ts';
import { testContext } from '../../support/context.ts';
import { git } from '../../support/git-repository.ts';
import { collectPeople } from '../../support/people.ts';

const COMMITS = [
  { author: 'Augusta Byron <ada@engine.io>', files: { a: '1' } },
  { author: 'Augusta Byron <ada@engine.io>', files: { b: '1' } },
  { author: 'Augusta Byron <ada@loom.io>', files: { a: '2' } },
  { author: 'countess <lovelace@engine.io>', files: { a: '3' }, message: 'Third\n\nReviewed-by: Bo\n' },
  { author: 'Release <release@engine.io>', files: { a: '4' } },
];

const collected = collectPeople(temporaryFolder(afterAll), COMMITS);

/** The same repository for each test, in a folder of its own. */
async function people() {
  return (await collected).copy(temporaryFolder(onTestFinished));
}

const context = testContext();

test('merges, keeps the earlier id resolving, and undoes it when the line is gone', async () => {
  const { input, names, peopleFile, query } = await people();
  const before = await names();
  const tables = () => query('select * from map_identity_person order by all');
  const original = await tables();
  const countess = await showPerson({ ...input, name: 'countess' }, context);
  const result = await mergePeople({ ...input, names: ['countess', 'ada@engine.io'] }, context);
  expect(result).toEqual({
    path: peopleFile,
    is_changed: true,
    person_count_before: before.length,
    person_count_after: before.length - 1,
  });
  expect(await readFile(peopleFile, 'utf8')).toContain(
    'merges:\n  - [Augusta Byron <ada@engine.io>, countess <lovelace@engine.io>]\n',
  );
  const merged = await showPerson({ ...input, name: String(countess.person_id) }, context);
  expect(merged.name).toBe('Augusta Byron');
  expect(merged.earlier_ids).toEqual([countess.person_id]);
  expect(merged.identities.find(({ name }) => name === 'countess')).toMatchObject({
    rule: 'decision',
    linked_to: 'Augusta Byron <ada@engine.io>',
  });
  await writeFile(peopleFile, 'merges: []\n');
  await listPeople({ ...input, targets: [] }, context);
  expect(await tables()).toEqual(original);
});

test('splits what the rules join, and answers a repeated decision with no change', async () => {
  const { input, names } = await people();
  expect((await names()).filter((name) => name === 'Augusta Byron')).toHaveLength(1);
  const split = { ...input, names: ['ada@engine.io', 'ada@loom.io'] };
  expect(await splitPeople(split, context)).toMatchObject({ is_changed: true });
  expect((await names()).filter((name) => name === 'Augusta Byron')).toHaveLength(2);
  expect(await splitPeople(split, context)).toMatchObject({ is_changed: false });
  await expect(showPerson({ ...input, name: 'augusta byron' }, context)).rejects.toMatchObject({
    code: 'E_PERSON',
    message: '`augusta byron` may be any of 2 people',
    hint: expect.stringContaining('`Augusta Byron <ada@loom.io>`'),
  });
  expect(
    (await reviewPeople({ ...input, limit: 20 }, context)).map(({ identity }) => identity),
  ).not.toContain('Augusta Byron <ada@engine.io>');
});

test('reviews the weakest links that join', async () => {
  const { input } = await people();
  expect(await reviewPeople({ ...input, limit: 20 }, context)).toContainEqual({
    status: 'accepted',
    moved_count: 2, // as author and as committer of one commit
    confidence: 0.92,
    rule: 'full_name',
    identity: expect.stringMatching(/^Augusta Byron </),
    other_identity: expect.stringMatching(/^Augusta Byron </),
  });
});

test('takes aliases, kinds and affiliations over into the facts', async () => {
  const { input, query } = await people();
  await aliasPerson({ ...input, name: 'Augusta Byron', aliases: ['countess', 'not-seen-yet'] }, context);
  await setPersonKind({ ...input, name: 'Release', kind: 'bot' }, context);
  await affiliatePerson(
    { ...input, name: 'Augusta Byron', organization: 'Looms', from: '2020-01-01' },
    context,
  );
  expect(await showPerson({ ...input, name: 'countess' }, context)).toMatchObject({
    name: 'Augusta Byron',
    organizations: expect.arrayContaining([
      { organization: 'Looms', valid_from: '2020-01-01', valid_to: null, rule: 'declared', confidence: 1 },
    ]),
  });
  expect(await query("select kind, bot_rule from dim_person where name = 'Release'")).toEqual([
    { kind: 'bot', bot_rule: 'decision' },
  ]);
});

test('takes a mailmap over, and writes one that git understands', async () => {
  const { input, peopleFile } = await people();
  const { currentDirectory } = input;
  await writeFile(`${currentDirectory}/map`, 'Augusta Byron <ada@engine.io> <lovelace@engine.io>\n');
  expect(await importMailmap({ ...input, file: 'map' }, context)).toMatchObject({ is_changed: true });
  expect(await readFile(peopleFile, 'utf8')).toContain('  - [ada@engine.io, lovelace@engine.io]\n');
  const text = await exportMailmap(input, context);
  expect(text).toBe(
    'Augusta Byron <ada@engine.io> <ada@loom.io>\nAugusta Byron <ada@engine.io> <lovelace@engine.io>\n',
  );
  await writeFile(`${currentDirectory}/map`, text);
  const map = ['-c', `mailmap.file=${currentDirectory}/map`];
  expect(
    git(`${currentDirectory}/project.git`, ...map, 'check-mailmap', 'countess <lovelace@engine.io>').trim(),
  ).toBe('Augusta Byron <ada@engine.io>');
});

test('lists people by commits', async () => {
  const { input } = await people();
  const { rows } = await listPeople({ ...input, targets: [], limit: 1 }, context);
  expect(rows).toMatchObject([{ name: 'Augusta Byron', authored_commit_count: 3n, identity_count: 2 }]);
});

test('names the nearest where nobody is known by a name, and writes nothing', async () => {
  const { input, peopleFile } = await people();
  await expect(
    mergePeople({ ...input, names: ['Augusta Byrom', 'countess'] }, context),
  ).rejects.toMatchObject({
    code: 'E_PERSON',
    message: 'Nobody is known as `Augusta Byrom`',
    hint: expect.stringMatching(/^The nearest names are `Augusta Byron`/),
  });
  await expect(readFile(peopleFile)).rejects.toMatchObject({ code: 'ENOENT' });
});

test('refuses a database that is not there, and makes none', async () => {
  const folder = temporaryFolder(onTestFinished);
  const input = { db: `${folder}/none.duckdb`, currentDirectory: folder };
  await expect(mergePeople({ ...input, names: ['a', 'b'] }, context)).rejects.toMatchObject({
    code: 'E_NOT_COLLECTED',
  });
  await expect(collect({ ...input, targets: [] }, context)).rejects.toMatchObject({ code: 'E_USAGE' });
});

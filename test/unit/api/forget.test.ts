import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, onTestFinished, test } from 'vitest';
import { affiliatePerson, forgetPeople, report, showPerson } from '../../../src/index.ts';
import { temporaryFolder } from '../../support/collect.ts';
import { testContext } from '../../support/context.ts';
import { addCommits } from '../../support/git-repository.ts';
import { collectPeople } from '../../support/people.ts';

const ADA = 'Augusta Byron <ada@engine.io>';
const COMMITS = [
  { author: ADA, files: { 'a.c': '1\n', '.mailmap': 'Augusta Byron <ada@engine.io> <ada@old.io>\n' } },
  { author: 'countess99 <ada@old.io>', files: { 'a.c': '2\n' } },
  {
    author: 'Charles Babbage <charles@engine.io>',
    message:
      'Polish\n\nPatch by Augusta\nByron, see ADA@engine.io; countess99 agrees.\n\nReviewed-by: A. Byron <ada@engine.io>\n',
    files: { 'b.c': '1\n', AUTHORS: 'Augusta Byron wrote most of it\n' },
  },
];
/** In any case, since a search that a curious person makes knows none. */
const TRACES = [/augusta\s+byron/i, /ada@/i, /countess99/i];

const collected = collectPeople(temporaryFolder(afterAll), COMMITS);
const context = testContext();

/** Files below a folder that name her; the repository is the project's own. */
function filesNaming(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => {
    const path = join(folder, name);
    if (name.startsWith('project.git') || !statSync(path).isFile()) return false;
    const bytes = readFileSync(path, 'latin1');
    return TRACES.some((trace) => trace.test(bytes));
  });
}

test('leaves no trace of a person in database, cache, people file and rebuilt report, and keeps the counts', async () => {
  const folder = temporaryFolder(onTestFinished);
  const people = (await collected).copy(folder);
  const { input } = people;
  const counts = () =>
    people.query(
      "select count(*) as commits, count(distinct person_id) as people from fct_credit where role in ('author', 'reviewer')",
    );
  const before = await counts();
  await affiliatePerson({ ...input, name: 'Augusta Byron', organization: 'Engines' }, context);
  const written = { ...input, targets: [], isCollecting: false, formats: ['md', 'json'] as const };
  const { reports } = await report(written, context);
  expect(filesNaming(folder).length).toBeGreaterThan(1);

  const result = await forgetPeople({ ...input, names: ['ada@engine.io'] }, context);
  expect(result.identities).toContain(ADA);
  expect(result.repo_ids).toHaveLength(1);
  expect(result.reports).toEqual(reports.map(({ directory }) => directory));
  await report(written, context);
  expect(filesNaming(folder)).toEqual([]);

  expect(await counts()).toEqual(before);
  const [pseudonym = ''] = result.pseudonyms;
  const { identities } = await showPerson({ ...input, name: pseudonym }, context);
  expect(identities.map(({ name, email }) => ({ name, email }))).toEqual([{ name: pseudonym, email: '' }]);
});

test('does not let a person come back with the next collection', async () => {
  const folder = temporaryFolder(onTestFinished);
  const people = (await collected).copy(folder);
  await people.collect();
  await forgetPeople({ ...people.input, names: ['Augusta Byron'] }, context);
  addCommits(join(folder, 'project.git'), [
    {
      branch: 'main',
      author: ADA,
      message: 'More\n\nSigned-off-by: Augusta Byron <ada@engine.io>\n',
      files: { 'c.c': '1\n' },
    },
  ]);
  await people.collect();
  expect(filesNaming(folder)).toEqual([]);
  expect(await people.query('select count(*) as commits from raw_git_commit')).toEqual([{ commits: 4n }]);
});

test('only says whom it would erase in a dry run', async () => {
  const people = (await collected).copy(temporaryFolder(onTestFinished));
  const before = await people.names();
  const dry = await forgetPeople({ ...people.input, names: ['Augusta Byron'], isDryRun: true }, context);
  expect(dry.identities).toContain(ADA);
  expect(await people.names()).toEqual(before);
});

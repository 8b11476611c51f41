import { join } from 'node:path';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { collectTarget } from '../../../../src/collect/run.ts';
import { collectInto, collectSettings, temporaryFolder } from '../../../support/collect.ts';
import { testContext } from '../../../support/context.ts';
import { git, makeRepository } from '../../../support/git-repository.ts';

const COMMITS = [
  { message: 'Begin', files: { 'a.c': '1\n' } },
  { message: 'Go on', files: { 'a.c': '2\n' } },
];
const REPOSITORY = 'select name, full_name, origin_url, path from raw_git_repository';
const HELD = `select (select count(*) from raw_git_repository)::integer as repositories,
  (select count(*) from raw_git_commit)::integer as commits, (select count(*) from raw_git_line_count)::integer as files`;

let folder: string;
let clone: string;
let clones: ReadonlyMap<string, string>;
beforeEach(() => {
  folder = temporaryFolder(onTestFinished);
  clone = makeRepository(join(folder, 'some-folder'), COMMITS);
  clones = new Map([['Acme/Widget', clone]]);
});

test.each(['acme/widget', 'some-folder'])(
  'a clone is read as the repository that the settings join it to: %s',
  async (target) => {
    git(clone, 'remote', 'add', 'origin', 'https://git.example.org/elsewhere.git');
    const { rows, outcome } = await collectInto(folder, target, { clones });
    expect(await rows(REPOSITORY)).toMatchObject([
      { full_name: expect.stringMatching(/^acme\/widget$/i), path: clone },
    ]);
    expect(String((await rows(REPOSITORY))[0]?.['origin_url'])).toMatch(
      /^https:\/\/github\.invalid\/acme\/widget$/i,
    );
    expect(outcome).toMatchObject({ commitCount: 2, isUnchanged: false });
  },
);

test('by either name it is one repository', async () => {
  const byName = await collectInto(folder, 'Acme/Widget', { clones });
  const byPath = await collectInto(folder, clone, { clones });
  expect(byPath.outcome.repoId).toBe(byName.outcome.repoId);
  expect(await byPath.rows(REPOSITORY)).toEqual(await byName.rows(REPOSITORY));
});

test('what was read before the settings joined it goes along', async () => {
  const { rows, again, outcome } = await collectInto(folder, clone);
  const after = await again({ clones });
  expect(after.repoId).not.toBe(outcome.repoId);
  expect(after).toMatchObject({ isUnchanged: true, newCommitCount: 0 });
  expect(await rows(HELD)).toEqual([{ repositories: 1, commits: 2, files: 2 }]);
  expect(await rows(REPOSITORY)).toMatchObject([{ full_name: 'Acme/Widget', path: clone }]);
});

test('of a repository whose history is stored already, that of the clone goes', async () => {
  const other = makeRepository(join(folder, 'other'), COMMITS.slice(0, 1));
  const joined = (path: string) => collectSettings(folder, { clones: new Map([['Acme/Widget', path]]) });
  const { store, rows } = await collectInto(folder, clone);
  await collectTarget(store, 'Acme/Widget', joined(other), testContext());
  expect(await rows(HELD)).toEqual([{ repositories: 2, commits: 3, files: 3 }]);
  await collectTarget(store, 'Acme/Widget', joined(clone), testContext());
  expect(await rows(HELD)).toEqual([{ repositories: 1, commits: 2, files: 2 }]);
  expect(await rows(REPOSITORY)).toMatchObject([{ full_name: 'Acme/Widget', path: clone }]);
});

test('a folder that is not there is named, with the repository it was to be', async () => {
  await expect(
    collectInto(folder, 'acme/widget', { clones: new Map([['acme/widget', join(folder, 'gone')]]) }),
  ).rejects.toMatchObject({
    code: 'E_TARGET',
    message: expect.stringMatching(/gone`, which the settings name as the clone of `acme\/widget`$/),
  });
});

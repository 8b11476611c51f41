import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { type ReportFormat, type WrittenReport, writeReport } from '../../../src/reports/write.ts';
import type { Store } from '../../../src/store/store.ts';
import { temporaryFolder } from '../../support/collect.ts';
import { testContext } from '../../support/context.ts';
import { inventedHistory } from '../../support/invented-history.ts';
import { collectedStore, reportOf } from '../../support/report.ts';

const ALL: readonly ReportFormat[] = ['html', 'md', 'json'];
const PERIOD = {
  name: '2024-03',
  from: new Date('2024-03-01T00:00:00Z'),
  to: new Date('2024-04-01T00:00:00Z'),
};

let store: Store;
let folder: string;
const cleanups: (() => void)[] = [];

beforeAll(async () => {
  folder = temporaryFolder((clean) => cleanups.push(clean));
  const commits = inventedHistory(2).slice(0, 90);
  store = await collectedStore(folder, { commits, month: '2024-03', name: 'small' });
});

afterAll(() => {
  store.close();
  for (const clean of cleanups) clean();
});

async function write(outDir: string, formats: readonly ReportFormat[] = ALL): Promise<WrittenReport> {
  const { rows } = await store.query('select scope_id from dim_scope');
  const scopeId = BigInt(String(rows[0]?.['scope_id']));
  const request = { report: 'community', scopeId, asOf: PERIOD.to, period: PERIOD, outDir, formats };
  return writeReport(store, request, testContext());
}

function filesIn(directory: string): ReadonlyMap<string, string> {
  const entries = readdirSync(directory, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return new Map(files.sort().map((file) => [relative(directory, file), readFileSync(file, 'utf8')]));
}

/** Says of repositories what GitHub would; undone when the test ends. */
async function pretend(...statements: readonly string[]): Promise<void> {
  await store.run('begin');
  onTestFinished(() => store.run('rollback').then(() => undefined));
  for (const statement of statements) await store.run(statement);
}

const said = (isPrivate: string) =>
  `insert into raw_github_repository select repo_id, '' || repo_id, json_object('isPrivate', ${isPrivate}), 1, now() from dim_repo`;
const ANOTHER = [
  'insert into dim_repo select * replace (repo_id + 1 as repo_id, $$open$$ as name, null as full_name) from dim_repo',
  'insert into map_scope_repo select * replace (repo_id + 1 as repo_id) from map_scope_repo',
];

describe('a report of what not everybody may see', () => {
  test('has no mark where all is public', async () => {
    for (const content of filesIn((await write(join(folder, 'public'))).directory).values())
      expect(content).not.toMatch(/do not publish/i);
  });

  test.each([
    ['a repository', [said('true')], 'Private repository: do not publish'],
    ['some of several', [...ANOTHER, said("name = 'small'")], 'Do not publish: small is private'],
    ['all of several', [...ANOTHER, said('true')], 'Private repositories: do not publish'],
  ])('says so above everything: %s', async (_what, statements, mark) => {
    await pretend(...statements);
    const files = filesIn((await write(join(folder, 'private'))).directory);
    expect(files.get('index.html')).toContain(`<p class="notice" role="note">${mark}</p>`);
    expect(files.get('index.html')).toMatch(/<title>Private\. small/);
    expect(files.get('index.md')?.split('\n')[0]).toBe(`> **${mark}**`);
    expect(JSON.parse(files.get('report.json') ?? '')).toMatchObject({ privacy: mark });
  });
});

describe('a report of a clone on this machine', () => {
  test.each([
    ['a clone', []],
    ['a clone that ends before the window begins', ["update dim_repo set fetched_at = '2020-01-01'"]],
    ['a mirror of a local URL', ['update dim_repo set path = null, origin_url = $$file://$$ || path']],
    [
      'such a mirror that ends before the window begins',
      ["update dim_repo set fetched_at = '2020-01-01', path = null, origin_url = $$file://$$ || path"],
    ],
  ])('says nowhere in which folder it lies: %s', async (_what, statements) => {
    await pretend(...statements);
    const files = filesIn((await write(join(folder, 'travels'))).directory);
    for (const name of ['index.html', 'index.md', 'report.json'])
      expect(files.get(name)).toMatch(/(of small: |small.*not collected)/);
    for (const [name, content] of files) expect(content, name).not.toContain(folder);
  });
});

test('code that came from nobody is held by nobody, not by 0 people', async () => {
  const { read } = await reportOf(join(folder, 'imported'), {
    commits: [
      {
        author: 'dependabot[bot] <49699333+dependabot[bot]@users.noreply.github.com>',
        files: { 'a.c': 'int a;\n', 'b.c': 'int b;\n', 'c.c': 'int c;\n' },
      },
      { author: 'Ada <ada@example.org>', files: { 'd.c': 'int d;\n' } },
    ],
    month: '2023-01',
    formats: ['md'],
  });
  expect(read('index.md')).toContain('**3 of the 4 code files have no author by this measure**');
  expect(read('index.md')).toContain('3 files have no author by this measure.');
  expect(read('index.md')).not.toContain('0 people');
});

describe('writing a report', () => {
  test('gives the same bytes again, in place of the older one and with nothing left over', async () => {
    const out = join(folder, 'twice');
    const first = await write(out);
    const before = filesIn(first.directory);
    expect(first.path).toBe(join(out, 'small', '2024-03', 'index.html'));
    expect([...before.keys()]).toEqual(expect.arrayContaining(['index.html', 'index.md', 'report.json']));
    const second = await write(out);
    expect(filesIn(second.directory)).toEqual(before);
    expect(readdirSync(join(out, 'small'))).toEqual(['2024-03']);
  });

  test.each([
    [
      'a project of the same name',
      "insert into dim_scope values (7, 'project', 'Small', 'all')",
      /^small@repository$/,
    ],
    [
      'a repository of the same name',
      "insert into dim_scope values (7, 'repository', 'small', null)",
      /^small@\d+$/,
    ],
  ])('keeps it apart from that of %s', async (_what, statement, name) => {
    await pretend(statement);
    const out = join(folder, 'namesakes');
    const { rows } = await store.query('select scope_id from dim_scope where scope_id <> 7');
    const scopeId = BigInt(String(rows[0]?.['scope_id']));
    const request = { report: 'community', scopeId, asOf: PERIOD.to, period: PERIOD, outDir: out };
    const { directory } = await writeReport(store, { ...request, formats: ['json'] }, testContext());
    expect(relative(out, directory).split('/')[0]).toMatch(name);
  });

  test('writes what is asked for', async () => {
    const { directory, path } = await write(join(folder, 'formats'), ['md']);
    expect(path).toBe(join(directory, 'index.md'));
    expect(readdirSync(directory).sort()).toEqual(['charts', 'data', 'index.md']);
  });

  test('names no file and no place in the page that is not there', async () => {
    const files = filesIn((await write(join(folder, 'links'))).directory);
    const page = files.get('index.html') ?? '';
    const ids = new Set([...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));
    const links = [...page.matchAll(/href="([^"]+)"/g)].map(([, to]) => to ?? '');
    const pictures = [...(files.get('index.md') ?? '').matchAll(/\]\(((?:charts|data)\/[^)]+)\)/g)];
    expect(links.length).toBeGreaterThan(20);
    for (const to of links) expect(to.startsWith('#') ? ids.has(to.slice(1)) : files.has(to), to).toBe(true);
    for (const [, to] of pictures) expect(files.has(to ?? ''), to).toBe(true);
  });

  test('never sweeps away what is not its own', async () => {
    const out = join(folder, 'foreign');
    const mine = join(out, 'small', '2024-03');
    mkdirSync(mine, { recursive: true });
    writeFileSync(join(mine, 'notes.txt'), 'mine');
    await expect(write(out)).rejects.toMatchObject({ code: 'E_PERMISSION' });
    expect(readFileSync(join(mine, 'notes.txt'), 'utf8')).toBe('mine');
    expect(readdirSync(join(out, 'small'))).toEqual(['2024-03']);
  });

  test('says so when a file stands where the folder should', async () => {
    writeFileSync(join(folder, 'a-file'), '');
    await expect(write(join(folder, 'a-file'))).rejects.toMatchObject({ code: 'E_PERMISSION' });
  });
});

import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { busyHistory } from '../../../support/busy-history.ts';
import { collectInto, comparableTables, temporaryFolder } from '../../../support/collect.ts';
import { testContext } from '../../../support/context.ts';
import {
  addCommits,
  type FixtureCommit,
  git,
  gitBytes,
  makeRepository,
} from '../../../support/git-repository.ts';

const history = (count: number): FixtureCommit[] =>
  Array.from({ length: count }, (_, index) => ({ files: { [`f${index % 7}`]: `${index}\n` } }));

describe('the second run', () => {
  test('reads only what is new and changes nothing where nothing is', async () => {
    const folder = temporaryFolder(onTestFinished);
    const path = makeRepository(join(folder, 'source'), history(20));
    const { again, store, outcome } = await collectInto(folder, path);
    expect(outcome).toMatchObject({ commitCount: 20, newCommitCount: 20, isUnchanged: false });
    const [limit] = (await store.query("select current_setting('memory_limit') as usual")).rows;
    // Building facts needs more than loading may use.
    expect(String(limit?.['usual'])).toMatch(/[GT]iB$/);
    const before = await comparableTables(store);
    expect(await again()).toMatchObject({ newCommitCount: 0, isUnchanged: true });
    expect(await comparableTables(store)).toEqual(before);
    addCommits(path, [
      { parents: ['refs/heads/main^0'], files: { new: '1\n' }, committed: '1700000000 +0000' },
    ]);
    const context = testContext();
    expect(await again({}, context)).toMatchObject({ commitCount: 21, newCommitCount: 1 });
    expect(context.progress).toContainEqual(
      expect.objectContaining({ phase: 'counting lines', done: 1, total: 1 }),
    );
    expect(await comparableTables(store)).toEqual(
      await comparableTables((await collectInto(folder, path)).store),
    );
  });

  test('a history that grows, merges and is tagged step by step ends as one that is read whole', async () => {
    const folder = temporaryFolder(onTestFinished);
    const path = makeRepository(join(folder, 'source'), busyHistory(80, 3));
    const tip = git(path, 'rev-parse', 'main').trim();
    const release = git(path, 'rev-parse', 'REL_1_STABLE').trim();
    git(path, 'update-ref', 'refs/heads/main', 'main~60');
    git(path, 'tag', 'old', 'main~2');
    const { again, store } = await collectInto(folder, path);
    const steps: readonly (() => void)[] = [
      () => git(path, 'update-ref', 'refs/heads/main', `${tip}~30`),
      () => git(path, 'update-ref', 'refs/heads/main', tip),
      () => git(path, 'tag', 'new', 'main~5'),
      // The release branch comes into main: commits that were kept apart belong to it now.
      () => addCommits(path, [{ parents: [tip, release], files: { merged: '1\n' } }]),
    ];
    for (const step of steps) {
      step();
      await again();
      expect(await comparableTables(store)).toEqual(
        await comparableTables((await collectInto(folder, path)).store),
      );
    }
  });

  test('drops what a force-push took away and re-reads what changed sides', async () => {
    const folder = temporaryFolder(onTestFinished);
    const path = makeRepository(join(folder, 'source'), history(6));
    const { again, store } = await collectInto(folder, path);
    git(path, 'tag', 'kept', 'main~2');
    git(path, 'update-ref', 'refs/heads/main', 'main~4');
    addCommits(path, [
      { parents: ['refs/heads/main^0'], files: { rewritten: 'x\n' }, committed: '1700000000 +0000' },
    ]);
    expect(await again()).toMatchObject({ commitCount: 3 });
    expect(await comparableTables(store)).toEqual(
      await comparableTables((await collectInto(folder, path)).store),
    );
  });

  test('a run that was interrupted goes on and ends with the same rows', async () => {
    const folder = temporaryFolder(onTestFinished);
    const path = makeRepository(join(folder, 'source'), history(40));
    const calm = await comparableTables((await collectInto(folder, path)).store);
    for (const phase of ['reading commits', 'counting lines']) {
      const stop = new AbortController();
      const { store, again, rows } = await collectInto(folder, path, { chunkSize: 5 });
      await store.run('delete from raw_git_line_read; delete from raw_git_line_count');
      if (phase === 'reading commits')
        await store.run('delete from raw_git_commit_path; delete from raw_git_commit');
      await store.run('update raw_git_repository set ref_fingerprint = null');
      const context = testContext({
        signal: stop.signal,
        onProgress: (event) => event.phase === phase && stop.abort(),
      });
      await expect(again({ chunkSize: 5 }, context)).rejects.toMatchObject({ code: 'E_INTERRUPTED' });
      const [kept] = await rows(
        'select (select count(*) from raw_git_commit) as commits, (select count(*) from raw_git_line_read) as lines',
      );
      expect(Number(kept?.[phase === 'reading commits' ? 'commits' : 'lines'])).toBeLessThan(40);
      await again();
      expect(await comparableTables(store)).toEqual(calm);
    }
  });

  test('one process and many chunks give the same rows', async () => {
    const folder = temporaryFolder(onTestFinished);
    const path = makeRepository(join(folder, 'source'), history(40));
    const one = await comparableTables((await collectInto(folder, path, { jobs: 1, chunkSize: 500 })).store);
    const many = await comparableTables((await collectInto(folder, path, { jobs: 3, chunkSize: 3 })).store);
    expect(many).toEqual(one);
  });
});

/** Lays every object out as a file of its own, so that a test can take one away. */
function loosen(path: string): void {
  const packs = join(path, 'objects', 'pack');
  for (const name of readdirSync(packs).filter((file) => file.endsWith('.pack'))) {
    const bytes = readFileSync(join(packs, name));
    rmSync(packs, { recursive: true });
    mkdirSync(packs);
    gitBytes(path, ['unpack-objects', '-q'], bytes);
  }
}

function lose(path: string, object: string): string {
  const sha = git(path, 'rev-parse', object).trim();
  const file = join(path, 'objects', sha.slice(0, 2), sha.slice(2));
  expect(existsSync(file)).toBe(true);
  rmSync(file, { force: true });
  return sha;
}

describe('damage is noticed', () => {
  const numbered = Array.from({ length: 30 }, (_, index) => ({
    files: { [`f${index % 7}`]: `${index}\n`, [`d${index}/x`]: `${index}\n` },
  }));

  test('commits whose blobs or trees are missing are marked, and all others are read', async () => {
    const folder = temporaryFolder(onTestFinished);
    const path = makeRepository(join(folder, 'source'), numbered);
    loosen(path);
    const withBlob = git(path, 'rev-parse', 'main~10').trim();
    lose(path, 'main~10:f5');
    const withTree = git(path, 'rev-parse', 'main~20').trim();
    lose(path, 'main~20:d9');
    const { rows, outcome } = await collectInto(folder, path, { chunkSize: 9 });
    const marked = await rows('select sha from raw_git_line_read where problem is not null');
    const shas = marked.map((row) => row['sha']);
    // The blob is what the commit that changes it again is compared with, and the tree stays in all that follow.
    expect(shas).toContain(withBlob);
    expect(shas).toContain(withTree);
    expect(outcome).toMatchObject({ commitCount: 30, damagedCommitCount: shas.length });
    expect(outcome.streams).toEqual([expect.objectContaining({ stream: 'git', status: 'incomplete' })]);
    expect(await rows('select count(*) as stored from raw_git_commit')).toEqual([{ stored: 30n }]);
    expect(await rows('select count(*) as read from raw_git_line_read')).toEqual([{ read: 30n }]);
    const sound = await rows('select count(distinct sha) as sound from raw_git_line_count');
    expect(Number(sound[0]?.['sound'])).toBe(30 - shas.length);
  });

  test('a missing commit object ends the run with the reason, since nothing behind it can be known', async () => {
    const folder = temporaryFolder(onTestFinished);
    const path = makeRepository(join(folder, 'source'), numbered);
    loosen(path);
    lose(path, 'main~5');
    await expect(collectInto(folder, path)).rejects.toMatchObject({ code: 'E_GIT' });
  });
});

describe('a history that is cut off', () => {
  test('is refused with a hint, or taken and marked', async () => {
    const folder = temporaryFolder(onTestFinished);
    const path = makeRepository(join(folder, 'source'), history(5));
    git(folder, 'clone', '--quiet', '--bare', '--depth', '2', `file://${path}`, 'shallow');
    const target = join(folder, 'shallow');
    await expect(collectInto(folder, target)).rejects.toMatchObject({
      code: 'E_SHALLOW',
      hint: expect.stringContaining('--allow-shallow'),
    });
    const { outcome, rows, again } = await collectInto(folder, target, { allowShallow: true });
    expect(outcome).toMatchObject({ commitCount: 2, isShallow: true });
    expect(outcome.streams[0]).toMatchObject({ status: 'incomplete' });
    git(target, 'fetch', '--quiet', '--unshallow', 'origin', 'main');
    expect(await again()).toMatchObject({ commitCount: 5, isShallow: false });
    expect(await rows('select max(generation) as high from raw_git_commit')).toEqual([{ high: 5 }]);
  });

  test('an empty repository is no error', async () => {
    const folder = temporaryFolder(onTestFinished);
    const path = makeRepository(join(folder, 'source'), []);
    const { outcome } = await collectInto(folder, path);
    expect(outcome).toMatchObject({ isEmpty: true, commitCount: 0 });
  });
});

describe('age', () => {
  test('a clone is known until its last fetch or its newest commit, whichever is later', async () => {
    const folder = temporaryFolder(onTestFinished);
    const path = makeRepository(join(folder, 'source'), [{ committed: '1700000000 +0000' }]);
    const { rows, again } = await collectInto(folder, path);
    const until = async () => (await rows('select fetched_at from raw_git_repository'))[0]?.['fetched_at'];
    expect(await until()).toBe('2023-11-14T22:13:20Z');
    writeFileSync(join(path, 'FETCH_HEAD'), '');
    utimesSync(join(path, 'FETCH_HEAD'), 1_710_000_000, 1_710_000_000);
    await again();
    expect(await until()).toBe('2024-03-09T16:00:00Z');
  });
});

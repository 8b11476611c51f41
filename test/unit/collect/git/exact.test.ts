import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { collectInto, temporaryFolder } from '../../../support/collect.ts';
import {
  type FixtureCommit,
  type FixtureSettings,
  git,
  gitBytes,
  makeRepository,
} from '../../../support/git-repository.ts';

async function collected(commits: readonly FixtureCommit[], settings: FixtureSettings = {}) {
  const folder = temporaryFolder(onTestFinished);
  const path = makeRepository(join(folder, 'source'), commits, settings);
  return { path, folder, ...(await collectInto(folder, path)) };
}

describe('what git can hold comes through unchanged', () => {
  test('lines of a history that is longer than what one git process counts', async () => {
    const folder = temporaryFolder(onTestFinished);
    const commits = Array.from({ length: 8500 }, (_, at) => ({ files: { 'a.c': `${at}\n` } }));
    const path = makeRepository(join(folder, 'source'), commits);
    const { rows } = await collectInto(folder, path, { jobs: 1, chunkSize: 4000 });
    expect(
      await rows(
        'select count(distinct sha)::integer as commits, sum(added_line_count)::integer as added, sum(deleted_line_count)::integer as deleted from raw_git_line_count',
      ),
    ).toEqual([{ commits: 8500, added: 8500, deleted: 8499 }]);
    expect(await rows('select count(*)::integer as read from raw_git_line_read')).toEqual([{ read: 8500 }]);
  });

  test('paths with tabs, newlines, quotes, arrows and bytes that are no UTF-8', async () => {
    const odd = [
      'tab\there',
      'new\nline',
      'quo"te',
      'back\\slash',
      '{old => new}/x',
      ' lead',
      'ünï',
      ':100644 x',
    ];
    const { rows, path } = await collected([
      { files: Object.fromEntries(odd.map((name) => [name, 'a\nb\n'])) },
      {
        bytePaths: [
          [Buffer.from([0x66, 0xff, 0x6f]), 'x\n'],
          [Buffer.from([0x66, 0xfe, 0x6f]), 'y\n'],
        ],
      },
    ]);
    const counted = await rows('select path from raw_git_line_count order by path');
    const changed = await rows('select path from raw_git_commit_path order by path');
    const atHead = await rows('select path from raw_git_head_file order by path');
    const expected = [...odd, 'f\\377o', 'f\\376o'].sort();
    for (const found of [counted, changed, atHead])
      expect(found.map((row) => row['path']).sort()).toEqual(expected);
    expect(git(path, 'ls-tree', '-r', '-z', 'HEAD').split('\0')).toHaveLength(expected.length + 1);
  });

  test('names, offsets, dates of 1970 and 2100, and messages of a mebibyte', async () => {
    const long = `Subject\n\n${'x'.repeat(1 << 20)}`;
    const { rows } = await collected([
      { author: 'Zoë "Z" O\'Brien-Łuk <z@example.org>', authored: '0 -0930', committed: '4102444800 +1345' },
      { author: ' <>', message: long },
      {
        author: Buffer.from([0x4a, 0xf6, 0x72, 0x67, 0x20, 0x3c, 0x6a, 0x40, 0x78, 0x3e]),
        message: Buffer.from([0xe9, 0x74, 0xe9]),
      },
    ]);
    const found = await rows(
      'select author_name, author_email, authored_at, author_offset_minutes, committed_at, committer_offset_minutes, subject, length(message) as size from raw_git_commit order by generation',
    );
    expect(found[0]).toMatchObject({
      author_name: 'Zoë "Z" O\'Brien-Łuk',
      authored_at: '1970-01-01T00:00:00Z',
      author_offset_minutes: -570,
      committed_at: '2100-01-01T00:00:00Z',
      committer_offset_minutes: 825,
    });
    expect(found[1]).toMatchObject({
      author_name: '',
      author_email: '',
      subject: 'Subject',
      size: BigInt(long.length),
    });
    expect(found[2]).toMatchObject({ author_name: 'Jörg', subject: 'été' });
  });

  test('octopus merges, several roots, renames and binary files', async () => {
    const body = Array.from({ length: 40 }, (_, line) => `line ${line}\n`).join('');
    const { rows, path } = await collected([
      { mark: 'one', files: { 'a.txt': body, 'image.bin': Buffer.from([0, 1, 2, 3]) } },
      { mark: 'two', branch: 'second', parents: [], files: { 'b.txt': 'b\n' } },
      { mark: 'three', branch: 'third', parents: [], files: { 'c.txt': 'c' } },
      { mark: 'merge', parents: ['one', 'two', 'three'], files: { 'b.txt': 'b\n', 'c.txt': 'c' } },
      { files: { 'a.txt': null, 'moved.txt': `${body}more\n` } },
    ]);
    expect(await rows('select count(*) as roots from raw_git_commit where len(parent_shas) = 0')).toEqual([
      { roots: 3n },
    ]);
    expect(
      await rows('select max(len(parent_shas)) as parents, max(generation) as high from raw_git_commit'),
    ).toEqual([{ parents: 3n, high: 3 }]);
    expect(
      await rows(
        "select * exclude (repo_id, sha) from raw_git_line_count where path in ('moved.txt', 'image.bin') order by path",
      ),
    ).toEqual([
      {
        path: 'image.bin',
        previous_path: null,
        added_line_count: null,
        deleted_line_count: null,
        is_binary: true,
      },
      {
        path: 'moved.txt',
        previous_path: 'a.txt',
        added_line_count: 1,
        deleted_line_count: 0,
        is_binary: false,
      },
    ]);
    const plain = git(path, 'log', '--numstat', '-M', '-l0', '--format=', 'HEAD').trim().split('\n').length;
    expect(await rows('select count(*) as files from raw_git_line_count')).toEqual([
      { files: BigInt(plain) },
    ]);
  });

  test('submodules, symbolic links and attributes at the head', async () => {
    const { rows } = await collected([
      {
        files: {
          '.gitattributes': 'gen/* linguist-generated\n*.x linguist-language=C\nold/* linguist-vendored\n',
          'gen/a.x': 'a\nb',
        },
        raw: [
          'M 160000 1111111111111111111111111111111111111111 sub',
          'M 120000 inline link',
          'data 6',
          'target',
        ],
      },
      { files: { 'old/gone.c': 'x\n' } },
      { files: { 'old/gone.c': null } },
    ]);
    expect(
      await rows('select path, mode, byte_count, line_count from raw_git_head_file order by path'),
    ).toEqual([
      { path: '.gitattributes', mode: '100644', byte_count: 73n, line_count: 3 },
      { path: 'gen/a.x', mode: '100644', byte_count: 3n, line_count: 2 },
      { path: 'link', mode: '120000', byte_count: 6n, line_count: 1 },
      { path: 'sub', mode: '160000', byte_count: null, line_count: null },
    ]);
    expect(await rows('select * exclude (repo_id) from raw_git_attribute order by path')).toEqual([
      { path: 'gen/a.x', is_vendored: null, is_generated: true, is_documentation: null, language: 'C' },
      { path: 'old/gone.c', is_vendored: true, is_generated: null, is_documentation: null, language: null },
    ]);
  });

  test('replace refs are honoured as git log honours them', async () => {
    const folder = temporaryFolder(onTestFinished);
    const path = makeRepository(join(folder, 'source'), [
      { files: { a: '1\n' } },
      { branch: 'other', parents: [], author: 'Eve <eve@example.org>', files: { b: '1\n2\n' } },
    ]);
    git(path, 'replace', 'main', 'other');
    const { rows } = await collectInto(folder, path);
    expect(git(path, 'log', '--format=%an', 'main').trim()).toBe('Eve');
    expect(await rows('select author_name from raw_git_commit')).toEqual([{ author_name: 'Eve' }]);
  });

  test('a sha256 repository', async () => {
    const { rows, path } = await collected([{ files: { a: '1\n' } }, { files: { a: '2\n' } }], {
      objectFormat: 'sha256',
    });
    expect((await rows('select sha from raw_git_commit order by generation desc'))[0]?.['sha']).toBe(
      git(path, 'rev-parse', 'HEAD').trim(),
    );
    expect(await rows('select sum(added_line_count)::bigint as added from raw_git_line_count')).toEqual([
      { added: 2n },
    ]);
  });
});

describe('what contains what', () => {
  test('commits that only a tag or a release branch reaches are kept apart, and every ref knows its commits', async () => {
    const folder = temporaryFolder(onTestFinished);
    const path = makeRepository(join(folder, 'source'), [
      { mark: 'a', files: { f: '1\n' } },
      { mark: 'b', files: { f: '2\n' } },
      { mark: 'c', branch: 'REL_1_STABLE', parents: ['a'], files: { f: '3\n' } },
      { mark: 'd', branch: 'topic', parents: ['a'], files: { f: '4\n' } },
    ]);
    git(path, 'tag', 'v1.0', 'main~1');
    git(path, 'tag', '-a', '-m', 'One\n\nText', 'v1.1', 'REL_1_STABLE');
    git(path, 'tag', 'tree', 'main^{tree}');
    git(path, 'tag', '-a', '-m', 'nested', 'nested', 'v1.1');
    const { rows } = await collectInto(folder, path);
    expect(
      await rows(
        'select is_on_default_branch as here, count(*) as commits from raw_git_commit group by 1 order by 1',
      ),
    ).toEqual([
      { here: false, commits: 1n },
      { here: true, commits: 2n },
    ]);
    for (const ref of ['v1.0', 'v1.1', 'nested', 'REL_1_STABLE', 'main']) {
      const reached = await rows(
        `select sha from map_ref_commit join map_ref_class using (repo_id, ref_class_id) where ref_name = '${ref}'`,
      );
      expect(reached.map((row) => row['sha']).sort()).toEqual(
        git(path, 'rev-list', ref).trim().split('\n').sort(),
      );
    }
    const tags = await rows(
      "select name, target_type, is_annotated, tagger_name, subject from raw_git_ref where kind = 'tag' order by name",
    );
    expect(tags.map((row) => row['name'])).toEqual(git(path, 'tag').trim().split('\n').sort());
    expect(tags).toContainEqual({
      name: 'v1.1',
      target_type: 'commit',
      is_annotated: true,
      tagger_name: 'Ada',
      subject: 'One',
    });
    expect(tags.find((row) => row['name'] === 'tree')).toMatchObject({ target_type: 'tree' });
    expect(tags.find((row) => row['name'] === 'nested')).toMatchObject({
      target_type: 'commit',
      is_annotated: true,
    });
    expect(await rows('select count(*) as read from raw_git_line_read')).toEqual([{ read: 2n }]);
  });

  test('the mailmap of the head is applied to each identity, and again when it changes', async () => {
    const folder = temporaryFolder(onTestFinished);
    const commits: FixtureCommit[] = [
      { author: 'ada <ADA@old.example>', files: { a: '1\n' } },
      {
        author: 'Bob <bob@example.org>',
        files: { '.mailmap': 'Ada Lovelace <ada@example.org> <ada@old.example>\n' },
      },
    ];
    const path = makeRepository(join(folder, 'source'), commits);
    const { rows, again } = await collectInto(folder, path);
    const mapped = () => rows("select mapped_name, mapped_email from raw_git_identity where name = 'ada'");
    expect(await mapped()).toEqual([{ mapped_name: 'Ada Lovelace', mapped_email: 'ada@example.org' }]);
    const { addCommits } = await import('../../../support/git-repository.ts');
    addCommits(path, [
      {
        author: 'Bob <bob@example.org>',
        parents: ['refs/heads/main^0'],
        files: { '.mailmap': 'A. L. <ada@old.example>\n' },
      },
    ]);
    await again();
    expect(await mapped()).toEqual([{ mapped_name: 'A. L.', mapped_email: 'ADA@old.example' }]);
    const authors = await rows(
      'select mapped_name as name, count(*) as commits from raw_git_commit join raw_git_identity on name = author_name and email = author_email group by 1 order by 1',
    );
    const shortlog = gitBytes(path, ['shortlog', '-sn', 'HEAD']).toString('utf8').trim().split('\n');
    expect(authors.map((row) => `${row['commits']}\t${row['name']}`).sort()).toEqual(
      shortlog.map((line) => line.trim()).sort(),
    );
  });
});

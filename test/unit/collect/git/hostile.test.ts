import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { parseOrigin, parseTarget } from '../../../../src/collect/git/target.ts';
import { collectInto, collectSettings, temporaryFolder } from '../../../support/collect.ts';
import { addCommits, git, makeRepository } from '../../../support/git-repository.ts';

/** Every file below a folder, with its content. */
function snapshot(folder: string): Readonly<Record<string, string>> {
  const files: Record<string, string> = {};
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isFile()) files[path] = readFileSync(path, 'latin1');
  }
  return files;
}

describe('a repository that wants to run something', () => {
  test('nothing of its configuration, hooks or attributes is obeyed, and nothing in it is written', async () => {
    const folder = temporaryFolder(onTestFinished);
    const path = makeRepository(
      join(folder, 'source'),
      [
        { files: { '.gitattributes': '* diff=evil filter=evil\n', a: '1\n' } },
        { files: { a: '2\n', b: '1\n' } },
      ],
      { bare: false },
    );
    git(path, 'reset', '--quiet', '--hard', 'main');
    const marker = join(folder, 'ran');
    const program = join(folder, 'evil.sh');
    writeFileSync(program, `#!/bin/sh\ntouch '${marker}'\ncat "$@" 2>/dev/null\n`);
    chmodSync(program, 0o755);
    const settings = [
      'core.fsmonitor',
      'core.sshCommand',
      'core.pager',
      'core.editor',
      'core.askPass',
      'diff.external',
      'diff.evil.command',
      'diff.evil.textconv',
      'filter.evil.clean',
      'filter.evil.smudge',
      'filter.evil.process',
      'credential.helper',
      'pager.log',
      'gpg.program',
      'uploadpack.packObjectsHook',
    ];
    for (const setting of settings) git(path, 'config', setting, program);
    git(path, 'config', 'log.showSignature', 'true');
    git(path, 'config', 'diff.algorithm', 'patience');
    git(path, 'config', 'core.hooksPath', join(folder, 'hooks'));
    mkdirSync(join(folder, 'hooks'));
    for (const hook of [
      'post-checkout',
      'reference-transaction',
      'post-index-change',
      'pre-auto-gc',
      'fsmonitor-watchman',
    ]) {
      writeFileSync(join(folder, 'hooks', hook), readFileSync(program));
      chmodSync(join(folder, 'hooks', hook), 0o755);
    }
    const before = snapshot(path);
    const { outcome } = await collectInto(folder, path);
    expect(outcome).toMatchObject({ commitCount: 2, damagedCommitCount: 0 });
    expect(existsSync(marker)).toBe(false);
    expect(snapshot(path)).toEqual(before);
  });

  test('targets that are options or start programs are refused', async () => {
    const folder = temporaryFolder(onTestFinished);
    const targets = [
      '--upload-pack=touch x',
      '-oProxyCommand=x',
      'ext::sh -c touch% x',
      'ext://x',
      'fd::3',
      'javascript:1',
      'https://',
      '-u',
    ];
    for (const target of targets) {
      await expect(parseTarget(target, collectSettings(folder)), target).rejects.toMatchObject({
        code: 'E_TARGET',
      });
    }
    await expect(collectInto(folder, 'ssh://-oProxyCommand=touch%20x/a/b')).rejects.toMatchObject({
      code: expect.stringMatching(/^E_(TARGET|NETWORK)$/),
    });
    expect(existsSync(join(folder, 'x'))).toBe(false);
  });

  test.skipIf(process.getuid?.() !== 0)(
    'a clone of another user is named, with the way to trust it',
    async () => {
      const folder = temporaryFolder(onTestFinished);
      const path = makeRepository(join(folder, 'source'), [{ files: { a: '1\n' } }]);
      for (const name of ['.', ...readdirSync(path)]) chownSync(join(path, name), 12_345, 12_345);
      await expect(collectInto(folder, path)).rejects.toMatchObject({
        code: 'E_OWNERSHIP',
        hint: expect.stringContaining('safe.directory'),
      });
    },
  );

  test('a folder inside a repository is not that repository', async () => {
    const folder = temporaryFolder(onTestFinished);
    const path = makeRepository(join(folder, 'source'), [{ files: { 'sub/a': '1\n' } }], { bare: false });
    git(path, 'reset', '--quiet', '--hard', 'main');
    await expect(collectInto(folder, join(path, 'sub'))).rejects.toMatchObject({ code: 'E_TARGET' });
    await expect(collectInto(folder, join(folder, 'nowhere'))).rejects.toMatchObject({ code: 'E_TARGET' });
  });
});

describe('a URL', () => {
  test('is mirrored, followed and never shows its credentials', async () => {
    const folder = temporaryFolder(onTestFinished);
    const path = makeRepository(join(folder, 'origin.git'), [
      { files: { a: '1\n' } },
      { branch: 'gone', parents: [], files: { b: '1\n' } },
    ]);
    const { rows, again, outcome } = await collectInto(
      folder,
      `file://user:secret@${path}`.replace('user:secret@', ''),
    );
    expect(outcome).toMatchObject({ commitCount: 1, name: 'origin' });
    addCommits(path, [{ parents: ['refs/heads/main^0'], files: { a: '2\n' } }]);
    git(path, 'update-ref', '-d', 'refs/heads/gone');
    expect(await again()).toMatchObject({ commitCount: 2, newCommitCount: 1 });
    expect(await rows('select origin_url, path, fetched_at from raw_git_repository')).toEqual([
      { origin_url: `file://${path}`, path: null, fetched_at: '2026-01-01T00:00:00Z' },
    ]);
    await expect(collectInto(folder, `file://${folder}/missing.git`)).rejects.toMatchObject({
      code: 'E_NOT_FOUND',
    });
  });

  test('of the same repository is one repository, however it is written', () => {
    const forms = [
      'https://github.com/Owner/Name',
      'https://token:x@github.com/owner/name.git',
      'git@github.com:owner/name.git',
      'ssh://git@github.com/owner/name/',
    ];
    const origins = forms.map(parseOrigin);
    expect(new Set(origins.map((origin) => origin?.repoId)).size).toBe(1);
    expect(
      JSON.stringify(
        origins,
        (_, value: unknown) => String(value) && (typeof value === 'bigint' ? String(value) : value),
      ),
    ).not.toContain('token');
    expect(origins[0]).toMatchObject({ fullName: 'Owner/Name', name: 'Name' });
    expect(parseOrigin('https://git.example/a/100%')).toMatchObject({ fullName: 'a/100%' });
    for (const path of ['/srv/git/x.git', '../x', './x']) expect(parseOrigin(path)).toBeNull();
  });
});

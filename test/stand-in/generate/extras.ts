import { join } from 'node:path';
import type { Account, Repository } from '../world/records.ts';
import { createBare, HIDDEN_REF, openImport } from './git.ts';
import { monthsBefore, noreply, type Person, type Setting } from './people.ts';
import { createRepository } from './repositories.ts';

export interface ExtrasInput {
  readonly setting: Setting;
  readonly foundation: Account;
  readonly cast: readonly Person[];
  readonly gitRoot: string;
}

/** The small ones: the owner's `.github`, one that is archived, one that is private and marked, one that is empty. */
export async function createExtras(stage: ExtrasInput): Promise<Repository[]> {
  const { foundation } = stage;
  const make = (name: string, months: number, more: Partial<Repository>): Repository => ({
    ...createRepository(stage.setting, foundation, name, monthsBefore(stage.setting, months)),
    ...more,
  });
  const archivedAt = new Date(monthsBefore(stage.setting, 18)).toISOString().replace(/\.\d+/, '');
  const documents = {
    codeOfConduct: 'CODE_OF_CONDUCT.md',
    security: 'SECURITY.md',
    funding: 'FUNDING.yml',
  } as const;
  const rows = [
    make('.github', 50, {
      documents,
      fundingLinks: [{ platform: 'GITHUB', url: 'https://github.com/orrery-db' }],
    }),
    make('orrery-handbook', 58, { archivedAt, description: 'Superseded by the manual' }),
    make('security-triage', 40, { isPrivate: true, description: 'private-mark-7731: embargoed reports' }),
    make('empty', 2, { defaultBranch: null, pushedAt: null }),
  ];
  const files: Record<string, Record<string, string>> = {
    '.github': {
      'CODE_OF_CONDUCT.md': '# Code of conduct\n\nContributor Covenant 2.1.\n',
      'FUNDING.yml': 'github: [orrery-db]\n',
      'SECURITY.md': '# Security\n\nWrite to security@orrery.apsis.\n',
    },
    'orrery-handbook': { 'README.md': '# Handbook\n' },
    'security-triage': { 'README.md': 'private-mark-7731\n' },
  };
  const write = (row: Repository): Promise<void> => {
    const path = join(stage.gitRoot, `${foundation.login}/${row.name}.git`);
    return writeSmall(stage, path, Date.parse(row.createdAt), files[row.name]);
  };
  await Promise.all(rows.map(write));
  return rows;
}

async function writeSmall(
  stage: ExtrasInput,
  path: string,
  at: number,
  files: Record<string, string> | undefined,
): Promise<void> {
  await createBare(path);
  if (files === undefined) return;
  const lena = stage.cast.find((person) => person.key === 'lena');
  if (!lena?.account) throw new Error('Expected `lena` to have an account');
  const who = { name: lena.name, email: noreply(lena.account) };
  const git = openImport(path);
  const changes = Object.entries(files).map(([name, text]) => ({ kind: 'write' as const, path: name, text }));
  const times = { authoredAt: at, authorOffset: 0, committedAt: at, committerOffset: 0 };
  const draft = { ref: HIDDEN_REF, author: who, committer: who, message: 'Begin', changes, ...times };
  await git.reset('refs/heads/main', await git.commit(draft));
  await git.finish();
}

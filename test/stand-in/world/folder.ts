import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Records } from './records.ts';

/** File of each kind of record: one JSON object a line, in creation order. */
const FILES = {
  accounts: 'accounts.ndjson',
  repositories: 'repositories.ndjson',
  issues: 'issues.ndjson',
  pullRequests: 'pull-requests.ndjson',
  releases: 'releases.ndjson',
  discussions: 'discussions.ndjson',
  sponsorships: 'sponsorships.ndjson',
} as const satisfies Record<keyof Records, string>;

/** Folder of the bare repositories below a data folder. */
export const GIT_FOLDER = 'git';

/** Writes records as NDJSON into `folder`. */
export async function writeRecords(folder: string, records: Records): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const kind of RECORD_KINDS) {
    const lines = records[kind].map((row) => JSON.stringify(row));
    await writeFile(join(folder, FILES[kind]), lines.length === 0 ? '' : `${lines.join('\n')}\n`);
  }
}

/** Reads a data folder. A missing file is an empty list; rows are taken as they are, since we wrote them. */
export async function readRecords(folder: string): Promise<Records> {
  return {
    accounts: await readRows(join(folder, FILES.accounts)),
    repositories: await readRows(join(folder, FILES.repositories)),
    issues: await readRows(join(folder, FILES.issues)),
    pullRequests: await readRows(join(folder, FILES.pullRequests)),
    releases: await readRows(join(folder, FILES.releases)),
    discussions: await readRows(join(folder, FILES.discussions)),
    sponsorships: await readRows(join(folder, FILES.sponsorships)),
  };
}

const RECORD_KINDS = [
  'accounts',
  'repositories',
  'issues',
  'pullRequests',
  'releases',
  'discussions',
  'sponsorships',
] as const satisfies readonly (keyof Records)[];

async function readRows<Row>(path: string): Promise<Row[]> {
  if (!existsSync(path)) return [];
  // Not by `readline`: it also ends lines at U+2028, which JSON leaves as it is.
  const lines = (await readFile(path, 'utf8')).split('\n');
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line));
}

/** Writes the planted truth of a generated world beside its records. */
export async function writeTruth(folder: string, truth: unknown): Promise<void> {
  await writeFile(join(folder, 'truth.json'), `${JSON.stringify(truth, null, 1)}\n`);
}

/** Writes an `understory.yml` that names the projects of a generated world as one ecosystem. */
export async function writeConfig(
  folder: string,
  ecosystem: string,
  repositories: readonly string[],
): Promise<void> {
  const projects = repositories.map((name) => {
    const project = name.slice(name.indexOf('/') + 1);
    return `      ${project}: { repositories: [${name}] }`;
  });
  const lines = ['ecosystems:', `  ${ecosystem}:`, '    projects:', ...projects, ''];
  await writeFile(join(folder, 'understory.yml'), lines.join('\n'));
}

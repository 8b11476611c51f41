import type { FixtureCommit } from './git-repository.ts';
import { seededRandom } from './seeded-random.ts';

interface Person {
  readonly identity: string;
  /** First and last month at work, counted from 2023-08. */
  readonly from: number;
  readonly to: number;
  /** Commits a month. */
  readonly pace: number;
  readonly folders: readonly string[];
}

const PEOPLE: readonly Person[] = [
  {
    identity: 'Ilse Marquardt <ilse@meridian.example>',
    from: 0,
    to: 36,
    pace: 6,
    folders: ['src', 'src/nodes', 'scripts'],
  },
  {
    identity: 'Johan Lindqvist <johan@meridian.example>',
    from: 0,
    to: 20,
    pace: 4,
    folders: ['src', 'src/storage'],
  },
  {
    identity: 'Tomasz Wrona <tomasz@wrona.example>',
    from: 6,
    to: 36,
    pace: 3,
    folders: ['src/nodes', 'sql'],
  },
  {
    identity: 'Meena Raghunathan <meena@kestrel.example>',
    from: 10,
    to: 36,
    pace: 2,
    folders: ['src/catalog', 'sql'],
  },
  { identity: 'André Nogueira <andre@lattice.example>', from: 14, to: 30, pace: 1, folders: ['src/catalog'] },
  { identity: 'عمر فاروق <omar@lattice.example>', from: 22, to: 36, pace: 1, folders: ['docs', 'src'] },
  {
    identity: '山田太郎 <taro@users.noreply.github.com>',
    from: 33,
    to: 36,
    pace: 1,
    folders: ['src/storage'],
  },
  {
    identity: 'dependabot[bot] <49699333+dependabot[bot]@users.noreply.github.com>',
    from: 0,
    to: 36,
    pace: 1,
    folders: ['ci'],
  },
];

const MONTHS = 36;
const DAY = 86_400;

/** Three years of a project of invented people, the same for the same seed: its last months are its busiest. */
export function inventedHistory(seed: number): readonly FixtureCommit[] {
  const random = seededRandom(seed);
  const pick = (most: number) => Math.floor(random() * most);
  const commits: { at: number; commit: FixtureCommit }[] = [];
  for (let month = 0; month < MONTHS; month += 1) {
    for (const person of PEOPLE) {
      if (month < person.from || month >= person.to) continue;
      const busy = month > MONTHS - 3 ? 2 : 1;
      const count = person.pace === 1 ? pick(2) : person.pace * busy + pick(3) - 1;
      for (let index = 0; index < count; index += 1) {
        const at = Date.UTC(2023, 7 + month, 1) / 1000 + pick(28) * DAY + pick(DAY);
        commits.push({ at, commit: commitOf(person, at, { pick, index: commits.length }) });
      }
    }
  }
  return commits.sort((a, b) => a.at - b.at).map(({ commit }, index) => ({ ...commit, mark: `c${index}` }));
}

function commitOf(
  person: Person,
  at: number,
  { pick, index }: { readonly pick: (most: number) => number; readonly index: number },
): FixtureCommit {
  const lines = (count: number) => Array.from({ length: count }, () => `int v${pick(1e6)};\n`).join('');
  const folder = person.folders[pick(person.folders.length)] ?? 'src';
  const kind = folder === 'docs' ? 'md' : folder === 'ci' ? 'yml' : folder === 'sql' ? 'sql' : 'c';
  const verb = ['Add', 'Fix', 'Change', 'Speed up'][pick(4)] ?? 'Add';
  return {
    author: person.identity,
    committer: person.identity,
    authored: `${at} +0100`,
    committed: `${at} +0100`,
    message: `${verb} part ${index} of ${folder}\n`,
    files: {
      [`${folder}/part${pick(9)}.${kind}`]: lines(40 + pick(80)),
      ...(pick(3) === 0 ? { [`test/part${pick(9)}_test.c`]: lines(20) } : {}),
      ...(index === 0 ? DOCUMENTS : {}),
    },
  };
}

const DOCUMENTS: Readonly<Record<string, string>> = {
  'README.md': '# Meridian\n\nAn invented project.\n',
  LICENSE: 'Apache License\nVersion 2.0, January 2004\nhttp://www.apache.org/licenses/\n',
  'CONTRIBUTING.md': 'Send changes.\n',
};

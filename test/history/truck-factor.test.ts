import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runMetric } from '../../src/metrics/run.ts';
import type { Store } from '../../src/store/store.ts';
import { computeDirectTruckFactor, type DirectTruckFactor } from '../support/direct-truck-factor.ts';
import { git } from '../support/git-repository.ts';
import { describeHistory, historyDatabase, openHistory } from '../support/history.ts';

interface Expected {
  readonly name: string;
  readonly sha: string;
  /** Those of the truck factor, whose number it is. */
  readonly names: readonly string[];
}

/** Truck factors by the direct implementation, at commits that never change. */
const EXPECTED: readonly Expected[] = [
  { name: 'pgbouncer/pgbouncer', sha: '127bd618503fdb9348e0f3e07b6eb039f40fea16', names: ['marko kreen'] },
  {
    name: 'citusdata/citus',
    sha: 'c3579eef0626563f62c42f12629af8a4dfcb000f',
    names: [
      'marco slot',
      'onder kalaci',
      'nils dijk',
      'onur tirtir',
      'jelte fennema',
      'ahmet gedemenli',
      'halil ozan akgul',
    ],
  },
  {
    name: 'timescale/timescaledb',
    sha: '28a1ebe2c830a87266df570480cf2ac1af13923c',
    names: ['sven klemm', 'erik nordstrom', 'matvey arye', 'joshua lockerman'],
  },
];

for (const { name, sha, names } of EXPECTED) {
  describeHistory(name, (path) => {
    let store: Store;
    let repository: string;

    beforeAll(async () => {
      repository = makeRepositoryAt(path, sha);
      store = await openHistory(repository);
    });
    afterAll(() => store?.close());

    test('the truck factor of the paper is that of a direct implementation, by number, names and files', async () => {
      const { rows: files } = await store.query("select path from fct_head_file where file_class = 'code'");
      const direct = computeDirectTruckFactor(repository, new Set(files.map((row) => String(row['path']))));
      expect(direct.people.map(([person]) => person)).toEqual(names);
      expect(direct.truckFactor).toBe(names.length);
      const ours = await readPaperTruckFactor(store);
      expect(Math.abs(ours.truckFactor - direct.truckFactor)).toBeLessThanOrEqual(1);
      const first = new Map(ours.people.slice(0, direct.truckFactor + 1));
      const missing = direct.people.filter(([person]) => !first.has(person));
      expect(missing.length, `missing: ${missing.join(', ')}`).toBeLessThanOrEqual(1);
      for (const [person, fileCount] of direct.people) {
        // Renames that a branch and the default branch see differently move a file or two.
        const distance = Math.abs(fileCount - (first.get(person) ?? fileCount));
        expect(distance, `${person} ${fileCount}`).toBeLessThanOrEqual(1 + 0.05 * fileCount);
      }
    });
  });
}

/** A repository whose only branch ends at `sha`, with the objects of the one at `path`. */
function makeRepositoryAt(path: string, sha: string): string {
  const repository = join(dirname(historyDatabase(path)), sha, 'repo');
  rmSync(repository, { recursive: true, force: true });
  mkdirSync(repository, { recursive: true });
  git(repository, 'init', '--quiet', '--bare', '--initial-branch=main');
  writeFileSync(join(repository, 'objects', 'info', 'alternates'), `${join(path, 'objects')}\n`);
  git(repository, 'update-ref', 'refs/heads/main', sha);
  return repository;
}

async function readPaperTruckFactor(store: Store): Promise<DirectTruckFactor> {
  const { rows: scopes } = await store.query("select scope_id from dim_scope where kind = 'repository'");
  const request = {
    scopeIds: scopes.map((row) => BigInt(String(row['scope_id']))),
    asOf: new Date('2100-01-01'),
    params: { population: 'paper' },
  };
  const factor = await runMetric(store, { metric: 'truck_factor', ...request });
  const people = await runMetric(store, { metric: 'truck_factor_people', ...request });
  return {
    truckFactor: Number(factor.rows[0]?.truck_factor),
    people: people.rows.map((row) => [String(row.name), Number(row.authored_file_count)]),
  };
}

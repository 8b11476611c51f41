import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { collectTarget } from '../../src/collect/run.ts';
import type { Context } from '../../src/core/context.ts';
import { parseMonth } from '../../src/core/period.ts';
import { type ReportFormat, type WrittenReport, writeReport } from '../../src/reports/write.ts';
import { openMemory } from '../../src/store/open.ts';
import type { Store } from '../../src/store/store.ts';
import { buildFacts } from '../../src/transform/build.ts';
import { NO_SETTINGS } from '../../src/transform/settings.ts';
import { collectSettings } from './collect.ts';
import { testContext } from './context.ts';
import { addCommits, type FixtureCommit, git, makeRepository } from './git-repository.ts';

export interface ReportCase {
  readonly commits: readonly FixtureCommit[];
  /** Tag names to the marks or branches that they stand on. */
  readonly tags?: Readonly<Record<string, string>>;
  /** Folder of the repository, which names the scope. */
  readonly name?: string;
  readonly month: string;
  /** By default the first instant after the month. */
  readonly asOf?: string;
  /** When it is collected; by default long after all months that tests ask for. */
  readonly now?: string;
  readonly formats?: readonly ReportFormat[];
}

export interface ReportFiles extends WrittenReport {
  readonly read: (file: string) => string;
}

/** Makes a repository in `folder`, collects it into a database in memory and builds the facts. */
export async function collectedStore(folder: string, kase: ReportCase): Promise<Store> {
  const path = makeRepository(join(folder, kase.name ?? 'sample'), []);
  if (kase.commits.length > 0) addCommits(path, kase.commits);
  for (const [tag, target] of Object.entries(kase.tags ?? {})) git(path, 'tag', tag, target);
  const store = await openMemory();
  await collectTarget(store, path, collectSettings(folder), contextOf(kase));
  await buildFacts(store, NO_SETTINGS, contextOf(kase));
  return store;
}

function contextOf(kase: ReportCase): Context {
  return testContext({ now: () => new Date(kase.now ?? '2026-12-31T12:00:00Z') });
}

/** The same, and writes the report. */
export async function reportOf(folder: string, kase: ReportCase): Promise<ReportFiles> {
  const store = await collectedStore(folder, kase);
  try {
    const { rows } = await store.query('select scope_id from dim_scope');
    const period = parseMonth(kase.month);
    if (!period) throw new Error(`${kase.month} is no month`);
    const written = await writeReport(
      store,
      {
        report: 'community',
        scopeId: BigInt(String(rows[0]?.['scope_id'])),
        asOf: kase.asOf ? new Date(kase.asOf) : period.to,
        period,
        outDir: join(folder, 'reports'),
        formats: kase.formats ?? ['html', 'md', 'json'],
      },
      contextOf(kase),
    );
    return { ...written, read: (file) => readFileSync(join(written.directory, file), 'utf8') };
  } finally {
    store.close();
  }
}

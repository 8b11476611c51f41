import { resolve } from 'node:path';
import type { Config } from '../core/config/config.ts';
import type { Context } from '../core/context.ts';
import { lastMonthBefore, type NamedPeriod } from '../core/period.ts';
import { addMonths, startOfMonth } from '../core/time.ts';
import type { ReportFormat, WrittenReport } from '../reports/write.ts';
import type { Store } from '../store/store.ts';
import type { CollectInput } from './collect.ts';
import { requireFacts, withReader, withWriter } from './database.ts';
import { sourcesOfReport } from './report-sources.ts';
import { loadSettings } from './settings.ts';

export interface ReportInput extends CollectInput {
  /** By default the last whole month before `asOf` that the data covers. */
  readonly period?: NamedPeriod | undefined;
  /** No event at or after it is seen; by default 00:00 UTC of the day of the newest finished collection. */
  readonly asOf?: Date | undefined;
  /** Folder of all reports; `understory-reports` where it is not given. */
  readonly out?: string | undefined;
  readonly formats?: readonly ReportFormat[] | undefined;
  /** A sentence to stand above everything, such as that it is a draft. */
  readonly notice?: string | undefined;
  /** Whether to look for what is new before; by default yes. */
  readonly isCollecting?: boolean | undefined;
}

export interface ReportResult {
  readonly reports: readonly WrittenReport[];
  /** What could not be finished or is not up to date, for people. */
  readonly warnings: readonly string[];
}

/**
 * Writes a community report for each target, after collecting what is new of it.
 *
 * Errors: those of `collect`, `queryMetric` and writing files.
 */
export async function report(given: ReportInput, context: Context): Promise<ReportResult> {
  const settings = await loadSettings(given);
  const { config, build } = settings;
  const input = { ...given, targets: targetsOf(config, given.targets) };
  if (input.isCollecting === false) {
    return await withReader(input, async (store) => {
      await requireFacts(store);
      const { isCurrent } = await import('../transform/build.ts');
      const stale =
        'The tables are older than the settings or the raw rows; `understory collect` builds them again';
      const warnings = (await isCurrent(store, build)) ? [] : [stale];
      return { reports: await writeReports(store, input, context), warnings };
    });
  }
  return await withWriter(input, async (store) => {
    const { buildFacts, collectTargets } = await import('./collect.ts');
    const { targets, unlisted } = await collectTargets(
      store,
      { ...input, targets: await sourcesOfReport(store, { config, input }, context) },
      settings,
      context,
    );
    await buildFacts(store, build, context);
    const warnings = [
      ...unlisted.map(({ target, reason }) => `${target}: ${reason}`),
      ...targets.flatMap(({ name, streams }) =>
        streams.flatMap(({ stream, reason }) => (reason === null ? [] : [`${name}: ${stream}: ${reason}`])),
      ),
    ];
    return { reports: await writeReports(store, input, context), warnings };
  });
}

async function writeReports(
  store: Store,
  input: ReportInput,
  context: Context,
): Promise<readonly WrittenReport[]> {
  const { writeReport } = await import('../reports/write.ts');
  const { readDefaultAsOf } = await import('../metrics/run.ts');
  const { findScopes } = await import('../metrics/scope.ts');
  const asOf = input.asOf ?? (await readDefaultAsOf(store));
  const reports: WrittenReport[] = [];
  for (const { scopeId } of await findScopes(store, input.targets, input.currentDirectory)) {
    const period = input.period ?? (await newestMonth(store, scopeId, asOf));
    const request = {
      report: 'community',
      scopeId,
      asOf: input.asOf ?? new Date(Math.min(asOf.getTime(), period.to.getTime())),
      period,
      outDir: resolve(input.currentDirectory, input.out ?? 'understory-reports'),
      formats: input.formats ?? (['html', 'md', 'json'] as const),
      notice: input.notice,
    };
    reports.push(await writeReport(store, request, context));
  }
  return reports;
}

/**
 * The last whole month before `asOf` of which the data knows everything: a clone that was last fetched in May has
 * nothing to say of June. For a project younger than that month it is the month in which the data ends.
 */
async function newestMonth(store: Store, scopeId: bigint, asOf: Date): Promise<NamedPeriod> {
  const { readQuery } = await import('../store/sql.ts');
  const { rows } = await store.query(readQuery('commands/data_span'), { scope_id: scopeId });
  const [first, until] = [rows[0]?.['first_at'], rows[0]?.['complete_until']];
  const end = typeof until === 'string' && new Date(until) < asOf ? new Date(until) : asOf;
  const whole = lastMonthBefore(end);
  const isTooEarly = typeof first === 'string' && new Date(first) >= whole.to;
  return isTooEarly ? lastMonthBefore(addMonths(startOfMonth(end), 1)) : whole;
}

/** Without targets: the ecosystems of the settings, else every repository. */
function targetsOf(config: Config, targets: readonly string[]): readonly string[] {
  return targets.length > 0 ? targets : [...new Set(config.projects.map(({ ecosystem }) => ecosystem))];
}

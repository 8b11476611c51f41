import type { Command } from 'commander';
import { UnderstoryError } from '../core/errors.ts';
import type { QueryResult } from '../index.ts';
import { chosenFormat, formatOption, printJson, printTable, ROW_FORMATS, type RowFormat } from './format.ts';
import { addExamples } from './help.ts';
import { dateOption, pairOptions, several } from './options.ts';
import type { OutputTable } from './output/cells.ts';
import { withOutput } from './output/file.ts';
import type { GlobalOptions, Session } from './session.ts';

interface QueryOptions extends GlobalOptions {
  readonly format: RowFormat | 'parquet';
  readonly param?: readonly string[];
  readonly out?: string;
}

/** `understory query`: one metric for some targets. */
export function addQuery(program: Command, session: Session): void {
  const command = program
    .command('query')
    .description('Computes one metric from what is collected and prints its rows. Changes nothing.')
    .argument('<metric>', 'name of a metric, see `understory metrics`')
    .argument('[target...]', 'owner/repo, URL, path or name of what is collected (default: every repository)')
    .option('-p, --param <name=value>', 'parameter of the metric; repeat it for a list', several)
    .option('-o, --out <file>', 'write to this file instead of standard output')
    .addOption(formatOption([...ROW_FORMATS, 'parquet']))
    .action(async (metric: string, targets: readonly string[], _options: unknown, self: Command) => {
      const options = self.optsWithGlobals<QueryOptions>();
      const { queryMetric } = await import('../index.ts');
      const input = {
        metric,
        targets,
        db: options.db,
        asOf: dateOption(options.asOf, '--as-of'),
        params: pairOptions(options.param ?? [], '--param'),
        currentDirectory: session.currentDirectory,
      };
      await print(await queryMetric(input, session.context), options, session);
    });
  addExamples(
    command,
    ['understory query truck_factor pgvector/pgvector', 'a table'],
    ['understory query hotspots . --param top=5 --json', 'a document with columns and gaps'],
    [
      'understory query release_credits . -p from=v1.0.0 -p to=v1.1.0 --format md',
      'whom to thank for a release',
    ],
    ['understory query churn_by_module --format csv --out churn.csv', 'every repository, as CSV'],
  );
}

async function print(result: QueryResult, options: QueryOptions, session: Session): Promise<void> {
  const names: Names = new Map(result.scopes.map(({ scope_id, name }) => [scope_id, name]));
  for (const gap of result.gaps) session.note(gapLine(gap, names));
  await printRows(result, names, options, session);
  // Behind the rows that it is about, so that an error in writing them stands alone.
  for (const window of shortWindows(result)) session.note(windowLine(window, names));
}

async function printRows(
  result: QueryResult,
  names: Names,
  options: QueryOptions,
  session: Session,
): Promise<void> {
  const format = chosenFormat(options);
  if (format === 'parquet') {
    const { writeParquet } = await import('../index.ts');
    await writeParquet(mustHaveOut(options.out), result);
    return;
  }
  await withOutput(options.out, session, async (target) => {
    if (format === 'json') await printJson(result, target);
    else if (format === 'csv' || format === 'ndjson') await printTable(result, format, target);
    else await printTable(namedScopes(result, names, format), format, target);
  });
}

function mustHaveOut(out: string | undefined): string {
  if (out !== undefined) return out;
  throw new UnderstoryError({
    code: 'E_USAGE',
    message: '`--format parquet` needs a file to write to',
    hint: 'Add `--out FILE`',
  });
}

/** Of the scopes that were asked for, by id. */
type Names = ReadonlyMap<unknown, string>;

function gapLine(gap: QueryResult['gaps'][number], names: Names): string {
  const hint = gap.hint === null ? '' : `; mend it with \`${gap.hint}\``;
  return `${nameOf(gap.scope_id, names)}: ${gap.detail ?? gap.reason}${hint}`;
}

type Window = QueryResult['windows'][number];

/** Of those that end with the data: else "twelve months" of a clone that nobody has fetched would be eight, unsaid. */
function shortWindows({ windows, gaps }: QueryResult): readonly Window[] {
  const isToldOf = new Set(gaps.map(({ scope_id }) => scope_id));
  return windows.filter(({ bounded_by, scope_id }) => bounded_by === 'collection' && !isToldOf.has(scope_id));
}

function windowLine({ scope_id, from, to }: Window, names: Names): string {
  const span = from === null ? `up to ${to}` : `from ${from} to ${to}`;
  return `${nameOf(scope_id, names)}: counted ${span}, where its data ends`;
}

function nameOf(scopeId: unknown, names: Names): string {
  return names.get(scopeId) ?? String(scopeId);
}

/** Columns that say who or what is meant by an id. */
const NAMES: Readonly<Record<string, readonly string[]>> = {
  repo_id: ['repository'],
  person_id: ['name', 'person_name'],
  organization_id: ['organization'],
  main_author_id: ['main_author'],
};
/** Shorter ends of paths tell little. */
const LEAST_PATH = 24;

/** People read names; the formats for programs keep the ids. */
function namedScopes({ columns, rows }: QueryResult, names: Names, format: RowFormat): OutputTable {
  const known = new Set(columns.map(({ name }) => name));
  const isSaid = (id: string) => format === 'table' && (NAMES[id] ?? []).some((name) => known.has(name));
  const named = columns
    .filter(({ name }) => !isSaid(name))
    .map((column) => {
      if (column.name === 'scope_id') return { name: 'scope', type: 'VARCHAR' };
      return column.unit === 'path' ? { ...column, least: LEAST_PATH } : column;
    });
  return { columns: named, rows: rows.map((row) => ({ ...row, scope: nameOf(row['scope_id'], names) })) };
}

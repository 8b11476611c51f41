import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { closest, distance } from 'fastest-levenshtein';
import { UnderstoryError } from '../core/errors.ts';
import { QUERIES_DIRECTORY } from '../core/paths.ts';
import { type MetricHeader, parseMetricHeader } from './header.ts';

/** A metric as its file has it. */
export interface Metric {
  readonly header: MetricHeader;
  /** The whole file, header included: comments are no matter to DuckDB. */
  readonly sql: string;
  /** Path below the package, such as `queries/metrics/robustness/hotspot.sql`. */
  readonly path: string;
}

/** Where a metric's file lies, known without reading it. */
export interface MetricFile {
  readonly name: string;
  readonly family: string;
}

export const METRICS_DIRECTORY: string = join(QUERIES_DIRECTORY, 'metrics');

/** Lists the files of `directory`, sorted by family and name; a file there is all that makes a metric. */
export async function findMetricFiles(directory: string = METRICS_DIRECTORY): Promise<readonly MetricFile[]> {
  const entries = await readdir(directory, { withFileTypes: true });
  const families = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  const files = await Promise.all(
    families.sort().map(async (family) => {
      const names = (await readdir(join(directory, family))).filter((name) => name.endsWith('.sql')).sort();
      return names.map((name) => ({ family, name: name.slice(0, -'.sql'.length) }));
    }),
  );
  return files.flat();
}

/**
 * Reads every metric, sorted by family and name.
 *
 * Errors: `E_QUERY_CONTRACT` for the first file whose header breaks the contract.
 */
export async function readMetrics(directory: string = METRICS_DIRECTORY): Promise<readonly Metric[]> {
  const files = await findMetricFiles(directory);
  return Promise.all(files.map((file) => readFileOf(directory, file)));
}

/**
 * Reads one metric by its name.
 *
 * Errors: `E_PARAM` when there is none, with the nearest name; `E_QUERY_CONTRACT` when its header breaks the contract.
 */
export async function readMetric(name: string, directory: string = METRICS_DIRECTORY): Promise<Metric> {
  const files = await findMetricFiles(directory);
  const file = files.find((candidate) => candidate.name === name);
  if (file) return readFileOf(directory, file);
  const names = files.map((candidate) => candidate.name);
  throw new UnderstoryError({
    code: 'E_PARAM',
    message: `There is no metric \`${name}\``,
    hint: `${nearest(name, names)}\`understory metrics\` lists all ${names.length}`,
  });
}

async function readFileOf(directory: string, file: MetricFile): Promise<Metric> {
  const sql = await readFile(join(directory, file.family, `${file.name}.sql`), 'utf8');
  const path = `queries/metrics/${file.family}/${file.name}.sql`;
  return { header: parseMetricHeader(sql, path), sql, path };
}

/** The words that offer the nearest of `names`: one that holds the text, else one that differs in at most half of its letters. */
export function nearest(name: string, names: readonly string[]): string {
  const holding = names.filter((known) => known.includes(name));
  const similar = names.filter((known) => distance(name, known) <= known.length / 2);
  const candidates = holding.length > 0 ? holding : similar;
  return candidates.length === 0 ? '' : `Did you mean \`${closest(name, candidates)}\`? `;
}

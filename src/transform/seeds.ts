import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { UnderstoryError } from '../core/errors.ts';
import { QUERIES_DIRECTORY } from '../core/paths.ts';
import { readTexts } from '../core/read-texts.ts';
import { textOf } from '../store/cell.ts';
import { replaceRows } from '../store/put-rows.ts';
import { readQuery } from '../store/sql.ts';
import type { Store } from '../store/store.ts';
import type { Value } from '../store/value.ts';
import { parseCsv } from './csv.ts';

/** One file of facts that people keep: its table and its text. */
export interface SeedFile {
  /** Table that it fills, such as `seed_bot`. */
  readonly table: string;
  /** Path as shown in messages. */
  readonly path: string;
  readonly text: string;
}

interface SeedColumn {
  readonly name: string;
  readonly type: string;
  readonly isNullable: boolean;
}

const SEEDS_DIRECTORY = join(QUERIES_DIRECTORY, 'seeds');

/** Reads the CSV files of `queries/seeds/`, sorted by name. */
export function readSeedFiles(): readonly SeedFile[] {
  return readTexts(SEEDS_DIRECTORY, '.csv').map(({ name, text }) => {
    return { table: `seed_${name.replace(/\.csv$/, '')}`, path: `queries/seeds/${name}`, text };
  });
}

/**
 * Fills the tables of the seed files that have changed since they were loaded; empty fields become null.
 *
 * Errors: `E_SEED`, naming file and line, for columns that are not the table's, a line of another length, an empty
 * field that the table needs or one that does not fit its type.
 */
export async function loadSeeds(store: Store, seeds: readonly SeedFile[]): Promise<void> {
  const { rows } = await store.query('select table_name, fingerprint from run_seed');
  const loaded = new Map(rows.map((row) => [textOf(row, 'table_name'), textOf(row, 'fingerprint')]));
  const changed = seeds.filter((seed) => loaded.get(seed.table) !== hashOf(seed));
  if (changed.length === 0) return;
  const columns = await seedColumns(store);
  for (const seed of changed) await loadSeed(store, seed, columns.get(seed.table) ?? []);
  await replaceRows(
    store,
    'run_seed',
    seeds.map((seed) => [seed.table, hashOf(seed)]),
  );
}

function hashOf({ text }: SeedFile): string {
  return createHash('sha256').update(text).digest('hex');
}

async function loadSeed(store: Store, seed: SeedFile, columns: readonly SeedColumn[]): Promise<void> {
  const [header, ...records] = parse(seed);
  if (columns.length === 0) throw seedError(seed, 1, `there is no table \`${seed.table}\``);
  if (header?.fields.join() !== columns.map(({ name }) => name).join()) {
    throw seedError(seed, 1, `expected the columns ${columns.map(({ name }) => name).join(', ')}`);
  }
  const rows = records.map(({ line, fields }) => {
    if (fields.length !== columns.length) {
      throw seedError(seed, line, `expected ${columns.length} fields, got ${fields.length}`);
    }
    return fields.map((field, index): Value => {
      const column = columns[index];
      if (field === '' && column && !column.isNullable) {
        throw seedError(seed, line, `\`${column.name}\` is empty`);
      }
      if (field !== '' && column?.type === 'DATE' && !/^\d{4}-\d{2}-\d{2}$/.test(field)) {
        throw seedError(seed, line, `\`${column.name}\` is \`${field}\`, not a date like 2024-01-31`);
      }
      return field === '' ? null : field;
    });
  });
  await replaceRows(store, seed.table, rows);
}

function parse(seed: SeedFile): ReturnType<typeof parseCsv> {
  try {
    return parseCsv(seed.text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new UnderstoryError({ code: 'E_SEED', message: `\`${seed.path}\` ${error.message}`, cause: error });
  }
}

async function seedColumns(store: Store): Promise<ReadonlyMap<string, readonly SeedColumn[]>> {
  const { rows } = await store.query(readQuery('transform/seed_column'));
  const tables = new Map<string, SeedColumn[]>();
  for (const row of rows) {
    const table = textOf(row, 'table_name');
    const column = {
      name: textOf(row, 'column_name'),
      type: textOf(row, 'data_type'),
      isNullable: row['is_nullable'] === true,
    };
    tables.set(table, [...(tables.get(table) ?? []), column]);
  }
  return tables;
}

function seedError(seed: SeedFile, line: number, problem: string): UnderstoryError {
  return new UnderstoryError({
    code: 'E_SEED',
    message: `\`${seed.path}\` line ${line}: ${problem}`,
    hint: 'Correct that line and run the same command again',
    details: { path: seed.path, line },
  });
}

import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PACKAGE_ROOT } from '../core/paths.ts';
import { readTableFiles, type TableFile } from './graph.ts';
import { readSeedFiles, type SeedFile } from './seeds.ts';
import type { BuildSettings } from './settings.ts';

/** All that facts are made of beside raw rows. */
export interface BuildInputs {
  readonly tables: readonly TableFile[];
  readonly seeds: readonly SeedFile[];
  readonly settings: BuildSettings;
  /** Hash of the package's manifest, which pins what we call, and of the modules that read text. */
  readonly codeHash: string;
}

/** `src/resolve` or `dist/resolve`, whichever this runs from. */
const RESOLVE_DIRECTORY = fileURLToPath(new URL('../resolve', import.meta.url));

/** Reads what a build depends on. Errors: `E_QUERY_CONTRACT`. */
export async function readBuildInputs(settings: BuildSettings): Promise<BuildInputs> {
  const [tables, seeds, codeHash] = await Promise.all([readTableFiles(), readSeedFiles(), hashCode()]);
  return { tables, seeds, settings, codeHash };
}

/** Hashes what a build depends on beside raw rows. */
export function fingerprintOf({ tables, seeds, settings, codeHash }: BuildInputs): string {
  const hash = createHash('sha256').update(codeHash);
  for (const { sql } of tables) hash.update('\0').update(sql);
  for (const { path, text } of seeds) hash.update('\0').update(path).update('\0').update(text);
  return hash.update('\0').update(JSON.stringify(settings)).digest('hex');
}

async function hashCode(): Promise<string> {
  const names = await readdir(RESOLVE_DIRECTORY, { recursive: true });
  const modules = names.filter((name) => /\.(ts|js)$/.test(name) && !name.endsWith('.d.ts')).sort();
  const paths = [join(PACKAGE_ROOT, 'package.json'), ...modules.map((name) => join(RESOLVE_DIRECTORY, name))];
  const hash = createHash('sha256');
  for (const text of await Promise.all(paths.map((path) => readFile(path)))) hash.update(text).update('\0');
  return hash.digest('hex');
}

import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
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
export function readBuildInputs(settings: BuildSettings): BuildInputs {
  return { tables: readTableFiles(), seeds: readSeedFiles(), settings, codeHash: hashCode() };
}

/** Hashes what a build depends on beside raw rows. */
export function fingerprintOf({ tables, seeds, settings, codeHash }: BuildInputs): string {
  const hash = createHash('sha256').update(codeHash);
  for (const { sql } of tables) hash.update('\0').update(sql);
  for (const { path, text } of seeds) hash.update('\0').update(path).update('\0').update(text);
  return hash.update('\0').update(JSON.stringify(settings)).digest('hex');
}

function hashCode(): string {
  const names = readdirSync(RESOLVE_DIRECTORY, { recursive: true, encoding: 'utf8' });
  const modules = names.filter((name) => /\.(ts|js)$/.test(name) && !name.endsWith('.d.ts')).sort();
  const paths = [join(PACKAGE_ROOT, 'package.json'), ...modules.map((name) => join(RESOLVE_DIRECTORY, name))];
  const hash = createHash('sha256');
  for (const path of paths) hash.update(readFileSync(path)).update('\0');
  return hash.digest('hex');
}

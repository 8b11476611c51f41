import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PACKAGE_ROOT } from '../core/paths.ts';
import type { TableFile } from './graph.ts';
import type { SeedFile } from './seeds.ts';
import type { BuildSettings } from './settings.ts';

/** All that facts are made of beside raw rows. */
export interface BuildInputs {
  readonly tables: readonly TableFile[];
  readonly seeds: readonly SeedFile[];
  readonly settings: BuildSettings;
}

/**
 * Hashes what a build depends on beside raw rows.
 *
 * The package's manifest stands for our code and for the pinned versions of what it calls.
 */
export async function fingerprintOf(inputs: BuildInputs): Promise<string> {
  const hash = createHash('sha256');
  hash.update(await readFile(join(PACKAGE_ROOT, 'package.json')));
  for (const { sql } of inputs.tables) hash.update('\0').update(sql);
  for (const { path, text } of inputs.seeds) hash.update('\0').update(path).update('\0').update(text);
  hash.update('\0').update(JSON.stringify(inputs.settings));
  return hash.digest('hex');
}

/**
 * What `npm run test:history -- DIR` runs: numbers from real, fixed public histories, checked by another route.
 *
 * DIR holds bare clones as `owner+name/repo`; UNDERSTORY_HISTORIES does the same. Without either nothing is tested.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { PACKAGE_ROOT } from '../../src/core/paths.ts';

const [given, ...rest] = process.argv.slice(2);
const folder = given ?? process.env['UNDERSTORY_HISTORIES'];
if (folder === undefined) {
  console.log(
    'No folder of histories was named: `npm run test:history -- DIR` (all of these tests count as skipped)',
  );
} else if (!existsSync(folder)) {
  console.error(`There is no folder \`${folder}\``);
  process.exitCode = 2;
} else {
  const { status } = spawnSync(
    process.execPath,
    [resolve(PACKAGE_ROOT, 'node_modules/vitest/vitest.mjs'), 'run', '--project', 'history', ...rest],
    {
      cwd: PACKAGE_ROOT,
      stdio: 'inherit',
      env: { ...process.env, UNDERSTORY_HISTORIES: resolve(folder) },
    },
  );
  process.exitCode = status ?? 1;
}

/** Packs the package, installs the archive in an empty folder and uses it as a stranger would: command, API and types. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PACKAGE_ROOT } from '../../src/core/paths.ts';

const CONSUMER = `import { querySql, UnderstoryError, type SqlResult } from 'understory';

export async function firstColumn(db: string): Promise<string | undefined> {
  try {
    const result: SqlResult = await querySql({ sql: 'select 1 as one', db });
    return result.columns[0]?.name;
  } catch (error) {
    if (error instanceof UnderstoryError && error.code === 'E_NOT_COLLECTED') return undefined;
    throw error;
  }
}
`;

const COMPILER_OPTIONS = {
  target: 'es2023',
  module: 'nodenext',
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  noEmit: true,
  types: ['node'],
};

const folder = mkdtempSync(join(tmpdir(), 'understory-packed-'));
const run = (command: string, ...args: string[]): string =>
  execFileSync(command, args, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });

try {
  const packed: readonly { filename: string }[] = JSON.parse(
    run('npm', 'pack', PACKAGE_ROOT, '--json', '--ignore-scripts', '--loglevel=error'),
  );
  const archive = packed[0]?.filename ?? '';
  writeFileSync(join(folder, 'package.json'), '{ "name": "stranger", "private": true, "type": "module" }\n');
  const types = JSON.parse(readFileSync(join(PACKAGE_ROOT, 'package.json'), 'utf8')).devDependencies[
    '@types/node'
  ];
  run(
    'npm',
    'install',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
    `./${archive}`,
    `@types/node@${types}`,
  );

  const command = join(folder, 'node_modules', '.bin', 'understory');
  const version = run(command, '--version').trim();
  const names = JSON.parse(run(command, 'metrics', '--json')).length;
  run(
    process.execPath,
    '-e',
    "import('understory').then(({ querySql }) => { if (!querySql) process.exit(1); })",
  );
  writeFileSync(join(folder, 'consumer.ts'), CONSUMER);
  writeFileSync(
    join(folder, 'tsconfig.json'),
    JSON.stringify({ compilerOptions: COMPILER_OPTIONS, files: ['consumer.ts'] }),
  );
  run(join(PACKAGE_ROOT, 'node_modules', '.bin', 'tsc'), '-p', 'tsconfig.json');
  console.log(`${archive}: installs, understory ${version} runs with ${names} metrics, types compile`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/**
 * What `npm test` runs, on nothing but Node, npm and git: installs when needed, builds, runs the tests, counts them.
 * Arguments go to vitest, such as the path of one test file.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { build, installWhenNeeded, ROOT, run, seconds } from './install.mjs';

const BROWSERS = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const PROJECTS = ['unit', 'golden', 'page'];

function findBrowser() {
  const given = process.env['CHROMIUM_PATH'];
  if (given) return given;
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  return folders
    .flatMap((folder) => BROWSERS.map((name) => join(folder, name)))
    .find((path) => existsSync(path));
}

const start = performance.now();
await installWhenNeeded();
await build();

const browser = findBrowser();
if (!browser) {
  console.log(
    'No Chromium found (set CHROMIUM_PATH to name one): tests that need a browser count as skipped',
  );
}
const folder = mkdtempSync(join(tmpdir(), 'understory-test-'));
const summary = join(folder, 'summary.json');
const { code } = await run(
  process.execPath,
  [
    join(ROOT, 'node_modules', 'vitest', 'vitest.mjs'),
    'run',
    ...PROJECTS.flatMap((name) => ['--project', name]),
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${summary}`,
    ...process.argv.slice(2),
  ],
  'inherit',
  { ...process.env, CHROMIUM_PATH: browser ?? '' },
);
const counts = existsSync(summary) ? JSON.parse(readFileSync(summary, 'utf8')) : undefined;
rmSync(folder, { recursive: true, force: true });

// A file that does not even load has no tests to count, but it is a failure all the same.
const files = counts?.testResults.filter(
  (file) => file.status === 'failed' && file.assertionResults.length === 0,
);
const failed = counts ? counts.numFailedTests + files.length : 1;
const skipped = (counts?.numPendingTests ?? 0) + (counts?.numTodoTests ?? 0);
console.log(`Took ${seconds(start)}`);
console.log(
  `${counts?.numPassedTests ?? 0} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`,
);
process.exitCode = failed > 0 ? 1 : code;

import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { PACKAGE_ROOT } from '../../../src/core/paths.ts';
import type { Run } from '../../support/cli.ts';

const NOTICE = 'Demonstration: every project, company and person in this report is invented';
const MINE = 'a file of mine that is no database';

let folder: string;
let usual: string;
let shown: Run;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'understory-demo-'));
  usual = join(folder, 'cache', 'understory.duckdb');
  mkdirSync(dirname(usual));
  writeFileSync(usual, MINE);
  shown = await showDemo();
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

function read(file: string): string {
  return readFileSync(join(dirname(shown.stdout), file), 'utf8');
}

async function showDemo(): Promise<Run> {
  const options = ['--folder', folder, '--scale', '0.1'];
  const child = spawn(process.execPath, [join(PACKAGE_ROOT, 'test/demo/demo.mjs'), ...options]);
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  return await new Promise((resolve) => {
    child.on('close', (code) => resolve({ code, stdout, stderr }));
  });
}

test('ends well, with the path of the page as its last line', () => {
  expect(shown.code, shown.stderr).toBe(0);
  expect(shown.stdout).toBe(`${join(folder, 'understory-reports/orrery-ecosystem/2026-06/index.html')}\n`);
  expect(shown.stderr).toContain(NOTICE);
});

test('says in every form of the report that all of it is invented', () => {
  expect(read('index.html')).toContain(`<title>${NOTICE}`);
  expect(read('index.html')).toContain(`role="note">${NOTICE}`);
  expect(read('index.md')).toMatch(new RegExp(`^> \\*\\*${NOTICE}`));
  expect(JSON.parse(read('report.json'))).toMatchObject({ notice: NOTICE });
});

test('collects everything but who gave stars, which GitHub shows to maintainers only', () => {
  expect(shown.stderr.match(/^incomplete.*$/m)).toBeNull();
  expect(read('index.md').match(/^.*not collected.*$/m)).toBeNull();
});

test("leaves a user's own database as it is, and says where its own lies", () => {
  expect(readFileSync(usual, 'utf8')).toBe(MINE);
  expect(shown.stderr).toContain(join('cache', 'understory-demo.duckdb'));
});

test('puts the token into nothing that it prints or writes', () => {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile());
  expect(files.length).toBeGreaterThan(50);
  const token = 'stand-in-token';
  expect(shown.stdout + shown.stderr).not.toContain(token);
  expect(files.filter((path) => readFileSync(path).includes(token))).toEqual([]);
});

import { expect, test } from 'vitest';
import { formatDuration, makeProgress, progressLine } from '../../../src/core/progress.ts';

function drawn(isTerminal: boolean) {
  let now = 0;
  const written: string[] = [];
  const progress = makeProgress({
    write: (text) => written.push(text),
    isTerminal,
    columns: () => 60,
    elapsed: () => now,
  });
  const at = (time: number, phase: string, done: number, subject = 'pgvector') => {
    now = time;
    progress.onProgress({ phase, subject, done, total: 1000, unit: 'commits' });
  };
  return { progress, at, written, text: () => written.join('') };
}

test('says nothing of work that takes less than a second', () => {
  const { progress, at, written } = drawn(true);
  at(0, 'reading commits', 0);
  at(900, 'reading commits', 900);
  progress.finish();
  expect(written).toEqual([]);
});

test('draws one line in place on a terminal and leaves a summary', () => {
  const { progress, at, text } = drawn(true);
  at(0, 'reading lines', 0);
  at(2000, 'reading lines', 500);
  at(2050, 'reading lines', 510);
  at(4000, 'reading lines', 1000);
  progress.finish();
  const drawings = text().split('\r\u001b[K');
  expect(drawings).toEqual([
    '',
    'reading lines (pgvector): 500 of 1,000 commits, 250/s, 2 s…',
    'reading lines (pgvector): 1,000 of 1,000 commits, 250/s',
    'reading lines (pgvector): 1,000 commits in 4 s\n',
  ]);
});

test('prints a line every half minute where nothing can be redrawn', () => {
  const { progress, at, text } = drawn(false);
  at(0, 'reading lines', 0);
  at(2000, 'reading lines', 100);
  at(4000, 'reading lines', 200);
  at(20_000, 'reading lines', 250);
  at(34_000, 'reading lines', 340);
  progress.finish();
  expect(text().split('\n').slice(0, -1)).toEqual([
    'reading lines (pgvector): 200 of 1,000 commits, 50/s, 16 s left',
    'reading lines (pgvector): 340 of 1,000 commits, 10/s, 1 min 6 s left',
    'reading lines (pgvector): 340 commits in 34 s',
  ]);
});

test('takes steps of one phase with changing subjects for one phase, and a new count for a new one', () => {
  const { progress, at, text } = drawn(false);
  at(0, 'building facts', 0, 'dim_repo');
  at(800, 'building facts', 1, 'dim_person');
  at(1600, 'building facts', 2, 'fct_commit');
  at(2000, 'building facts', 0, 'dim_repo');
  progress.finish();
  expect(text()).toBe('building facts: 2 commits in 2 s\n');
});

test('shows control characters of a subject instead of obeying them', () => {
  const line = progressLine({ phase: 'reading', subject: 'a\u001b[2Jb', done: 1, unit: 'files' }, 0);
  expect(line).toBe('reading (a[U+001B][2Jb): 1 files');
});

test('says nothing of a count where nothing is counted', () => {
  const event = { phase: 'drawing', subject: 'pgvector', done: 0, total: 0, unit: 'steps' };
  expect(progressLine(event, 1500)).toBe('drawing (pgvector) …');
});

test('writes durations in the largest two units', () => {
  expect([850, 12_400, 200_000, 3_900_000].map(formatDuration)).toEqual([
    '850 ms',
    '12 s',
    '3 min 20 s',
    '1 h 5 min',
  ]);
});

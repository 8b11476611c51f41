import type { Context, ProgressEvent } from '../../src/core/context.ts';

/** A context for tests: a fixed clock, no waiting, no chance, and a record of the progress that was reported. */
export function testContext(
  overrides: Partial<Context> = {},
): Context & { readonly progress: ProgressEvent[] } {
  const progress: ProgressEvent[] = [];
  return {
    now: () => new Date('2026-01-01T00:00:00Z'),
    random: () => 0.5,
    sleep: async () => undefined,
    fetch: () => Promise.reject(new Error('no network in tests')),
    onProgress: (event) => progress.push(event),
    signal: new AbortController().signal,
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'] },
    progress,
    ...overrides,
  };
}

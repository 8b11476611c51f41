import type { Session } from '../../src/commands/session.ts';
import type { Context } from '../../src/core/context.ts';

/** A context that stands still: fixed clock, no network, no waiting, no environment. */
export function fixedContext(parts: Partial<Context> = {}): Context {
  return {
    now: () => new Date('2026-01-31T12:00:00Z'),
    random: () => 0.5,
    sleep: async () => undefined,
    fetch: () => Promise.reject(new Error('no network in tests')),
    onProgress: () => undefined,
    signal: new AbortController().signal,
    env: {},
    ...parts,
  };
}

/** A session that keeps what a command prints. */
export function recordingSession(): { session: Session; output: () => string; notes: readonly string[] } {
  const written: string[] = [];
  const notes: string[] = [];
  const session: Session = {
    context: fixedContext(),
    currentDirectory: '/nowhere',
    nodeVersion: '20.19.0',
    write: async (text) => void written.push(text),
    note: (text) => void notes.push(text),
    width: undefined,
    setExitCode: () => undefined,
    resumeWith: () => undefined,
    configure: () => undefined,
  };
  return { session, output: () => written.join(''), notes };
}

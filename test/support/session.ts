import type { Session } from '../../src/commands/session.ts';
import { testContext } from './context.ts';

/** A session that keeps what a command prints. */
export function recordingSession(): { session: Session; output: () => string; notes: readonly string[] } {
  const written: string[] = [];
  const notes: string[] = [];
  const session: Session = {
    context: testContext(),
    currentDirectory: '/nowhere',
    nodeVersion: '20.19.0',
    commandLine: 'understory',
    write: async (text) => void written.push(text),
    note: (text) => void notes.push(text),
    width: undefined,
    setExitCode: () => undefined,
    resumeWith: () => undefined,
    configure: () => undefined,
  };
  return { session, output: () => written.join(''), notes };
}

import type { Context } from '../core/context.ts';

/** Options that stand before or after any command. */
export interface GlobalOptions {
  readonly db?: string;
  readonly asOf?: string;
  readonly config?: string;
  readonly json?: boolean;
  readonly quiet?: boolean;
  readonly verbose?: boolean;
  readonly color: boolean;
}

/** What a command sees of the process it runs in; `cli.ts` makes the real one. */
export interface Session {
  readonly context: Context;
  readonly currentDirectory: string;
  readonly nodeVersion: string;
  /** What was typed, as a shell takes it. */
  readonly commandLine: string;
  /** Writes data to standard output and waits while its reader is slow. */
  readonly write: (text: string) => Promise<void>;
  /** Writes a message to standard error, unless `--quiet` was given. */
  readonly note: (text: string) => void;
  /** Characters in a line of standard output; undefined where it is no terminal, so that nothing is cut. */
  readonly width: number | undefined;
  /** Ends the process with this exit code when the command has returned. */
  readonly setExitCode: (code: number) => void;
  /** Says that Ctrl-C should let the command stop in good order, and which command goes on from there. */
  readonly resumeWith: (command: string) => void;
  /** Takes the global options over before a command runs. */
  readonly configure: (options: GlobalOptions) => void;
}

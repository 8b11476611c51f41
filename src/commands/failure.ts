import { EXIT, exitCodeOf, UnderstoryError } from '../core/errors.ts';
import { visibleText } from '../core/escape.ts';

/** How a command ended that did not end well. */
export interface Failure {
  readonly exitCode: number;
  /** Lines for standard error; none where all is said. */
  readonly lines: readonly string[];
}

export interface FailureSettings {
  readonly isVerbose: boolean;
  /** What the user typed, such as `understory collect .`. */
  readonly commandLine: string;
  /** The command in it, such as `people merge`; undefined where it names none. */
  readonly command?: string | undefined;
  /** Whether Ctrl-C was pressed. */
  readonly isInterrupted: boolean;
  /** The command that goes on from there, where the interrupted one can be resumed. */
  readonly resumeCommand: string | undefined;
}

/** Turns whatever a command threw into an exit code and the lines to print. */
export function describeFailure(error: unknown, settings: FailureSettings): Failure {
  const usage = usageFailure(error, settings.command);
  if (usage === 'nothing') return { exitCode: EXIT.done, lines: [] };
  const known = usage ?? error;
  if (settings.isInterrupted || exitCodeOf(known) === EXIT.interrupted) return interrupted(settings, known);
  const stack = settings.isVerbose ? stackLines(known) : [];
  if (known instanceof UnderstoryError) {
    const hint = known.hint ? [`hint: ${oneLine(known.hint)}`] : [];
    const lines = [`error[${known.code}]: ${oneLine(known.message)}`, ...hint, ...stack];
    return { exitCode: exitCodeOf(known), lines };
  }
  const message = known instanceof Error ? known.message : String(known);
  const advice = settings.isVerbose
    ? 'report it with the lines below'
    : 'run it again with `--verbose` and report what it prints';
  return {
    exitCode: EXIT.failed,
    lines: [
      `error: \`${visibleText(settings.commandLine)}\` failed unexpectedly: ${oneLine(message)} (a fault of understory: ${advice})`,
      ...stack,
    ],
  };
}

function interrupted(settings: FailureSettings, error: unknown): Failure {
  const resume = settings.resumeCommand
    ? [`hint: go on with \`${visibleText(settings.resumeCommand)}\``]
    : [];
  const stack = settings.isVerbose ? stackLines(error) : [];
  return {
    exitCode: EXIT.interrupted,
    lines: ['Interrupted; what was collected is kept', ...resume, ...stack],
  };
}

function oneLine(text: string): string {
  return visibleText(text.trim().replace(/\s*\n\s*/g, ' '));
}

function stackLines(error: unknown): readonly string[] {
  if (!(error instanceof Error)) return [];
  const own = (error.stack ?? '').split('\n').map(visibleText);
  return error.cause === undefined ? own : [...own, 'caused by:', ...stackLines(error.cause)];
}

/** Commander throws for help and version too, where everything is printed already. */
function usageFailure(error: unknown, command: string | undefined): UnderstoryError | 'nothing' | undefined {
  if (!isCommanderError(error)) return undefined;
  if (error.exitCode === 0) return 'nothing';
  const [message = '', suggestion] = error.message.replace(/^error: /, '').split('\n');
  const nearest = /\(Did you mean (?:one of )?(.+)\?\)/.exec(suggestion ?? '')?.[1];
  return new UnderstoryError({
    code: 'E_USAGE',
    message: error.code === 'commander.help' ? 'There is no such command' : usageMessage(message),
    hint: nearest
      ? `Did you mean \`${nearest.split(', ').join('`, `')}\`?`
      : command
        ? `See \`understory ${command} --help\``
        : 'See `understory --help` or `understory help COMMAND`',
  });
}

interface CommanderFailure extends Error {
  readonly code: string;
  readonly exitCode: number;
}

function isCommanderError(error: unknown): error is CommanderFailure {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('commander.');
}

const CHOICE =
  /^(?:option '(?:-\w, )?(?<option>--[\w-]+)[^']*' argument|command-argument value) '(?<value>.*)' is invalid(?: for argument '(?<argument>.+)')?\. Allowed choices are (?<choices>.+?)\.?$/s;

function usageMessage(text: string): string {
  const { option, argument, value, choices } = CHOICE.exec(text)?.groups ?? {};
  return choices === undefined
    ? sentence(text)
    : `Expected \`${option ?? argument}\` to be one of ${choices}, got \`${value}\``;
}

function sentence(text: string): string {
  const marked = text.replaceAll("'", '`').replace(/\.$/, '');
  return marked.charAt(0).toUpperCase() + marked.slice(1);
}

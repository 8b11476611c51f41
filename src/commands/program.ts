import { createRequire } from 'node:module';
import type { Command } from 'commander';
import type { GlobalOptions, Session } from './session.ts';

/** Required, since the package is CommonJS: importing it took 4 ms more of a start of 160. */
const commander: typeof import('commander') = createRequire(import.meta.url)('commander');

type AddCommand = (program: Command, session: Session) => void;

interface CommandEntry {
  readonly name: string;
  /** As the list of commands shows them; the command itself says what they mean. */
  readonly arguments: string;
  readonly summary: string;
  readonly load: () => Promise<AddCommand>;
}

/** In the order of the help. */
const COMMANDS: readonly CommandEntry[] = [
  {
    name: 'collect',
    arguments: '[target...]',
    summary: 'read repositories into the database',
    load: async () => (await import('./collect.ts')).addCollect,
  },
  {
    name: 'report',
    arguments: '[target...]',
    summary: 'write a community report',
    load: async () => (await import('./report.ts')).addReport,
  },
  {
    name: 'query',
    arguments: '<metric> [target...]',
    summary: 'compute one metric',
    load: async () => (await import('./query.ts')).addQuery,
  },
  {
    name: 'metrics',
    arguments: '[metric]',
    summary: 'list metrics, or explain one',
    load: async () => (await import('./metrics.ts')).addMetrics,
  },
  {
    name: 'sql',
    arguments: '<query>',
    summary: 'run read-only SQL on the database',
    load: async () => (await import('./sql.ts')).addSql,
  },
  {
    name: 'people',
    arguments: '',
    summary: 'review and correct who is who',
    load: async () => (await import('./people.ts')).addPeople,
  },
  {
    name: 'status',
    arguments: '',
    summary: 'show what is collected',
    load: async () => (await import('./status.ts')).addStatus,
  },
  {
    name: 'doctor',
    arguments: '',
    summary: 'check what understory needs',
    load: async () => (await import('./doctor.ts')).addDoctor,
  },
  {
    name: 'init',
    arguments: '',
    summary: 'write a commented understory.yml',
    load: async () => (await import('./init.ts')).addInit,
  },
  {
    name: 'export',
    arguments: '<dir>',
    summary: 'write all tables as Parquet files',
    load: async () => (await import('./export.ts')).addExport,
  },
  {
    name: 'remove',
    arguments: '<target...>',
    summary: 'take a target out of database and cache',
    load: async () => (await import('./remove.ts')).addRemove,
  },
  {
    name: 'completion',
    arguments: '<shell>',
    summary: 'print a completion script for your shell',
    load: async () => (await import('./completion.ts')).addCompletion,
  },
];

/**
 * Builds the command line for `args`: commands that they do not name are listed, but their modules are not loaded, since
 * each costs a millisecond of every start. Without `args` all are loaded.
 */
export async function buildProgram(
  version: string,
  session: Session,
  args?: readonly string[],
): Promise<Command> {
  const program = emptyProgram(version, session);
  const isWanted = ({ name }: CommandEntry) =>
    args === undefined || args.includes(name) || args.includes('completion');
  for (const entry of COMMANDS) {
    if (isWanted(entry)) (await entry.load())(program, session);
    else program.command(`${entry.name} ${entry.arguments}`);
    program.commands.at(-1)?.summary(entry.summary);
  }
  return program;
}

/** The command that the words of a command line name, such as `people merge`; undefined for none. */
export function commandOf(program: Command, words: readonly string[]): string | undefined {
  const names: string[] = [];
  let command = program;
  for (const word of words) {
    const next = command.commands.find((candidate) => candidate.name() === word);
    if (next) {
      names.push(word);
      command = next;
    }
  }
  return names.length === 0 ? undefined : names.join(' ');
}

function emptyProgram(version: string, session: Session): Command {
  return new commander.Command('understory')
    .description(
      'See what holds an open source project up: people, code, companies and governance, from git and GitHub.',
    )
    .version(version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'show help')
    .helpCommand('help [command]', 'show help of a command')
    .optionsGroup('Global options:')
    .option('--db <file>', 'database (default: cache/understory.duckdb)')
    .option('--as-of <date>', 'leave out what happened from then on (default: day of the newest collection)')
    .option('--config <file>', 'settings (default: understory.yml, found upward)')
    .option('--json', 'the same as --format json')
    .option('--quiet', 'no progress, no notes')
    .option('--verbose', 'show where an error comes from')
    .option('--no-color', 'no colours')
    .configureHelp({ showGlobalOptions: true, subcommandTerm: termOf, styleTitle: titleOf })
    .showSuggestionAfterError()
    .configureOutput({ writeErr: () => undefined })
    .exitOverride()
    .hook('preAction', async (_program, command) => {
      (await import('./options.ts')).refuseEmpty(command);
      session.configure(command.optsWithGlobals<GlobalOptions>());
    })
    .addHelpText('after', '\nStart with `understory report PATH`, PATH being a clone on this machine.');
}

/** The library's own name of the group that all commands show. */
function titleOf(title: string): string {
  return title.replace('Global Options', 'Global options');
}

function termOf(command: Command): string {
  const words = command.registeredArguments.map((argument) => {
    const word = `${argument.name()}${argument.variadic ? '...' : ''}`;
    return argument.required ? `<${word}>` : `[${word}]`;
  });
  return [command.name(), ...words].join(' ');
}

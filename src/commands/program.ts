import { Command, Option } from 'commander';
import { addCollect } from './collect.ts';
import { addCompletion } from './completion.ts';
import { addDoctor } from './doctor.ts';
import { addExport } from './export.ts';
import { addInit } from './init.ts';
import { addMetrics } from './metrics.ts';
import { addQuery } from './query.ts';
import { addRemove } from './remove.ts';
import { addReport } from './report.ts';
import type { GlobalOptions, Session } from './session.ts';
import { addSql } from './sql.ts';
import { addStatus } from './status.ts';

/** In the order of the help. */
const COMMANDS = [
  addCollect,
  addReport,
  addQuery,
  addMetrics,
  addSql,
  addStatus,
  addDoctor,
  addInit,
  addExport,
  addRemove,
  addCompletion,
];

/** Builds the whole command line; nothing heavy is loaded before a command runs. */
export function buildProgram(version: string, session: Session): Command {
  const program = new Command('understory')
    .description(
      'See what holds an open source project up: people, code, companies and governance, from git and GitHub.',
    )
    .version(version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'show help')
    .helpCommand('help [command]', 'show help of a command')
    .addOption(
      new Option('--db <file>', 'database (default: cache/understory.duckdb)').helpGroup('Global options:'),
    )
    .addOption(
      new Option(
        '--as-of <date>',
        'leave out what happened from then on (default: day of the newest collection)',
      ).helpGroup('Global options:'),
    )
    .addOption(
      new Option('--config <file>', 'settings (default: understory.yml, found upward)').helpGroup(
        'Global options:',
      ),
    )
    .addOption(new Option('--json', 'the same as --format json').helpGroup('Global options:'))
    .addOption(new Option('--quiet', 'no progress, no notes').helpGroup('Global options:'))
    .addOption(new Option('--verbose', 'show where an error comes from').helpGroup('Global options:'))
    .addOption(new Option('--no-color', 'no colours').helpGroup('Global options:'))
    .configureHelp({ showGlobalOptions: true })
    .showSuggestionAfterError()
    .configureOutput({ writeErr: () => undefined })
    .exitOverride()
    .hook('preAction', (_program, command) => session.configure(command.optsWithGlobals<GlobalOptions>()));
  for (const add of COMMANDS) add(program, session);
  program.addHelpText('after', '\nStart with `understory report PATH`, PATH being a clone on this machine.');
  return program;
}

import type { Command } from 'commander';
import { EXIT } from '../core/errors.ts';
import { printJson, printTable } from './format.ts';
import { addExamples } from './help.ts';
import type { OutputTable } from './output/cells.ts';
import { withPlace } from './place.ts';
import type { GlobalOptions, Session } from './session.ts';

const COLUMNS: OutputTable['columns'] = [
  { name: 'name', type: 'VARCHAR', look: 'whole' },
  { name: 'status', type: 'VARCHAR', look: 'whole' },
  { name: 'detail', type: 'VARCHAR', look: 'wrapped' },
];

/** `understory doctor`: checks what understory needs, and says how to mend it. */
export function addDoctor(program: Command, session: Session): void {
  const command = program
    .command('doctor')
    .description(
      'Checks Node, git, DuckDB, database, disk and settings, asks GitHub about the token, its limit and the clock, and says how to mend each. Exit code 1 when one fails.',
    )
    .action(async (_options: unknown, self: Command) => {
      const options = self.optsWithGlobals<GlobalOptions>();
      const { checkHealth } = await import('../index.ts');
      const { currentDirectory, nodeVersion } = session;
      const input = { db: options.db, config: options.config, currentDirectory, nodeVersion };
      const checks = await checkHealth(input, session.context);
      if (options.json) await printJson(checks, session);
      else {
        const rows = checks.map(({ name, status, detail, hint }) => ({
          name,
          status,
          detail: hint === null ? detail : `${detail}\n→ ${withPlace(hint, options)}`,
        }));
        await printTable({ columns: COLUMNS, rows }, 'table', session);
      }
      if (checks.some((check) => check.status === 'failed')) session.setExitCode(EXIT.failed);
    });
  addExamples(
    command,
    ['understory doctor', 'what is there and what is missing'],
    ['understory doctor --json', 'for a script'],
  );
}

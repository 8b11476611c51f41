import type { Command } from 'commander';
import { chosenFormat, formatOption, printRows, type RowFormat } from './format.ts';
import { addExamples } from './help.ts';
import type { GlobalOptions, Session } from './session.ts';

/** `understory sql`: read-only SQL on the database. */
export function addSql(program: Command, session: Session): void {
  const command = program
    .command('sql')
    .description(
      'Runs one SELECT on the database. Nothing can be changed, and no other file or address can be reached.',
    )
    .argument('<query>', 'the statement')
    .addOption(formatOption())
    .action(async (sql: string, _options: unknown, self: Command) => {
      const options = self.optsWithGlobals<GlobalOptions & { format: RowFormat }>();
      const { querySql } = await import('../index.ts');
      await printRows(await querySql({ sql, db: options.db }), chosenFormat(options), session);
    });
  addExamples(
    command,
    ['understory sql "select name, is_bot from dim_person limit 5"', 'people'],
    ['understory sql "show tables"', 'what there is'],
    ['understory sql --format csv "from fct_tag" > tags.csv', 'one table as CSV'],
  );
}

import type { Command } from 'commander';
import { chosenFormat, formatOption, printTable, type RowFormat } from './format.ts';
import { addExamples } from './help.ts';
import type { GlobalOptions, Session } from './session.ts';

/** `understory export`: all tables as Parquet files. */
export function addExport(program: Command, session: Session): void {
  const command = program
    .command('export')
    .description(
      'Writes every table of the database to DIR as <table>.parquet. The same database gives the same bytes.',
    )
    .argument('<dir>', 'folder, made where there is none')
    .addOption(formatOption())
    .action(async (directory: string, _options: unknown, self: Command) => {
      const options = self.optsWithGlobals<GlobalOptions & { format: RowFormat }>();
      const { exportDatabase } = await import('../index.ts');
      const rows = await exportDatabase({ directory, db: options.db }, session.context);
      const columns = [
        { name: 'table_name', type: 'VARCHAR' },
        { name: 'row_count', type: 'BIGINT' },
        { name: 'path', type: 'VARCHAR' },
      ];
      await printTable({ columns, rows: rows.map((row) => ({ ...row })) }, chosenFormat(options), session);
    });
  addExamples(command, ['understory export parquet', 'then open parquet/fct_commit.parquet with anything']);
}

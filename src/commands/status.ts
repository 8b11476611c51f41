import type { Command } from 'commander';
import type { Status } from '../index.ts';
import { printJson, printTable } from './format.ts';
import { addExamples } from './help.ts';
import type { GlobalOptions, Session } from './session.ts';

const MIB = 2 ** 20;

/** `understory status`: what is collected, how fresh, how large, what is missing. */
export function addStatus(program: Command, session: Session): void {
  const command = program
    .command('status')
    .description(
      'Shows what is collected, how fresh and how large it is, what of it is missing, and what is left of GitHub’s limit.',
    )
    .action(async (_options: unknown, self: Command) => {
      const options = self.optsWithGlobals<GlobalOptions>();
      const { readLimits, readStatus } = await import('../index.ts');
      const status = await readStatus({ db: options.db });
      if (options.json) {
        const limits = await readLimits(session.context);
        return await printJson({ ...status, limits }, session);
      }
      await printStatus(status, session);
      for (const { name, detail } of await readLimits(session.context)) {
        await session.write(`\n${name}  ${detail}\n`);
      }
    });
  addExamples(
    command,
    ['understory status', 'repositories, their commits and dates'],
    ['understory status --json', 'the same and the size of each table'],
  );
}

async function printStatus({ database, repositories, streams }: Status, session: Session): Promise<void> {
  const { path, byte_count, built_at } = database;
  await session.write(`Database  ${path}, ${(byte_count / MIB).toFixed(1)} MiB\n`);
  await session.write(
    `Tables    ${built_at === null ? 'not built yet: run `understory collect` to its end' : `built ${built_at}`}\n\n`,
  );
  if (repositories.length === 0) return await session.write('No repository is collected yet\n');
  const columns = COLUMNS.map(([name, type]) => ({ name, type }));
  const rows = repositories.map((row) => ({
    ...row,
    source: `${row['source']}${row['is_private'] === true ? ' (private)' : ''}`,
    missing: missing(row['missing']),
  }));
  await printTable({ columns, rows }, 'table', session);
  if (streams.length === 0) return;
  await session.write('\n');
  const isCut = streams.some((row) => row['complete_from'] !== null);
  const streamColumns = STREAM_COLUMNS.filter((column) => isCut || column.name !== 'complete_from');
  await printTable({ columns: streamColumns, rows: streams }, 'table', session);
}

const COLUMNS: readonly (readonly [string, string])[] = [
  ['name', 'VARCHAR'],
  ['commit_count', 'BIGINT'],
  ['file_count', 'BIGINT'],
  ['newest_commit_at', 'TIMESTAMPTZ'],
  ['complete_until', 'TIMESTAMPTZ'],
  ['credit_convention', 'VARCHAR'],
  ['missing', 'VARCHAR'],
  ['source', 'VARCHAR'],
];

/** Of what GitHub counts, how much is stored; and what was spent on it in all runs. */
const STREAM_COLUMNS = [
  { name: 'name', type: 'VARCHAR' },
  { name: 'stream', type: 'VARCHAR' },
  { name: 'expected_count', type: 'INTEGER' },
  { name: 'stored_count', type: 'INTEGER' },
  { name: 'complete_from', type: 'TIMESTAMPTZ' },
  { name: 'complete_until', type: 'TIMESTAMPTZ' },
  { name: 'points', type: 'INTEGER' },
  { name: 'rest_request_count', type: 'INTEGER' },
];

function missing(value: unknown): string {
  return Array.isArray(value) && value.length > 0 ? value.join('; ') : 'nothing';
}

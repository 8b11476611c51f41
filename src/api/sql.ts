import type { Column } from '../core/column.ts';
import { UnderstoryError } from '../core/errors.ts';
import type { Store } from '../store/store.ts';
import type { Row } from '../store/value.ts';
import { type DatabaseInput, DEFAULT_DATABASE } from './database.ts';

export interface SqlInput extends DatabaseInput {
  /** One statement that reads. */
  readonly sql: string;
}

/** Rows of a statement as they come; the database stays open until they have been read to the end or left. */
export interface SqlResult {
  readonly columns: readonly Column[];
  readonly batches: AsyncIterable<readonly Row[]>;
}

/**
 * Runs one statement on the database, which it can't change, with no door to other files or the network.
 *
 * Errors: `E_QUERY` with DuckDB's words; those of opening the database, such as `E_NOT_COLLECTED`.
 */
export async function querySql(input: SqlInput): Promise<SqlResult> {
  const { openReader } = await import('../store/open.ts');
  const store = await openReader(input.db ?? DEFAULT_DATABASE);
  try {
    const { columns } = await store.describe(input.sql);
    return { columns, batches: readToEnd(store, input.sql) };
  } catch (error) {
    store.close();
    throw queryError(error);
  }
}

async function* readToEnd(store: Store, sql: string): AsyncGenerator<readonly Row[]> {
  try {
    yield* store.stream(sql);
  } catch (error) {
    throw queryError(error);
  } finally {
    store.close();
  }
}

/** DuckDB's message without its drawing of the statement: kind of error, what is wrong, what it suggests. */
function queryError(error: unknown): unknown {
  if (error instanceof UnderstoryError || !(error instanceof Error)) return error;
  const [message = '', ...more] = error.message.split('\n').filter((line) => line.trim() !== '');
  const suggestion = more.find((line) => /^(Did you mean|Candidate bindings|Candidates?:)/i.test(line));
  const isWriting = /Cannot execute statement of type|read-only mode/.test(message);
  return new UnderstoryError({
    code: 'E_QUERY',
    message: `The statement failed: ${message}`,
    hint: isWriting
      ? 'Nothing can be changed here, only read: begin with `select`, `from`, `describe` or `show`'
      : (suggestion ??
        'List tables with `understory sql "show tables"`, columns with `understory sql "describe fct_commit"`'),
    cause: error,
  });
}

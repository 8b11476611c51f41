import { createHash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import type { Context } from '../core/context.ts';
import { UnderstoryError } from '../core/errors.ts';
import { readCredits } from '../resolve/credit/read.ts';
import { type CreditRules, parseCreditRules } from '../resolve/credit/rules.ts';
import { bigintOf, textOf } from '../store/cell.ts';
import { isOutOfMemory } from '../store/failure.ts';
import { appendRows } from '../store/put-rows.ts';
import { readQuery } from '../store/sql.ts';
import type { Store } from '../store/store.ts';
import type { Row, Value } from '../store/value.ts';
import { parseCsv } from './csv.ts';
import { makeTable } from './definition.ts';
import type { BuildInputs } from './fingerprint.ts';
import type { TableFile } from './graph.ts';

/**
 * Reads the credits of the messages that were not read before, or of all of them when the rules have changed.
 *
 * A message never changes under its hash, and reading costs more than all other facts together.
 * Errors: `E_SEED` for a rule that makes no sense, `E_INTERRUPTED`.
 */
export async function resolveCredits(store: Store, inputs: BuildInputs, context: Context): Promise<void> {
  await forgetOutdated(store, inputs);
  const total = await countUnread(store);
  if (total === 0) return;
  const rules = readRules(inputs);
  let done = 0;
  for await (const rows of unreadPages(store)) {
    if (context.signal.aborted) {
      throw new UnderstoryError({ code: 'E_INTERRUPTED', message: 'Interrupted while reading credits' });
    }
    done += await readPage(store, rows, rules);
    context.onProgress({
      phase: 'reading credits',
      subject: 'commit messages',
      done,
      total,
      unit: 'commits',
    });
  }
}

/**
 * Reads credits as `resolveCredits`, a page at each step and in a transaction of its own, outside a build: what is read
 * is there when the next build begins. Ends early where DuckDB is allowed too little memory. Errors: `E_SEED`.
 */
export async function* readCreditsAhead(store: Store, inputs: BuildInputs): AsyncGenerator<void, void> {
  const rules = readRules(inputs);
  try {
    await store.transaction(async () => {
      await makeTable(store, messageTable(inputs));
      await forgetOutdated(store, inputs);
    });
    for await (const rows of unreadPages(store)) {
      await store.transaction(() => readPage(store, rows, rules));
      yield;
    }
  } catch (error) {
    if (!isOutOfMemory(error)) throw error;
  }
}

/** What messages are read from, which only a build makes otherwise. */
function messageTable({ tables }: BuildInputs): TableFile {
  const file = tables.find(({ header }) => header.table === 'stg_git__commit');
  if (file === undefined) throw new Error('queries/staging/stg_git__commit.sql is missing');
  return file;
}

/** Messages that are held at a time, with what is found in them. */
const PAGE_SIZE = 2048;

/** Pages, since appending on the same connection would end a stream. */
async function* unreadPages(store: Store): AsyncGenerator<readonly Row[]> {
  await store.run(readQuery('transform/unread_message'));
  for (let from = 0; ; from += PAGE_SIZE) {
    const { rows } = await store.query(
      'select * from unread_message where position >= $from and position < $to order by position',
      { from, to: from + PAGE_SIZE },
    );
    if (rows.length === 0) break;
    yield rows;
  }
  await store.run('drop table unread_message');
}

/** Messages that are read before others have a turn: git stands still while nobody takes what it has counted. */
const READ_AT_ONCE = 32;

/** Stores the credits of a page of messages; returns how many commits have them. */
async function readPage(store: Store, rows: readonly Row[], rules: CreditRules): Promise<number> {
  const credits: Value[][] = [];
  const readShas: Value[][] = [];
  for (const [at, row] of rows.entries()) {
    if (at % READ_AT_ONCE === 0) await setImmediate();
    readMessage(row, rules, credits, readShas);
  }
  await appendRows(store, 'map_commit_credit', credits);
  await appendRows(store, 'run_credit_message', readShas);
  return readShas.length;
}

async function forgetOutdated(store: Store, inputs: BuildInputs): Promise<void> {
  const fingerprint = await ruleFingerprint(store, inputs);
  const { rows } = await store.query('select fingerprint from run_credit_rule');
  if (rows[0]?.['fingerprint'] === fingerprint) {
    await store.run(readQuery('transform/drop_stale_credit'));
    return;
  }
  await store.run(
    'delete from map_commit_credit; delete from run_credit_message; delete from run_credit_rule',
  );
  await store.run('insert into run_credit_rule values ($fingerprint)', { fingerprint });
}

async function ruleFingerprint(store: Store, inputs: BuildInputs): Promise<string> {
  const { rows } = await store.query(readQuery('transform/collector_version'));
  return createHash('sha256')
    .update(
      `${inputs.codeHash}\0${String(rows[0]?.['collector_version'])}\0${ruleText(inputs)}\0${JSON.stringify(inputs.settings.creditRules)}`,
    )
    .digest('hex');
}

function ruleText({ seeds }: BuildInputs): string {
  return seeds.find(({ table }) => table === 'seed_credit_rule')?.text ?? '';
}

function readRules(inputs: BuildInputs): CreditRules {
  const [, ...records] = parseCsv(ruleText(inputs));
  const shipped = records.map(
    ({ fields: [kind = '', phrase = '', role = '', confidence = '', convention = ''] }) => ({
      kind,
      phrase,
      role,
      confidence,
      convention,
    }),
  );
  return parseCreditRules([...shipped, ...inputs.settings.creditRules]);
}

async function countUnread(store: Store): Promise<number> {
  const { rows } = await store.query(
    'select count(*)::integer as unread from stg_git__commit anti join run_credit_message using (repo_id, sha)',
  );
  return Number(rows[0]?.['unread'] ?? 0);
}

function readMessage(row: Row, rules: CreditRules, credits: Value[][], readShas: Value[][]): void {
  const repoId = bigintOf(row, 'repo_id');
  const shas = Array.isArray(row['shas']) ? row['shas'] : [];
  const input = {
    message: textOf(row, 'message'),
    committerName: textOf(row, 'committer_name'),
    committerEmail: textOf(row, 'committer_email'),
  };
  const found = readCredits(input, rules).credits;
  for (const sha of shas) {
    readShas.push([repoId, sha]);
    for (const credit of found) {
      credits.push([
        repoId,
        sha,
        credit.role,
        credit.name,
        credit.email ?? '',
        credit.source,
        credit.form,
        credit.convention,
        credit.isAgent,
        credit.confidence,
        credit.position,
        credit.spanStart,
        credit.spanEnd,
      ]);
    }
  }
}

import { shellWords } from '../core/escape.ts';
import { earliest, formatInstant } from '../core/time.ts';
import { bigintOf } from '../store/cell.ts';
import { readQuery } from '../store/sql.ts';
import type { Store } from '../store/store.ts';
import type { Row } from '../store/value.ts';
import type { Span } from './window.ts';

/** A scope for which a metric has no rows, and why. */
export interface Gap {
  readonly scope_id: bigint;
  readonly reason: 'not_collected' | 'no_data';
  /** The stream that does not cover the window; null for `no_data`. */
  readonly stream: string | null;
  /** What is missing, in words. */
  readonly detail: string;
  /** The command that would mend it; null where none would. */
  readonly hint: string | null;
}

/** Until when the data of a scope is complete; null for no bound. */
export interface Coverage {
  readonly scopeId: bigint;
  readonly completeUntil: Date | null;
}

interface ScopeRepo {
  readonly scopeId: bigint;
  readonly repoId: bigint;
  /** Whether its git history is. */
  readonly isCollected: boolean;
  readonly fetchedAt: Date | null;
  readonly name: string;
  readonly target: string;
  /** Whether the target is a place on this machine. */
  readonly isLocal: boolean;
}

interface StreamState {
  readonly repoId: bigint;
  readonly stream: string;
  readonly completeFrom: Date | null;
  readonly completeUntil: Date | null;
  readonly reason: string | null;
}

export interface CoverageRequest {
  readonly scopeIds: readonly bigint[];
  readonly needs: readonly string[];
  readonly span: Span;
  /** Whether a hint may name a place on this machine. */
  readonly isPrivate: boolean;
}

/**
 * Says for each scope until when its repositories are complete in the streams that a metric needs, or names the gap.
 *
 * A stream that begins after `span.from`, or ends before it, does not cover the window; one that ends inside bounds it.
 */
export async function readCoverage(
  store: Store,
  request: CoverageRequest,
): Promise<{ readonly covered: readonly Coverage[]; readonly gaps: readonly Gap[] }> {
  const repos = await readRepos(store, request.scopeIds);
  const streams = await readStreams(
    store,
    request.needs.filter((stream) => stream !== 'git'),
  );
  const covered: Coverage[] = [];
  const gaps: Gap[] = [];
  for (const scopeId of request.scopeIds) {
    const members = repos.filter((repo) => repo.scopeId === scopeId);
    const gap = findGap(scopeId, members, streams, request);
    if (gap) gaps.push(gap);
    else covered.push({ scopeId, completeUntil: boundOf(members, streams) });
  }
  return { covered, gaps };
}

function findGap(
  scopeId: bigint,
  repos: readonly ScopeRepo[],
  streams: readonly StreamState[],
  request: CoverageRequest,
): Gap | undefined {
  if (repos.length === 0) {
    const detail = `No repository of scope ${scopeId} is in the database`;
    return {
      scope_id: scopeId,
      reason: 'not_collected',
      stream: 'git',
      detail,
      hint: 'understory collect TARGET',
    };
  }
  for (const repo of repos) {
    for (const stream of request.needs) {
      const problem =
        stream === 'git'
          ? gitProblem(repo, request.span)
          : streamProblem(repo, stream, streams, request.span);
      if (!problem) continue;
      const detail = `${stream} of ${repo.name}: ${problem}`;
      return {
        scope_id: scopeId,
        reason: 'not_collected',
        stream,
        detail,
        hint: mendingCommand(repo, stream, { streams, isPrivate: request.isPrivate }),
      };
    }
  }
  return undefined;
}

function gitProblem(repo: ScopeRepo, span: Span): string | undefined {
  if (!repo.isCollected) return 'not collected';
  return repo.fetchedAt && repo.fetchedAt <= span.from
    ? `known until ${formatInstant(repo.fetchedAt)} only`
    : undefined;
}

function streamProblem(
  repo: ScopeRepo,
  stream: string,
  streams: readonly StreamState[],
  span: Span,
): string | undefined {
  const state = stateOf(repo, stream, streams);
  if (!state?.completeUntil) return state?.reason ?? 'not collected';
  if (state.completeFrom && state.completeFrom > span.from) {
    return `known from ${formatInstant(state.completeFrom)} only`;
  }
  return state.completeUntil <= span.from
    ? `known until ${formatInstant(state.completeUntil)} only`
    : undefined;
}

function mendingCommand(
  repo: ScopeRepo,
  stream: string,
  known: { readonly streams: readonly StreamState[]; readonly isPrivate: boolean },
): string | null {
  const collect = (target: string) => `${shellWords(['understory', 'collect', target])} --only ${stream}`;
  if (stream === 'git') return collect(repo.isLocal && !known.isPrivate ? 'PATH' : repo.target);
  const command = collect(repo.isLocal ? 'OWNER/REPO' : repo.target);
  // An update never looks at what the first run was told to leave out.
  return stateOf(repo, stream, known.streams)?.completeFrom ? `${command} --full` : command;
}

function stateOf(
  { repoId }: ScopeRepo,
  stream: string,
  streams: readonly StreamState[],
): StreamState | undefined {
  return streams.find((candidate) => candidate.repoId === repoId && candidate.stream === stream);
}

function boundOf(repos: readonly ScopeRepo[], streams: readonly StreamState[]): Date | null {
  const ids = new Set(repos.map((repo) => repo.repoId));
  return earliest(
    ...repos.map((repo) => repo.fetchedAt),
    ...streams.filter((state) => ids.has(state.repoId)).map((state) => state.completeUntil),
  );
}

async function readRepos(store: Store, scopeIds: readonly bigint[]): Promise<readonly ScopeRepo[]> {
  const { rows } = await store.query(readQuery('runner/scope_repo'), { scope_ids: scopeIds });
  return rows.map((row) => ({
    scopeId: bigintOf(row, 'scope_id'),
    repoId: bigintOf(row, 'repo_id'),
    isCollected: row['is_collected'] === true,
    fetchedAt: instantOf(row, 'fetched_at'),
    name: String(row['name'] ?? row['repo_id']),
    target: String(row['target'] ?? 'TARGET'),
    isLocal: row['is_local'] === true,
  }));
}

async function readStreams(store: Store, streams: readonly string[]): Promise<readonly StreamState[]> {
  if (streams.length === 0) return [];
  const { rows: tables } = await store.query("from duckdb_tables() where table_name = 'fct_stream'");
  // A database that has only ever seen git knows of no other stream.
  if (tables.length === 0) return [];
  const { rows } = await store.query(readQuery('runner/stream'), { streams });
  return rows.map((row) => ({
    repoId: bigintOf(row, 'repo_id'),
    stream: String(row['stream']),
    completeFrom: instantOf(row, 'complete_from'),
    completeUntil: instantOf(row, 'fetched_at'),
    reason: row['reason'] === null ? null : String(row['reason']),
  }));
}

function instantOf(row: Row, column: string): Date | null {
  const value = row[column];
  return typeof value === 'string' ? new Date(value) : null;
}

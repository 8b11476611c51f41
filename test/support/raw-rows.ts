import type { Store } from '../../src/store/store.ts';
import type { Value } from '../../src/store/value.ts';
import { inUtc, readTableColumns, type SparseRow, type TableColumn } from './sparse-rows.ts';

type Given = Readonly<Record<string, readonly SparseRow[]>>;

/**
 * Fills sparse raw rows as a test's reader expects, and adds what no case wants to spell out.
 *
 * `repo_id` is 1 and data is complete until 2100. A commit is on the default branch, builds on the one before it, is by
 * Ann Author, who also commits it, on 2020-01-01, and its message is its subject. Each commit's lines were read. An
 * identity is what the mailmap makes of it. A file of a commit was modified, or renamed where it has a previous path;
 * a file at the head is an ordinary one.
 */
export async function fillRaw(store: Store, given: Given): Promise<ReadonlyMap<string, readonly Value[][]>> {
  const commits = (given['raw_git_commit'] ?? []).map(fillCommit);
  const withCommits = { ...given, raw_git_commit: commits };
  const tables: Given = {
    ...withCommits,
    raw_git_repository: fillRepositories(withCommits),
    raw_git_identity: fillIdentities(given['raw_git_identity'] ?? [], commits),
    raw_git_line_read:
      given['raw_git_line_read'] ??
      commits.map(({ repo_id, sha }) => ({ repo_id: repo_id ?? 1n, sha: sha ?? '' })),
    raw_git_commit_path: given['raw_git_commit_path'] ?? fillPaths(given['raw_git_line_count'] ?? []),
  };
  const columns = await readTableColumns(store);
  return new Map(
    Object.entries(tables).map(([table, rows]) => {
      const known = columns.get(table);
      if (!known) throw new Error(`There is no table ${table}`);
      return [table, rows.map((row) => fillRow(table, row, known))];
    }),
  );
}

function fillCommit(row: SparseRow, index: number): SparseRow {
  const authoredAt = row['authored_at'] ?? row['committed_at'] ?? '2020-01-01';
  const filled: Record<string, Value> = {
    repo_id: 1n,
    sha: `sha${index + 1}`,
    parent_shas: [],
    is_on_default_branch: true,
    author_name: 'Ann Author',
    author_email: 'ann@author.example.org',
    authored_at: authoredAt,
    committed_at: row['committed_at'] === undefined ? authoredAt : row['committed_at'],
    subject: 'Change something',
    generation: index + 1,
    ...row,
  };
  return {
    ...filled,
    committer_name: row['committer_name'] ?? filled['author_name'] ?? '',
    committer_email: row['committer_email'] ?? filled['author_email'] ?? '',
    message: row['message'] ?? `${String(filled['subject'])}\n`,
  };
}

function fillRepositories(given: Given): readonly SparseRow[] {
  const rows = given['raw_git_repository'] ?? [];
  const ids = new Set(Object.values(given).flatMap((table) => table.map((row) => row['repo_id'] ?? 1n)));
  const known = new Set(rows.map((row) => row['repo_id'] ?? 1n));
  const missing = [...ids].filter((id) => !known.has(id)).map((repo_id): SparseRow => ({ repo_id }));
  return [...rows, ...missing].map((row) => ({
    name: `repo-${String(row['repo_id'] ?? 1n)}`,
    object_format: 'sha1',
    default_branch: 'main',
    fetched_at: '2100-01-01',
    ...row,
  }));
}

function fillIdentities(given: readonly SparseRow[], commits: readonly SparseRow[]): readonly SparseRow[] {
  const rows = new Map<string, SparseRow>();
  const add = (row: SparseRow) => {
    const key = JSON.stringify([String(row['repo_id'] ?? 1n), row['name'], row['email']]);
    if (!rows.has(key))
      rows.set(key, { mapped_name: row['name'] ?? '', mapped_email: row['email'] ?? '', ...row });
  };
  for (const row of given) add(row);
  for (const commit of commits) {
    const repo_id = commit['repo_id'] ?? 1n;
    for (const who of ['author', 'committer']) {
      add({ repo_id, name: commit[`${who}_name`] ?? '', email: commit[`${who}_email`] ?? '' });
    }
  }
  return [...rows.values()];
}

function fillPaths(counts: readonly SparseRow[]): readonly SparseRow[] {
  return counts.flatMap((count) => {
    const { repo_id = 1n, sha = '', path = '', previous_path = null } = count;
    if (previous_path === null) return [{ repo_id, sha, path, status: 'M' }];
    return [
      { repo_id, sha, path, status: 'A' },
      { repo_id, sha, path: previous_path, status: 'D' },
    ];
  });
}

const DEFAULTS: Readonly<Record<string, Value>> = {
  repo_id: 1n,
  mode: '100644',
  old_mode: '100644',
  new_mode: '100644',
  object_sha: 'blob',
  kind: 'tag',
  target_type: 'commit',
  status: 'M',
  added_line_count: 1,
  deleted_line_count: 0,
};

function fillRow(table: string, row: SparseRow, columns: readonly TableColumn[]): Value[] {
  const surplus = Object.keys(row).find((name) => !columns.some((column) => column.name === name));
  if (surplus !== undefined) throw new Error(`${table} has no column ${surplus}`);
  return columns.map(({ name, type, isNullable }) => {
    const value = row[name] === undefined ? (DEFAULTS[name] ?? null) : row[name];
    if (value !== null) return type === 'TIMESTAMPTZ' && typeof value === 'string' ? inUtc(value) : value;
    if (type === 'BOOLEAN' && row[name] === undefined) return false;
    if (isNullable) return null;
    return type === 'VARCHAR'
      ? ''
      : type === 'TIMESTAMPTZ'
        ? '2020-01-01T00:00:00Z'
        : type.endsWith('[]')
          ? []
          : 0;
  });
}

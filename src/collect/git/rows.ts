import type { Appender } from '../../store/append.ts';
import { readQuery } from '../../store/sql.ts';
import type { Store } from '../../store/store.ts';
import type { CommitEntry } from './commits.ts';
import type { CommitGraph } from './graph.ts';
import type { LinesEntry } from './lines.ts';
import type { LogChunk } from './log.ts';
import type { Mirror } from './mirror.ts';
import type { Ref } from './refs.ts';

/** Appends rows to several tables and closes them all, so that nothing is half written. */
async function appendTo(
  store: Store,
  tables: readonly string[],
  fill: (appenders: readonly Appender[]) => void,
): Promise<void> {
  const appenders: Appender[] = [];
  for (const table of tables) appenders.push(await store.append(table));
  fill(appenders);
  for (const appender of appenders) appender.close();
}

/** Fills `git_walk`, which the other statements of collecting compare the stored rows with. */
export async function appendWalk(store: Store, graph: CommitGraph): Promise<void> {
  await appendTo(store, ['git_walk'], ([walk]) => {
    for (let position = 0; position < graph.shas.length; position += 1) {
      const refClass = graph.classes[graph.classOf[position] ?? 0];
      if (refClass === undefined) continue;
      const generation = graph.generations[position] ?? 0;
      walk?.add([position, graph.shas.at(position), generation, refClass.id, refClass.isOnDefaultBranch]);
    }
  });
}

/** Stores a chunk of commits with the paths they change; damaged ones come without paths and with the reason. */
export async function appendCommits(
  store: Store,
  mirror: Mirror,
  commits: { readonly chunk: LogChunk<CommitEntry>; readonly isOnDefaultBranch: boolean },
  { find, generations }: CommitGraph,
): Promise<void> {
  const { repoId } = mirror;
  await appendTo(store, ['raw_git_commit', 'raw_git_commit_path'], ([commit, path]) => {
    for (const entry of commits.chunk.entries) {
      commit?.add([
        repoId,
        entry.sha,
        entry.parents,
        commits.isOnDefaultBranch,
        entry.authorName,
        entry.authorEmail,
        entry.authored.at,
        entry.authored.offsetMinutes,
        entry.committerName,
        entry.committerEmail,
        entry.committed.at,
        entry.committed.offsetMinutes,
        entry.subject,
        entry.message,
        generations[find(entry.sha) ?? -1] ?? 0,
      ]);
      for (const change of entry.paths) {
        path?.add([repoId, entry.sha, change.path, change.status, change.oldMode, change.newMode]);
      }
    }
  });
}

/** Stores chunks of line counts; each commit is marked as read, or as damaged with the reason. */
export async function appendLines(
  store: Store,
  mirror: Mirror,
  chunks: readonly LogChunk<LinesEntry>[],
): Promise<void> {
  const { repoId } = mirror;
  await appendTo(store, ['raw_git_line_count', 'raw_git_line_read'], ([count, read]) => {
    for (const { sha, files } of chunks.flatMap(({ entries }) => entries)) {
      read?.add([repoId, sha, null]);
      for (const file of files) {
        count?.add([
          repoId,
          sha,
          file.path,
          file.previousPath,
          file.added,
          file.deleted,
          file.added === null,
        ]);
      }
    }
    for (const [sha, problem] of chunks.flatMap(({ problems }) => [...problems])) {
      read?.add([repoId, sha, problem]);
    }
  });
}

/** Replaces the stored refs. */
export async function putRefs(store: Store, mirror: Mirror, refs: readonly Ref[]): Promise<void> {
  const { repoId } = mirror;
  await store.run('delete from raw_git_ref where repo_id = $repo_id', { repo_id: repoId });
  await appendTo(store, ['raw_git_ref'], ([row]) => {
    for (const ref of refs) {
      row?.add([
        repoId,
        ref.name,
        ref.kind,
        ref.sha,
        ref.targetType,
        ref.isAnnotated,
        ref.taggedAt,
        ref.taggerName,
        ref.taggerEmail,
        ref.subject,
      ]);
    }
  });
}

/** Replaces the classes of commits by those of a whole walk, touching only the commits that changed theirs. */
export async function putClasses(store: Store, mirror: Mirror, graph: CommitGraph): Promise<void> {
  await store.run('delete from map_ref_class where repo_id = $repo_id', { repo_id: mirror.repoId });
  await store.run(readQuery('collect/git/drop_classes'), { repo_id: mirror.repoId });
  await addClasses(store, mirror, graph);
}

/** Adds the classes of the walked commits that have none yet. */
export async function addClasses(store: Store, mirror: Mirror, graph: CommitGraph): Promise<void> {
  const { repoId } = mirror;
  const { rows } = await store.query(
    'select distinct ref_class_id from map_ref_class where repo_id = $repo_id',
    {
      repo_id: repoId,
    },
  );
  const stored = new Set(rows.map((row) => row['ref_class_id']));
  const used = new Set(graph.classOf);
  await appendTo(store, ['map_ref_class'], ([refClass]) => {
    for (const [index, { id, refs }] of graph.classes.entries()) {
      if (!used.has(index) || stored.has(id)) continue;
      for (const ref of refs) refClass?.add([repoId, id, ref.kind, ref.name]);
    }
  });
  await store.run(readQuery('collect/git/add_classes'), { repo_id: repoId });
}

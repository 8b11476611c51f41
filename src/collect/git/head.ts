import type { Context } from '../../core/context.ts';
import { readQuery } from '../../store/sql.ts';
import type { Store } from '../../store/store.ts';
import { hasAttributes, readAttributes } from './attributes.ts';
import { isDocumentPath } from './documents.ts';
import type { Mirror } from './mirror.ts';
import { runGit } from './process.ts';
import { decodeText } from './text.ts';
import { type BlobFacts, readBlobs, readTree, type TreeEntry } from './tree.ts';

const SUBMODULE = 'commit';

/** Replaces what is stored of the head's files, documents and attributes by what stands there now. */
export async function collectHead(store: Store, mirror: Mirror, context: Context): Promise<void> {
  const { entries: tree, problem } = await readTree(mirror, context);
  const documents = tree.filter((entry) => entry.type === 'blob' && isDocumentPath(entry.path));
  const wanted = new Set(documents.map((entry) => entry.objectSha));
  const known = await knownBlobs(store, mirror);
  const missing = new Set(
    tree
      .filter(
        (entry) => entry.type !== SUBMODULE && (wanted.has(entry.objectSha) || !known.has(entry.objectSha)),
      )
      .map((entry) => entry.objectSha),
  );
  const { facts, texts } = await readBlobs(mirror, [...missing], wanted, context);
  const all = new Map([...known, ...facts]);
  await store.transaction(async () => {
    await clear(store, mirror, ['raw_git_head_file', 'raw_git_document', 'raw_git_attribute']);
    await appendFiles(store, mirror, tree, all);
    const document = await store.append('raw_git_document');
    for (const { path, objectSha } of documents) {
      const text = texts.get(objectSha);
      if (text !== undefined) document.add([mirror.repoId, path, text]);
    }
    document.close();
    await store.run('update raw_git_repository set head_problem = $problem where repo_id = $repo_id', {
      repo_id: mirror.repoId,
      problem,
    });
    const mayHaveAttributes = tree.some(({ path }) => path.endsWith('.gitattributes'));
    // An index can't be made of a damaged tree.
    if (problem === null && mayHaveAttributes && (await hasAttributes(mirror, context)))
      await collectAttributes(store, mirror, context);
  });
}

async function clear(store: Store, mirror: Mirror, tables: readonly string[]): Promise<void> {
  for (const table of tables)
    await store.run(`delete from ${table} where repo_id = $repo_id`, { repo_id: mirror.repoId });
}

async function appendFiles(
  store: Store,
  mirror: Mirror,
  tree: readonly TreeEntry[],
  facts: ReadonlyMap<string, BlobFacts>,
): Promise<void> {
  const file = await store.append('raw_git_head_file');
  for (const { path, mode, objectSha } of tree) {
    const blob = facts.get(objectSha);
    file.add([
      mirror.repoId,
      path,
      mode,
      objectSha,
      blob?.byteCount ?? null,
      blob?.lineCount ?? null,
      blob?.isBinary ?? null,
    ]);
  }
  file.close();
}

/** Facts of blobs that stood at the head before: content with the same hash has not changed. */
async function knownBlobs(store: Store, mirror: Mirror): Promise<Map<string, BlobFacts>> {
  const { rows } = await store.query(
    'select distinct object_sha, byte_count, line_count, is_binary from raw_git_head_file where repo_id = $repo_id and byte_count is not null',
    { repo_id: mirror.repoId },
  );
  return new Map(
    rows.map((row) => [
      String(row['object_sha']),
      {
        byteCount: Number(row['byte_count']),
        lineCount: row['line_count'] === null ? null : Number(row['line_count']),
        isBinary: row['is_binary'] === true,
      },
    ]),
  );
}

async function collectAttributes(store: Store, mirror: Mirror, context: Context): Promise<void> {
  const { rows } = await store.query(readQuery('collect/git/known_paths'), { repo_id: mirror.repoId });
  const paths = rows.map((row) => String(row['path']));
  const attribute = await store.append('raw_git_attribute');
  for (const found of await readAttributes(mirror, paths, context)) {
    attribute.add([
      mirror.repoId,
      found.path,
      found.isVendored,
      found.isGenerated,
      found.isDocumentation,
      found.language,
    ]);
  }
  attribute.close();
}

const IDENTITY_FORMAT = '--format=%an%x00%ae%x00%aN%x00%aE%x00%cn%x00%ce%x00%cN%x00%cE%x00';
const IDENTITY_FIELDS = 8;

/**
 * Asks git what `.mailmap` makes of each name and address, through one commit that carries it: the only way that
 * holds for names of any shape.
 */
export async function collectIdentities(store: Store, mirror: Mirror, context: Context): Promise<void> {
  const { rows } = await store.query(readQuery('collect/git/unmapped_identities'), {
    repo_id: mirror.repoId,
  });
  if (rows.length === 0) return;
  const shas = [...new Set(rows.map((row) => String(row['sha'])))];
  const args = ['log', '--no-walk=unsorted', '--stdin', '--use-mailmap', '--no-patch', IDENTITY_FORMAT];
  const output = await runGit(mirror.place, args, context, shas.map((sha) => `${sha}\n`).join(''));
  const mapped = parseIdentities(output);
  const identity = await store.append('raw_git_identity');
  for (const row of rows) {
    const [name, email] = [String(row['name']), String(row['email'])];
    const [mappedName, mappedEmail] = mapped.get(`${name}\0${email}`) ?? [name, email];
    identity.add([mirror.repoId, name, email, mappedName, mappedEmail]);
  }
  identity.close();
}

function parseIdentities(output: Buffer): ReadonlyMap<string, readonly [string, string]> {
  const fields = output
    .toString('latin1')
    .split('\0')
    .map((text) => decodeText(Buffer.from(text, 'latin1')));
  const mapped = new Map<string, readonly [string, string]>();
  for (let start = 0; start + IDENTITY_FIELDS <= fields.length; start += IDENTITY_FIELDS) {
    const record = fields.slice(start, start + IDENTITY_FIELDS);
    const [name = '', email = '', mappedName = '', mappedEmail = '', ...committer] = record;
    mapped.set(`${name.replace(/^\n/, '')}\0${email}`, [mappedName, mappedEmail]);
    const [committerName = '', committerEmail = '', mappedCommitter = '', mappedCommitterEmail = ''] =
      committer;
    mapped.set(`${committerName}\0${committerEmail}`, [mappedCommitter, mappedCommitterEmail]);
  }
  return mapped;
}

/** The blob of `.mailmap` at the head, or null. */
export async function mailmapSha(mirror: Mirror, context: Context): Promise<string | null> {
  if (mirror.headSha === null) return null;
  const output = await runGit(mirror.place, ['ls-tree', mirror.headSha, '--', '.mailmap'], context);
  return /^\d+ blob ([0-9a-f]+)\t/.exec(output.toString('latin1'))?.[1] ?? null;
}

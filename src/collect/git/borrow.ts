import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Context } from '../../core/context.ts';
import { type Mirror, type MirrorSettings, mirrorDirectory } from './mirror.ts';
import type { GitPlace } from './process.ts';
import { readSource, type SourceState } from './source.ts';
import { type Origin, parseOrigin, pathName, pathRepoId } from './target.ts';

/** Makes a clone readable in place; it is what `joined` says it is, else what its own origin says. Errors: those of `openMirror`. */
export async function borrowClone(
  path: string,
  joined: Origin | null,
  settings: MirrorSettings,
  context: Context,
): Promise<Mirror> {
  const source = await readSource(path, settings.branch, context);
  const origin = joined ?? (source.originUrl === null ? null : parseOrigin(source.originUrl));
  const ownId = origin?.repoId ?? pathRepoId(path);
  const repoId = settings.repoIds.get(ownId) ?? ownId;
  const place = await layOut(mirrorDirectory(settings.directory, repoId), source);
  return {
    place,
    repoId,
    name: origin?.name ?? pathName(path),
    fullName: origin?.fullName ?? null,
    originUrl: origin?.url ?? null,
    path,
    objectFormat: source.objectFormat,
    isShallow: source.shallow !== null,
    branch: source.branch,
    headSha: source.headSha,
    fetchedAt: source.lastFetchedAt,
  };
}

/** Writes a bare git directory that borrows the source's objects and copies its refs. */
async function layOut(directory: string, source: SourceState): Promise<GitPlace> {
  await rm(directory, { recursive: true, force: true });
  await mkdir(join(directory, 'objects', 'info'), { recursive: true });
  await mkdir(join(directory, 'refs'), { recursive: true });
  const format =
    source.objectFormat === 'sha1' ? '' : `[extensions]\n\tobjectFormat = ${source.objectFormat}\n`;
  const version = source.objectFormat === 'sha1' ? 0 : 1;
  await writeFile(
    join(directory, 'config'),
    `[core]\n\trepositoryFormatVersion = ${version}\n\tbare = true\n${format}`,
  );
  await writeFile(
    join(directory, 'objects', 'info', 'alternates'),
    `${quoteAlternate(source.objectsDirectory)}\n`,
  );
  await writeFile(join(directory, 'packed-refs'), source.packedRefs);
  await writeFile(
    join(directory, 'HEAD'),
    source.headSha === null ? 'ref: refs/heads/main\n' : `${source.headSha}\n`,
  );
  if (source.shallow !== null) await writeFile(join(directory, 'shallow'), source.shallow);
  return { gitDirectory: directory, directory, userConfiguration: false };
}

/** Paths with odd characters stand in git's C quotes in that file. */
function quoteAlternate(path: string): string {
  if (!/["\\\n]/.test(path) && !path.startsWith('#')) return path;
  return `"${path.replace(/["\\]/g, '\\$&').replace(/\n/g, '\\n')}"`;
}

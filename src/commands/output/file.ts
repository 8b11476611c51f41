import { open, rename, rm } from 'node:fs/promises';
import { isSystemError, UnderstoryError } from '../../core/errors.ts';
import type { Session } from '../session.ts';

/**
 * Lets `work` print to the file `path` instead of standard output; the file is there whole or not at all.
 *
 * Errors: `E_PERMISSION`, `E_DISK_FULL`.
 */
export async function withOutput(
  path: string | undefined,
  session: Session,
  work: (session: Session) => Promise<void>,
): Promise<void> {
  if (path === undefined) return await work(session);
  const unfinished = `${path}.unfinished`;
  try {
    const file = await open(unfinished, 'w');
    try {
      await work({ ...session, width: undefined, write: async (text) => await file.writeFile(text) });
    } finally {
      await file.close();
    }
    await rename(unfinished, path);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw isSystemError(error) ? writeError(path, error) : error;
  }
}

function writeError(path: string, error: NodeJS.ErrnoException): UnderstoryError {
  if (error.code === 'ENOSPC') {
    return new UnderstoryError({
      code: 'E_DISK_FULL',
      message: `The disk of \`${path}\` is full`,
      hint: 'Free some room and run the same command again',
      cause: error,
    });
  }
  return new UnderstoryError({
    code: 'E_PERMISSION',
    message: `\`${path}\` can't be written: ${error.code === 'ENOENT' ? 'its folder is not there' : error.code}`,
    hint: error.code === 'ENOENT' ? 'Make the folder first' : 'Check that its folder may be written to',
    cause: error,
  });
}

import { mkdir, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { isSystemError, UnderstoryError } from './errors.ts';

/**
 * Makes a folder and those above it that are missing; one that is there is left as it is.
 *
 * Errors: `E_PERMISSION` with `hint`.
 */
export async function makeFolder(path: string, hint: string): Promise<void> {
  try {
    await make(resolve(path));
  } catch (error) {
    throw new UnderstoryError({
      code: 'E_PERMISSION',
      message: `The folder \`${path}\` can't be made`,
      hint,
      cause: error,
    });
  }
}

/** Not by `recursive`: below `/proc` and its like Node tries for ever, since folders there are missing and can't be made. */
async function make(path: string): Promise<void> {
  try {
    await mkdir(path);
  } catch (error) {
    if (await isFolder(path)) return;
    if (!isSystemError(error, 'ENOENT') || (await isFolder(dirname(path)))) throw error;
    await make(dirname(path));
    await mkdir(path);
  }
}

async function isFolder(path: string): Promise<boolean> {
  return await stat(path).then(
    (entry) => entry.isDirectory(),
    () => false,
  );
}

import { rename, rm, writeFile } from 'node:fs/promises';
import { isSystemError, UnderstoryError } from './errors.ts';

/**
 * Replaces a file as a whole: whoever reads it meanwhile, or after a crash, finds the old text or the new one.
 *
 * Errors: `E_PERMISSION`.
 */
export async function writeFileWhole(path: string, text: string): Promise<void> {
  const draft = `${path}.unfinished`;
  try {
    await writeFile(draft, text);
    await rename(draft, path);
  } catch (error) {
    await rm(draft, { force: true });
    throw unwritable(path, error);
  }
}

/** The error for a file that the system did not let us write; any other error stays what it is. */
export function unwritable(path: string, error: unknown): unknown {
  if (!isSystemError(error)) return error;
  return new UnderstoryError({
    code: 'E_PERMISSION',
    message: `\`${path}\` can't be written: ${error.code}`,
    hint: 'Check that its folder is there and may be written to',
    cause: error,
  });
}

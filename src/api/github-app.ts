import { readFile } from 'node:fs/promises';
import type { AppSettings } from '../collect/github/settings.ts';
import type { Context } from '../core/context.ts';
import { UnderstoryError } from '../core/errors.ts';
import { APP_KEY_VARIABLE as KEY } from '../core/secret-variables.ts';

const ID = 'GITHUB_APP_ID';
const INSTALLATION = 'GITHUB_APP_INSTALLATION_ID';

/**
 * Reads a GitHub App from `GITHUB_APP_ID`, `GITHUB_APP_PRIVATE_KEY` (text of the .pem file, or its path) and
 * `GITHUB_APP_INSTALLATION_ID` (optional); null where neither id nor key is set.
 *
 * Errors: `E_TOKEN` where one is missing, the file can't be read, or the installation is no number.
 */
export async function readAppSettings({ env }: Pick<Context, 'env'>): Promise<AppSettings | null> {
  const id = env[ID]?.trim() || null;
  const key = env[KEY]?.trim() || null;
  if (id === null && key === null) return null;
  if (id === null || key === null) {
    throw wrong(`${id === null ? KEY : ID} is set and ${id === null ? ID : KEY} is not`, 'An app needs both');
  }
  const installation = env[INSTALLATION]?.trim() || null;
  if (installation !== null && !/^\d{1,15}$/.test(installation)) {
    throw wrong(
      `${INSTALLATION} is no number`,
      'It stands at the end of the address of the installation’s settings',
    );
  }
  return {
    id,
    privateKey: key.includes('-----BEGIN') ? key : await readKeyFile(key),
    installationId: installation === null ? null : Number(installation),
  };
}

/** The text may be a key whose first line got lost, so that it is in no error. */
async function readKeyFile(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch {
    throw wrong(
      `${KEY} is neither the text of a .pem file nor the path of one that can be read`,
      'Set it to the path of the file that GitHub gave for the app',
    );
  }
}

function wrong(message: string, hint: string): UnderstoryError {
  return new UnderstoryError({ code: 'E_TOKEN', message, hint });
}

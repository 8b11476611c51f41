import { createPrivateKey } from 'node:crypto';
import { UnderstoryError } from '../../core/errors.ts';
import { type AppAsker, openAppAsker } from './app-ask.ts';
import type { Transport } from './fetch.ts';
import { numberAt, objectAt, objectsAt, textAt } from './read.ts';
import type { AppSettings, GithubPlace } from './settings.ts';
import type { Reading, TokenSource } from './tokens.ts';

/** Where an app is installed, and what it may read there. */
export interface Installation {
  readonly id: number;
  readonly owner: string;
  /** Permissions that it was given, in order. */
  readonly permissions: readonly string[];
}

/** An app on GitHub, which proves itself with its key. */
export interface App {
  /** All places where it is installed. Waits for limits, as does `installationAt`. */
  readonly installations: () => Promise<readonly Installation[]>;
  /** The installation at an owner; null where there is none. */
  readonly installationAt: (place: GithubPlace) => Promise<number | null>;
  /** Tokens of an installation, each made when the one before is over. */
  readonly tokensOf: (installationId: number) => TokenSource;
}

const LISTED = 100;
/** GitHub's tokens last an hour; a request that is under way must not see the end of it. */
const LIFE_MILLISECONDS = 55 * 60_000;
/** A token that is refused when it is as new as this was never any good. */
const NEW_MILLISECONDS = 60_000;

/**
 * Opens an app. Its key signs here and is sent nowhere; a clock that is wrong is put right by GitHub's.
 *
 * Errors: `E_TOKEN` for a key that is none.
 */
export async function openApp(settings: AppSettings, transport: Omit<Transport, 'tokens'>): Promise<App> {
  const asker = await openAppAsker({ ...settings, privateKey: readKey(settings.privateKey) }, transport);
  const installations = async (): Promise<readonly Installation[]> => await listInstallations(asker);
  return {
    installations,
    installationAt: async ({ owner, name }) => {
      if (name !== null) {
        const found = await asker.ask('GET /repos/{owner}/{repo}/installation', { owner, repo: name });
        return numberAt(found?.body, 'id');
      }
      const all = await installations();
      return all.find((one) => one.owner.toLowerCase() === owner.toLowerCase())?.id ?? null;
    },
    tokensOf: (id) => makeSource(id, asker, transport),
  };
}

/** Reads the key, which lines of an environment file hold with `\n` for line ends. Its text is in no error. */
function readKey(text: string): string {
  const pem = text.replaceAll('\\n', '\n');
  try {
    if (createPrivateKey(pem).asymmetricKeyType === 'rsa') return pem;
  } catch {
    // What the parser says of it helps nobody, and might show a part of it.
  }
  throw new UnderstoryError({
    code: 'E_TOKEN',
    message: 'GITHUB_APP_PRIVATE_KEY is no private key of a GitHub App',
    hint: 'It is the whole .pem file that GitHub gives for the app, or the path of that file',
  });
}

async function listInstallations({ ask }: AppAsker): Promise<readonly Installation[]> {
  const found: Installation[] = [];
  for (let page = 1; ; page += 1) {
    const answer = await ask('GET /app/installations', { per_page: LISTED, page });
    for (const one of objectsAt({ list: answer?.body }, 'list')) {
      found.push({
        id: numberAt(one, 'id') ?? 0,
        owner: textAt(one, 'account', 'login') ?? '',
        permissions: Object.keys(objectAt(one, 'permissions') ?? {}).sort(),
      });
    }
    if (answer?.hasNext !== true) return found;
  }
}

function makeSource(id: number, asker: AppAsker, { context }: Omit<Transport, 'tokens'>): TokenSource {
  let current: { readonly text: string; readonly madeAt: number } | null = null;
  let making: Promise<Reading> | null = null;
  const age = (madeAt: number): number => context.now().getTime() - madeAt;
  const make = async (repetition: number): Promise<Reading> => {
    const route = 'POST /app/installations/{installation_id}/access_tokens';
    const answer = await asker.askOnce(route, { installation_id: id }, repetition);
    if (answer?.limit) return { wait: answer.limit };
    const text = textAt(answer?.body, 'token');
    if (text === null) throw notInstalled(`under the number ${id}`);
    current = { text, madeAt: context.now().getTime() };
    return { text };
  };
  return {
    read: async (repetition) => {
      if (current !== null && age(current.madeAt) < LIFE_MILLISECONDS) return { text: current.text };
      // All requests that wait for it get the same one.
      making ??= make(repetition).finally(() => (making = null));
      return await making;
    },
    renew: (refused) => {
      if (current?.text !== refused) return true;
      if (age(current.madeAt) < NEW_MILLISECONDS) return false;
      current = null;
      return true;
    },
  };
}

/** That the app is installed nowhere that would help. */
export function notInstalled(where: string): UnderstoryError {
  return new UnderstoryError({
    code: 'E_TOKEN',
    message: `The GitHub App is not installed ${where}`,
    hint: 'Install it there, or set GITHUB_APP_INSTALLATION_ID to one that is: any may read public repositories',
  });
}

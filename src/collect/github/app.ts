import { createPrivateKey } from 'node:crypto';
import { UnderstoryError } from '../../core/errors.ts';
import { failureOf } from './failure.ts';
import { makeAppFetch, type Sending, type Transport } from './fetch.ts';
import { makeOctokit } from './octokit.ts';
import { numberAt, objectAt, objectsAt, textAt } from './read.ts';
import type { AppSettings, GithubPlace } from './settings.ts';
import type { TokenSource } from './tokens.ts';

/** Asks as the app itself; `null` where GitHub does not find what was asked for. */
type AskApp = (route: string, parameters?: Readonly<Record<string, unknown>>) => Promise<Answer | null>;

interface Answer {
  readonly body: unknown;
  /** Whether another page follows. */
  readonly hasNext: boolean;
}

/** Where an app is installed, and what it may read there. */
export interface Installation {
  readonly id: number;
  readonly owner: string;
  /** Permissions that it was given, in order. */
  readonly permissions: readonly string[];
}

/** An app on GitHub, which proves itself with its key. */
export interface App {
  /** All places where it is installed. */
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
  const ask = await makeAsk({ ...settings, privateKey: readKey(settings.privateKey) }, transport);
  const installations = async (): Promise<readonly Installation[]> => await listInstallations(ask);
  return {
    installations,
    installationAt: async ({ owner, name }) => {
      if (name !== null) {
        const found = await ask('GET /repos/{owner}/{repo}/installation', { owner, repo: name });
        return numberAt(found?.body, 'id');
      }
      const all = await installations();
      return all.find((one) => one.owner.toLowerCase() === owner.toLowerCase())?.id ?? null;
    },
    tokensOf: (id) => makeSource(id, ask, transport),
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

async function makeAsk(settings: AppSettings, transport: Omit<Transport, 'tokens'>): Promise<AskApp> {
  const { createAppAuth } = await import('@octokit/auth-app');
  const auth = { appId: settings.id, privateKey: settings.privateKey };
  const octokit = await makeOctokit(transport.settings, { authStrategy: createAppAuth, auth });
  return async (route, parameters = {}) => {
    const method = route.startsWith('POST') ? 'POST' : 'GET';
    const call = { stream: 'repository', repoId: null };
    const sending: Sending = { call, method, route, isGraphql: false, answer: null };
    try {
      await octokit.request(route, { ...parameters, request: { fetch: makeAppFetch(transport, sending) } });
    } catch (error) {
      if (sending.answer?.status === 404 && !isUnknownApp(sending)) return null;
      throw refused(sending) ?? failureOf(error, sending);
    }
    const link = sending.answer?.headers.get('link') ?? '';
    return { body: sending.answer?.body, hasNext: link.includes('rel="next"') };
  };
}

async function listInstallations(ask: AskApp): Promise<readonly Installation[]> {
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

function makeSource(id: number, ask: AskApp, { context }: Omit<Transport, 'tokens'>): TokenSource {
  let current: { readonly text: string; readonly madeAt: number } | null = null;
  let making: Promise<string> | null = null;
  const age = (madeAt: number): number => context.now().getTime() - madeAt;
  const make = async (): Promise<string> => {
    const route = 'POST /app/installations/{installation_id}/access_tokens';
    const text = textAt((await ask(route, { installation_id: id }))?.body, 'token');
    if (text === null) throw notInstalled(`under the number ${id}`);
    current = { text, madeAt: context.now().getTime() };
    return text;
  };
  return {
    read: async () => {
      if (current !== null && age(current.madeAt) < LIFE_MILLISECONDS) return current.text;
      // All requests that wait for it get the same one.
      making ??= make().finally(() => (making = null));
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

function isUnknownApp({ answer }: Sending): boolean {
  return /integration/i.test(textAt(answer?.body, 'message') ?? '');
}

/** What GitHub says to a proof that it does not accept; null for any other failure. */
function refused(sending: Sending): UnderstoryError | null {
  const { answer } = sending;
  const said = (textAt(answer?.body, 'message') ?? '').replace(/\.$/, '');
  const error = (hint: string): UnderstoryError =>
    new UnderstoryError({ code: 'E_TOKEN', message: `GitHub does not accept the app: ${said}`, hint });
  if (answer?.status === 404 || /could not be decoded|\biss\b/.test(said)) {
    return error('GITHUB_APP_ID and GITHUB_APP_PRIVATE_KEY must be of the same app, and the key not deleted');
  }
  if (/\b(iat|exp)\b/.test(said))
    return error('Set this machine’s clock; the proof of an app holds its time');
  if (answer?.status === 401) return error('Check GITHUB_APP_ID and GITHUB_APP_PRIVATE_KEY');
  return /suspended/.test(said)
    ? error('The owner must allow the installation again, in its settings')
    : null;
}

/** That the app is installed nowhere that would help. */
export function notInstalled(where: string): UnderstoryError {
  return new UnderstoryError({
    code: 'E_TOKEN',
    message: `The GitHub App is not installed ${where}`,
    hint: 'Install it there, or set GITHUB_APP_INSTALLATION_ID to one that is: any may read public repositories',
  });
}

import { UnderstoryError } from '../../core/errors.ts';
import type { GithubVariables } from './contract.ts';
import { failureOf } from './failure.ts';
import { makeAppFetch, type Sending, type Transport } from './fetch.ts';
import { block, limitWait, waitForToken } from './limits.ts';
import { makeOctokit } from './octokit.ts';
import { textAt } from './read.ts';
import type { AppSettings } from './settings.ts';
import { fixedToken, makeTokenState } from './tokens.ts';

interface Answer {
  readonly body: unknown;
  /** Whether another page follows. */
  readonly hasNext: boolean;
  /** How long a limit lasts that stands in the place of an answer, in milliseconds; null for an answer. */
  readonly limit: number | null;
}

/** Asks as an app itself; `null` where GitHub does not find what was asked for. */
export interface AppAsker {
  /** Waits for limits. */
  readonly ask: (route: string, parameters: GithubVariables) => Promise<Answer | null>;
  /** Leaves limits to the caller, who may know somebody else to ask; `repetition` counts those met so far. */
  readonly askOnce: (
    route: string,
    parameters: GithubVariables,
    repetition: number,
  ) => Promise<Answer | null>;
}

/**
 * Opens what asks as an app, which proves itself by a signature that is good for minutes: each repetition after a limit
 * is a request of its own, signed anew.
 */
export async function openAppAsker(
  settings: AppSettings,
  transport: Omit<Transport, 'tokens'>,
): Promise<AppAsker> {
  const { createAppAuth } = await import('@octokit/auth-app');
  const auth = { appId: settings.id, privateKey: settings.privateKey };
  const octokit = await makeOctokit(transport.settings, { authStrategy: createAppAuth, auth });
  const askOnce: AppAsker['askOnce'] = async (route, parameters, repetition) => {
    const method = route.startsWith('POST') ? 'POST' : 'GET';
    const call = { stream: 'repository', repoId: null };
    const sending: Sending = { call, method, route, isGraphql: false, answer: null };
    try {
      await octokit.request(route, { ...parameters, request: { fetch: makeAppFetch(transport, sending) } });
    } catch (error) {
      const limit = sending.answer && limitWait(sending.answer, false, repetition, transport.context);
      if (limit !== null) return { body: null, hasNext: false, limit };
      if (sending.answer?.status === 404 && !isUnknownApp(sending)) return null;
      throw refused(sending) ?? failureOf(error, sending);
    }
    const link = sending.answer?.headers.get('link') ?? '';
    return { body: sending.answer?.body, hasNext: link.includes('rel="next"'), limit: null };
  };
  return { askOnce, ask: makePatient(askOnce, transport) };
}

function makePatient(
  askOnce: AppAsker['askOnce'],
  { settings, context }: Omit<Transport, 'tokens'>,
): AppAsker['ask'] {
  const state = makeTokenState(fixedToken(''));
  return async (route, parameters) => {
    for (let limits = 0; ; limits += 1) {
      await waitForToken(state, 'core', settings.maxWaitMilliseconds, context);
      const answer = await askOnce(route, parameters, limits);
      if (answer === null || answer.limit === null) return answer;
      block(state, answer.limit, limits + 1, context);
    }
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

import type { Context } from '../../core/context.ts';
import { UnderstoryError } from '../../core/errors.ts';
import { type RawAnswer, readAnswer, toResponse } from './answer.ts';
import type { GithubCall, RequestRecord } from './contract.ts';
import { block, limitWait, noteStanding, waitForToken } from './limits.ts';
import { numberAt } from './read.ts';
import type { GithubSettings } from './settings.ts';
import type { TokenPool, TokenState } from './tokens.ts';

/** What all requests of a client share. */
export interface Transport {
  readonly settings: GithubSettings;
  readonly tokens: TokenPool;
  readonly log: (request: RequestRecord) => void;
  readonly context: Context;
}

/** One request of ours, which may take several attempts. */
export interface Sending {
  readonly call: GithubCall;
  readonly method: 'GET' | 'POST';
  /** REST route, or name of the GraphQL operation. */
  readonly route: string;
  readonly isGraphql: boolean;
  /** The last answer, whole; null before there is one. */
  answer: RawAnswer | null;
}

/**
 * Makes the `fetch` that Octokit is given for one request. It does what Octokit's plugins do not:
 *
 * - reads a body to its end and checks that it is JSON, so that a connection lost in the middle is a failure and never
 *   an empty page;
 * - gives each attempt a time limit;
 * - knows a limit in every form that GitHub sends it in, blocks the whole token and waits by GitHub's clock;
 * - adds the token, which Octokit therefore never sees, and turns to another one when GitHub refuses it.
 */
export function makeFetch(transport: Transport, sending: Sending): typeof globalThis.fetch {
  return async (url, init) => {
    try {
      return await fetchPatiently(transport, sending, url, init);
    } catch (error) {
      throw error instanceof UnderstoryError ? passing(error) : error;
    }
  };
}

async function fetchPatiently(
  transport: Transport,
  sending: Sending,
  ...[url, init]: Parameters<typeof globalThis.fetch>
): Promise<Response> {
  const resource = sending.isGraphql ? 'graphql' : 'core';
  for (let limits = 0; ; ) {
    const state = await takeToken(transport, resource);
    // An attempt without an answer must not be taken for the one before.
    sending.answer = null;
    const reading = await state.source.read(limits);
    if ('wait' in reading) {
      limits += 1;
      block(state, reading.wait, limits, transport.context);
      continue;
    }
    const token = reading.text;
    const answer = await attempt(transport, sending, url, authorized(init, token));
    sending.answer = answer;
    noteStanding(state, answer, { resource, points: pointsOf(answer, sending) }, transport.context);
    const wait = limitWait(answer, sending.isGraphql, limits, transport.context);
    if (wait !== null) {
      limits += 1;
      block(state, wait, limits, transport.context);
      continue;
    }
    if (answer.status === 401) {
      if (state.source.renew(token)) continue;
      if (state.isAccepted) {
        // Once in a while GitHub refuses a good token; one that has expired is refused again.
        state.isAccepted = false;
        await transport.context.sleep(transport.settings.retryMilliseconds, transport.context.signal);
        continue;
      }
      state.isRefused = true;
      if (transport.tokens.choose(resource) !== null) continue;
    }
    state.isAccepted ||= answer.status < 300;
    return toResponse(answer);
  }
}

/** Makes the `fetch` of what an app asks for itself: its proof is in the request already. */
export function makeAppFetch(
  transport: Omit<Transport, 'tokens'>,
  sending: Sending,
): typeof globalThis.fetch {
  return async (url, init) => {
    sending.answer = null;
    sending.answer = await attempt(transport, sending, url, init);
    return toResponse(sending.answer);
  };
}

function authorized(init: RequestInit | undefined, token: string): RequestInit {
  const headers = { ...Object.fromEntries(new Headers(init?.headers)), authorization: `token ${token}` };
  return { ...init, headers };
}

async function takeToken(transport: Transport, resource: string): Promise<TokenState> {
  const { tokens, settings, context } = transport;
  const state = tokens.choose(resource);
  if (state === null) throw refused();
  await waitForToken(state, resource, settings.maxWaitMilliseconds, context);
  return state;
}

async function attempt(
  { settings, log, context }: Omit<Transport, 'tokens'>,
  sending: Sending,
  ...[url, init]: Parameters<typeof globalThis.fetch>
): Promise<RawAnswer> {
  const { method, route } = sending;
  const { stream, repoId } = sending.call;
  const requestedAt = context.now();
  const record = (status: number | null, points: number): void =>
    log({ stream, repoId, method, route, status, points, requestedAt });
  let status: number | null = null;
  try {
    const response = await context.fetch(url, {
      ...init,
      signal: AbortSignal.any([context.signal, AbortSignal.timeout(settings.attemptMilliseconds)]),
    });
    status = response.status;
    const answer = await readAnswer(response);
    record(status, pointsOf(answer, sending));
    return answer;
  } catch (error) {
    record(status, 0);
    throw context.signal.aborted ? passing(error) : error;
  }
}

function pointsOf({ body }: RawAnswer, { isGraphql }: Sending): number {
  return isGraphql ? (numberAt(body, 'data', 'rateLimit', 'cost') ?? 0) : 0;
}

/** Octokit repeats every failure of `fetch` but this kind; the client takes the cause out again. */
function passing(cause: unknown): Error {
  const error = new Error('the request was given up', { cause });
  error.name = 'AbortError';
  return error;
}

function refused(): UnderstoryError {
  return new UnderstoryError({
    code: 'E_TOKEN',
    message: 'GitHub does not accept the token: it is wrong, expired or revoked',
    hint: 'Make a new one and set `GH_TOKEN`, or run `gh auth login`; `understory doctor` checks it',
  });
}

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Context } from '../../core/context.ts';
import { UnderstoryError } from '../../core/errors.ts';
import { QUERIES_DIRECTORY } from '../../core/paths.ts';
import type {
  GithubCall,
  GithubClient,
  GithubVariables,
  GraphqlAnswer,
  GraphqlProblem,
  JsonObject,
  RequestRecord,
  RestAnswer,
} from './contract.ts';
import { failureOf, isTooMuch } from './failure.ts';
import { makeFetch, type Sending, type Transport } from './fetch.ts';
import { answeredAt } from './limits.ts';
import { makeOctokit } from './octokit.ts';
import { numberAt, objectAt, objectsAt, textAt, valueAt } from './read.ts';
import type { GithubPlace, GithubSettings } from './settings.ts';
import { fixedToken, isTokenText, makeTokenPool, type TokenSource } from './tokens.ts';

/** An answer that GitHub is still working on is asked for again. */
const ACCEPTED = 202;
const ACCEPTED_PATIENCE = 6;
const NETWORK_PATIENCE = 3;

/**
 * Opens a client on GitHub, or on whatever answers like it. Octokit paces and repeats; what it gets wrong is done in
 * `makeFetch`.
 *
 * Errors: `E_TOKEN` for what can't be a token, and for an app that GitHub does not accept or that is not installed there.
 */
export async function createGithubClient(
  settings: GithubSettings,
  place: GithubPlace,
  log: (request: RequestRecord) => void,
  context: Context,
): Promise<GithubClient> {
  const tokens = makeTokenPool(await sourcesOf({ settings, log, context }, place));
  const transport: Transport = { settings, tokens, log, context };
  const octokit = await makeOctokit(settings);
  const documents = new Map<string, Promise<string>>();
  const read = (name: string): Promise<string> => {
    const known = documents.get(name);
    if (known !== undefined) return known;
    const text = readFile(join(QUERIES_DIRECTORY, 'collect/github', `${name}.graphql`), 'utf8');
    documents.set(name, text);
    return text;
  };
  return {
    graphql: async (document, variables, call) =>
      await askGraphql(transport, octokit, { query: await read(document), variables }, call),
    rest: async (route, parameters, call) => await askRest(transport, octokit, route, parameters, call),
  };
}

/** Tokens of users, and the app's installation at the place. Beside tokens an app may be missing there. */
async function sourcesOf(
  parts: Omit<Transport, 'tokens'>,
  place: GithubPlace,
): Promise<readonly TokenSource[]> {
  const { tokens, app } = parts.settings;
  checkTokens(tokens);
  const sources = tokens.map(fixedToken);
  if (app === null) return sources;
  const { notInstalled, openApp } = await import('./app.ts');
  const opened = await openApp(app, parts);
  const id = app.installationId ?? (await opened.installationAt(place));
  if (id !== null) return [...sources, opened.tokensOf(id)];
  if (sources.length > 0) return sources;
  throw notInstalled(`at \`${place.owner}\``);
}

type Octokit = Awaited<ReturnType<typeof makeOctokit>>;

async function askGraphql(
  transport: Transport,
  octokit: Octokit,
  body: { readonly query: string; readonly variables: GithubVariables },
  call: GithubCall,
): Promise<GraphqlAnswer> {
  const { settings, context } = transport;
  const route = /\bquery (\w+)/.exec(body.query)?.[1] ?? 'anonymous';
  for (let attempt = 1; ; attempt += 1) {
    const sending: Sending = { call: callOf(call), method: 'POST', route, isGraphql: true, answer: null };
    try {
      // A page that was too heavy would be as heavy again, and cost its points again: the caller asks for less.
      const request = { fetch: makeFetch(transport, sending), retries: 0 };
      const baseUrl = settings.graphqlUrl.replace(/\/graphql\/*$/, '');
      await octokit.request('POST /graphql', { ...body, baseUrl, request });
      return graphqlAnswer(sending, context);
    } catch (error) {
      if (isTooMuch(error, sending.answer)) return { ...graphqlAnswer(sending, context), isHeavy: true };
      const failure = failureOf(error, sending);
      if (failure.code !== 'E_NETWORK' || attempt >= NETWORK_PATIENCE) throw failure;
      await context.sleep(attempt ** 2 * settings.retryMilliseconds, context.signal);
    }
  }
}

function graphqlAnswer({ answer }: Sending, context: Context): GraphqlAnswer {
  const data = objectAt(answer?.body, 'data');
  const errors = objectsAt(answer?.body, 'errors').map(toProblem);
  return {
    data,
    errors,
    date: dateOf(answer?.headers, context),
    cost: numberAt(data, 'rateLimit', 'cost') ?? 0,
    isHeavy: errors.some(
      ({ type, message }) => type === 'RESOURCE_LIMITS_EXCEEDED' || /^something went wrong/i.test(message),
    ),
  };
}

function toProblem(error: JsonObject): GraphqlProblem {
  const path = valueAt(error, 'path');
  return {
    type: textAt(error, 'type'),
    message: textAt(error, 'message') ?? '',
    path: Array.isArray(path)
      ? path.filter((part): part is string | number => typeof part === 'string' || typeof part === 'number')
      : [],
  };
}

async function askRest(
  transport: Transport,
  octokit: Octokit,
  route: string,
  parameters: GithubVariables,
  call: GithubCall,
): Promise<RestAnswer> {
  const { settings, context } = transport;
  if (route.startsWith('http')) checkServer(route, settings.apiUrl);
  const name = route.startsWith('http') ? `GET ${new URL(route).pathname}` : route;
  const url = route.startsWith('http') ? `GET ${route}` : route;
  for (let attempt = 1; ; attempt += 1) {
    const sending: Sending = {
      call: callOf(call),
      method: 'GET',
      route: name,
      isGraphql: false,
      answer: null,
    };
    try {
      await octokit.request(url, { ...parameters, request: { fetch: makeFetch(transport, sending) } });
    } catch (error) {
      throw failureOf(error, sending);
    }
    const answer = restAnswer(sending, context);
    if (answer.status !== ACCEPTED || attempt >= ACCEPTED_PATIENCE) return answer;
    await context.sleep(attempt ** 2 * settings.retryMilliseconds, context.signal);
  }
}

/** The next page is asked for at the address that GitHub gave; the token goes to no other server. */
function checkServer(url: string, apiUrl: string): void {
  if (URL.canParse(url) && new URL(url).origin === new URL(apiUrl).origin) return;
  throw new UnderstoryError({
    code: 'E_GITHUB',
    message: `GitHub at \`${apiUrl}\` names a next page on another server`,
    hint: 'Check GITHUB_API_URL, and what stands between this machine and GitHub',
  });
}

/** Errors: `E_TOKEN`, without the text itself. */
function checkTokens(tokens: readonly string[]): void {
  if (tokens.every(isTokenText)) return;
  throw new UnderstoryError({
    code: 'E_TOKEN',
    message: 'A GitHub token holds characters that no token has',
    hint: 'Check GH_TOKEN and GITHUB_TOKEN for spaces and line ends',
  });
}

function restAnswer({ answer }: Sending, context: Context): RestAnswer {
  const link = answer?.headers.get('link') ?? '';
  return {
    status: answer?.status ?? 0,
    data: answer?.body,
    next: /<([^>]+)>;\s*rel="next"/.exec(link)?.[1] ?? null,
    date: dateOf(answer?.headers, context),
    etag: answer?.headers.get('etag') ?? null,
  };
}

function dateOf(headers: Headers | undefined, context: Context): Date {
  const date = headers === undefined ? 0 : answeredAt(headers);
  return date === 0 ? context.now() : new Date(date);
}

/** Callers hand in more than a call. */
function callOf({ stream, repoId }: GithubCall): GithubCall {
  return { stream, repoId };
}

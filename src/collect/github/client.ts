import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Context } from '../../core/context.ts';
import { UnderstoryError } from '../../core/errors.ts';
import { QUERIES_DIRECTORY } from '../../core/paths.ts';
import { askGraphql } from './client-graphql.ts';
import { askRest } from './client-rest.ts';
import type { GithubClient, RequestRecord } from './contract.ts';
import type { Transport } from './fetch.ts';
import { type Door, makeOctokit } from './octokit.ts';
import type { GithubPlace, GithubSettings } from './settings.ts';
import { fixedToken, isTokenText, makeTokenPool, type TokenSource } from './tokens.ts';

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
  const door: Door = { transport, octokit: await makeOctokit(settings) };
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
      await askGraphql(door, { query: await read(document), variables }, call),
    rest: async (route, parameters, call) => await askRest(door, route, parameters, call),
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

/** Errors: `E_TOKEN`, without the text itself. */
function checkTokens(tokens: readonly string[]): void {
  if (tokens.every(isTokenText)) return;
  throw new UnderstoryError({
    code: 'E_TOKEN',
    message: 'A GitHub token holds characters that no token has',
    hint: 'Check GH_TOKEN and GITHUB_TOKEN for spaces and line ends',
  });
}

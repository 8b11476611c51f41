import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { GithubSettings } from '../collect/github/settings.ts';
import type { Context } from '../core/context.ts';
import { TOKEN_VARIABLES } from '../core/secret-variables.ts';
import { readAppSettings } from './github-app.ts';

const API_URL = 'https://api.github.com';
const SERVER_URL = 'https://github.com';
const GH_MILLISECONDS = 5000;

/** Base of `owner/repo`: github.com, unless `GITHUB_SERVER_URL` names another server. */
export function readServerUrl({ env }: Pick<Context, 'env'>): string {
  return env['GITHUB_SERVER_URL'] || SERVER_URL;
}

/**
 * Reads from the environment how GitHub is reached, with tokens of `GH_TOKEN`, `GITHUB_TOKEN` (several users' as a comma
 * list), a GitHub App, or what `gh auth token` prints; null where there is none of them.
 *
 * Errors: those of `readAppSettings`.
 */
export async function readGithubSettings(
  context: Context,
  maxWaitMilliseconds: number | undefined,
): Promise<GithubSettings | null> {
  const app = await readAppSettings(context);
  const { tokens } = await findTokens(context, app === null);
  if (tokens.length === 0 && app === null) return null;
  return { ...(await githubSettings(context, tokens, maxWaitMilliseconds)), app };
}

/** How GitHub is reached with these tokens. */
export async function githubSettings(
  context: Pick<Context, 'env'>,
  tokens: readonly string[],
  maxWaitMilliseconds?: number,
): Promise<GithubSettings> {
  const { env } = context;
  const { USUAL } = await import('../collect/github/settings.ts');
  const apiUrl = readApiUrl(context);
  return {
    ...USUAL,
    apiUrl,
    graphqlUrl: env['GITHUB_GRAPHQL_URL'] || `${apiUrl.replace(/(\/v3)?\/*$/, '')}/graphql`,
    tokens,
    ...(maxWaitMilliseconds === undefined ? {} : { maxWaitMilliseconds }),
  };
}

/** Base of the REST API: GitHub's, unless `GITHUB_API_URL` names another server. */
export function readApiUrl({ env }: Pick<Context, 'env'>): string {
  return env['GITHUB_API_URL'] || API_URL;
}

export interface FoundTokens {
  /** Variable or command that they come from. */
  readonly source: string;
  readonly tokens: readonly string[];
}

/** Looks for tokens in the environment, then asks `gh`, unless something else is there instead. */
export async function findTokens(context: Context, asksGh: boolean): Promise<FoundTokens> {
  const { env } = context;
  const source = TOKEN_VARIABLES.find((name) => env[name]);
  const given = source !== undefined ? env[source] : asksGh ? await askGh(context) : '';
  const tokens = (given ?? '').split(',').flatMap((token) => token.trim() || []);
  return { source: source ?? '`gh auth token`', tokens };
}

/** What GitHub's own command line is logged in with; empty where it is not there or not logged in. */
async function askGh(context: Context): Promise<string> {
  const host = URL.canParse(readServerUrl(context)) ? new URL(readServerUrl(context)).host : '';
  if (host === '') return '';
  try {
    const { stdout } = await promisify(execFile)('gh', ['auth', 'token', '--hostname', host], {
      env: { ...context.env },
      timeout: GH_MILLISECONDS,
      signal: context.signal,
    });
    return stdout.trim();
  } catch {
    // Missing or logged out, which is the same for us: there is no token.
    return '';
  }
}

import type { Context } from '../../core/context.ts';
import { UnderstoryError } from '../../core/errors.ts';
import { createGithubClient } from './client.ts';
import type { GithubClient } from './contract.ts';
import { makeRequestLog, type RequestLog } from './request-log.ts';
import type { GithubPlace, GithubSettings } from './settings.ts';

/** A client with the log of what it sends. */
export interface Connection {
  readonly client: GithubClient;
  readonly log: RequestLog;
}

/**
 * Connects to GitHub, to ask about a place.
 *
 * Errors: those of `createGithubClient`, and `E_TOKEN` without a token.
 */
export async function connect(
  settings: GithubSettings | null,
  place: GithubPlace,
  context: Context,
): Promise<Connection> {
  if (settings === null) throw noToken();
  const log = makeRequestLog();
  return { client: await createGithubClient(settings, place, log.add, context), log };
}

function noToken(): UnderstoryError {
  return new UnderstoryError({
    code: 'E_TOKEN',
    message: 'GitHub needs a token, and there is none',
    hint: 'Set `GH_TOKEN`, or run `gh auth login`; any token will do for public repositories. `--only git` needs none',
  });
}

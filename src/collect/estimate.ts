import type { Context } from '../core/context.ts';
import { isGithubStream } from '../core/streams.ts';
import type { Store } from '../store/store.ts';
import { parseTarget } from './git/target.ts';
import { connect } from './github/connect.ts';
import { estimateStreams, openSession, streamsOf } from './github/run.ts';
import { githubTarget } from './github/target.ts';
import type { CollectSettings } from './outcome.ts';

/** What one stream of a target would cost now. */
export interface StreamEstimate {
  readonly target: string;
  readonly stream: string;
  readonly graphql_requests: number;
  readonly points: number;
  readonly rest_requests: number;
}

/**
 * Says what collecting a target would cost, and changes nothing. Asks GitHub for counts only; git costs nothing.
 *
 * Errors: those of `parseTarget`, `E_TOKEN`, and those of `findRepository`.
 */
export async function estimateTarget(
  store: Store,
  target: string,
  settings: CollectSettings,
  context: Context,
): Promise<readonly StreamEstimate[]> {
  const github = githubTarget(await parseTarget(target, settings), settings.serverUrl);
  const names = github === null ? [] : settings.streams.filter(isGithubStream);
  const git = settings.streams.includes('git') ? [{ target, stream: 'git', ...NOTHING }] : [];
  if (github === null || names.length === 0) return git;
  const connection = await connect(settings.github, github, context);
  const session = await openSession({ store, ...connection, context }, github);
  const estimates = await estimateStreams(session, streamsOf(names), settings);
  return [
    ...git,
    ...estimates.map(({ stream, graphqlRequestCount, points, restRequestCount }) => ({
      target,
      stream,
      graphql_requests: graphqlRequestCount,
      points,
      rest_requests: restRequestCount,
    })),
  ];
}

const NOTHING = { graphql_requests: 0, points: 0, rest_requests: 0 };

import { USUAL } from '../../src/collect/github/settings.ts';
import type { CollectSettings, TargetOutcome } from '../../src/collect/outcome.ts';
import { collectTarget } from '../../src/collect/run.ts';
import type { Context } from '../../src/core/context.ts';
import { STREAM_NAMES } from '../../src/core/streams.ts';
import type { Store } from '../../src/store/store.ts';
import type { StandIn } from '../stand-in/start.ts';
import { collectSettings } from './collect.ts';
import { testContext } from './context.ts';
import { PLAIN } from './stand-in-client.ts';

export interface GithubCollection {
  readonly standIn: StandIn;
  readonly store: Store;
  /** For caches. */
  readonly folder: string;
  readonly target?: string;
  readonly settings?: Partial<CollectSettings>;
  readonly tokens?: readonly string[];
  readonly context?: Context;
}

/** Collects a repository of a stand-in, without waiting for anything. */
export async function collectFrom(collection: GithubCollection): Promise<TargetOutcome> {
  const { standIn, store, folder, target = 'orrery-db/orrery' } = collection;
  const github = {
    ...USUAL,
    apiUrl: standIn.urls.GITHUB_API_URL,
    graphqlUrl: standIn.urls.GITHUB_GRAPHQL_URL,
    tokens: collection.tokens ?? [PLAIN],
    retryMilliseconds: 1,
  };
  const settings = collectSettings(folder, {
    serverUrl: standIn.urls.GITHUB_SERVER_URL,
    streams: STREAM_NAMES,
    github,
    ...collection.settings,
  });
  return await collectTarget(store, target, settings, collection.context ?? githubContext());
}

/** A context of tests that may speak to the loopback interface. */
export function githubContext(overrides: Partial<Context> = {}): ReturnType<typeof testContext> {
  return testContext({ fetch: globalThis.fetch, ...overrides });
}

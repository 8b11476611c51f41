import type { Transport } from './fetch.ts';
import type { GithubSettings } from './settings.ts';

type Login = Pick<
  NonNullable<ConstructorParameters<typeof import('@octokit/rest').Octokit>[0]>,
  'authStrategy' | 'auth'
>;

type Octokit = import('@octokit/rest').Octokit;

/** What requests go through. */
export interface Door {
  readonly transport: Transport;
  readonly octokit: Octokit;
}

/** Makes an Octokit that paces and repeats; `login` is how an app proves itself, where it is one that asks. */
export async function makeOctokit(settings: GithubSettings, login: Login = {}): Promise<Octokit> {
  const [{ Octokit }, { throttling }, { retry }, { default: Bottleneck }] = await Promise.all([
    import('@octokit/rest'),
    import('@octokit/plugin-throttling'),
    import('@octokit/plugin-retry'),
    import('bottleneck'),
  ]);
  const lane = { maxConcurrent: settings.concurrency };
  return new (Octokit.plugin(throttling, retry))({
    baseUrl: settings.apiUrl.replace(/\/+$/, ''),
    log: SILENT,
    ...login,
    throttle: {
      // Groups of its own: the plugin otherwise shares its lanes among all clients of a process, and lets one GraphQL
      // query a second through, since it takes each for a change.
      write: new Bottleneck.Group(lane),
      global: new Bottleneck.Group(lane),
      // No limit gets this far.
      onRateLimit: () => false,
      onSecondaryRateLimit: () => false,
    },
    retry: {
      doNotRetry: [400, 401, 403, 404, 409, 410, 422, 429, 451],
      retryAfterBaseValue: settings.retryMilliseconds,
    },
  });
}

const nothing = (): void => undefined;
/** What Octokit has to say reaches people as one line of our own. */
const SILENT = { debug: nothing, info: nothing, warn: nothing, error: nothing };

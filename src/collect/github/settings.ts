/** Where GitHub is and how to treat it; nothing of it is read from the environment here. */
export interface GithubSettings {
  /** Base of the REST API, such as `https://api.github.com`. */
  readonly apiUrl: string;
  /** The GraphQL endpoint, such as `https://api.github.com/graphql`. */
  readonly graphqlUrl: string;
  /** Tokens of different users: the limits of one user are shared by all of their tokens. */
  readonly tokens: readonly string[];
  /** A limit that lasts longer ends the stream. */
  readonly maxWaitMilliseconds: number;
  /** Requests at a time. */
  readonly concurrency: number;
  /** How long one attempt may take; GitHub itself gives up after ten seconds. */
  readonly attemptMilliseconds: number;
  /** A failed request is repeated after one, four and nine of these. */
  readonly retryMilliseconds: number;
}

/** What suits github.com. */
export const USUAL: Pick<
  GithubSettings,
  'maxWaitMilliseconds' | 'concurrency' | 'attemptMilliseconds' | 'retryMilliseconds'
> = {
  // An hour is the longest that a primary limit lasts.
  maxWaitMilliseconds: 3_900_000,
  // GitHub asks for few at a time, and refuses more than 60 s of its processors' time in a minute.
  concurrency: 3,
  attemptMilliseconds: 30_000,
  retryMilliseconds: 1000,
};

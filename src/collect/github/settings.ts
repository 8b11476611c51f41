/** A GitHub App and what it proves itself with. */
export interface AppSettings {
  /** Its id or its client id. */
  readonly id: string;
  /** Text of the .pem file. */
  readonly privateKey: string;
  /** The installation to use everywhere; null for that of the owner who is collected. */
  readonly installationId: number | null;
}

/** What is asked about, by which an app knows which installation to use. */
export interface GithubPlace {
  readonly owner: string;
  /** Of a repository; null for all that the owner has. */
  readonly name: string | null;
}

/** Where GitHub is and how to treat it; nothing of it is read from the environment here. */
export interface GithubSettings {
  /** Base of the REST API, such as `https://api.github.com`. */
  readonly apiUrl: string;
  /** The GraphQL endpoint, such as `https://api.github.com/graphql`. */
  readonly graphqlUrl: string;
  /** Tokens of different users: the limits of one user are shared by all of their tokens. */
  readonly tokens: readonly string[];
  /** An app, whose installation at the owner joins the tokens; null for none. */
  readonly app: AppSettings | null;
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
  'app' | 'maxWaitMilliseconds' | 'concurrency' | 'attemptMilliseconds' | 'retryMilliseconds'
> = {
  app: null,
  // An hour is the longest that a primary limit lasts.
  maxWaitMilliseconds: 3_900_000,
  // GitHub asks for few at a time, and refuses more than 60 s of its processors' time in a minute.
  concurrency: 3,
  attemptMilliseconds: 30_000,
  retryMilliseconds: 1000,
};

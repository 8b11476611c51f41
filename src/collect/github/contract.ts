/** A JSON object from outside, of which nothing is known yet. */
export interface JsonObject {
  readonly [key: string]: unknown;
}

export type GithubVariables = Readonly<Record<string, unknown>>;

/** On whose account a request goes in `raw_request`. */
export interface GithubCall {
  readonly stream: string;
  /** Null before the repository's id is known. */
  readonly repoId: bigint | null;
}

/** The one door to GitHub: pace, limits, repetition and tokens are its business. */
export interface GithubClient {
  /**
   * Runs a document of `queries/collect/github/`, by its name. Partial data comes with `errors`.
   *
   * Errors: `UnderstoryError`s for what ends a stream (`E_TOKEN`, `E_PERMISSION`, `E_NOT_FOUND`, `E_RATE_LIMIT`,
   * `E_NETWORK`, `E_GITHUB`, `E_INTERRUPTED`).
   */
  readonly graphql: (
    document: string,
    variables: GithubVariables,
    call: GithubCall,
  ) => Promise<GraphqlAnswer>;
  /**
   * One GET; `route` as GitHub documents it (`GET /repos/{owner}/{repo}/pulls/comments`), or the URL of a `Link` header.
   *
   * Errors: as `graphql`.
   */
  readonly rest: (route: string, parameters: GithubVariables, call: GithubCall) => Promise<RestAnswer>;
}

export interface GraphqlAnswer {
  readonly data: JsonObject | null;
  readonly errors: readonly GraphqlProblem[];
  /** GitHub's clock. */
  readonly date: Date;
  /** Whether the query was too much for GitHub: ask for less at once. */
  readonly isHeavy: boolean;
}

export interface GraphqlProblem {
  /** Such as `NOT_FOUND`; null where GitHub gives none. */
  readonly type: string | null;
  readonly message: string;
  readonly path: readonly (string | number)[];
  /** Whether the query itself is refused, as by a server that does not know a field. */
  readonly isInvalid: boolean;
}

export interface RestAnswer {
  readonly data: unknown;
  /** URL of the next page; null on the last one. */
  readonly next: string | null;
  /** URL of the last page by number; null on it, and where GitHub does not say. */
  readonly last: string | null;
  /** GitHub's clock. */
  readonly date: Date;
}

/** One request as it is kept in `raw_request`. */
export interface RequestRecord {
  readonly stream: string;
  readonly repoId: bigint | null;
  readonly method: 'GET' | 'POST';
  /** REST route, or name of the GraphQL operation. */
  readonly route: string;
  /** Null where no answer came. */
  readonly status: number | null;
  readonly points: number;
  readonly requestedAt: Date;
}

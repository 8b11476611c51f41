/** How a fault shows: as a whole answer, in the transport, in the numbers of a limit, or in the data. */
export type FaultStage = 'answer' | 'transport' | 'data' | 'clock' | 'change';

export interface FaultInput {
  /** Seconds since 1970 by the stand-in's clock. */
  readonly now: number;
  readonly isGraphql: boolean;
  /** Seconds until a limit ends. */
  readonly wait: number;
  readonly host: string;
}

/** An answer that takes the place of the right one. */
export interface FaultAnswer {
  readonly status: number;
  /** JSON value, or text that is sent as HTML. */
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** Says that `x-ratelimit-remaining` reads 0 and when it ends. */
  readonly isPrimaryLimit?: true;
  /** Seconds that nobody with the same token may ask again. */
  readonly forbids?: number;
  /** The answer names the end as an instant, which is a whole second: whoever asks then is not early. */
  readonly namesEnd?: true;
}

const DOCS = 'https://docs.github.com/rest';
const SECONDARY = 'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.';
const WRONG =
  'Something went wrong while executing your query. This may be the result of a timeout, or it could be a GitHub bug. Please include `ABCD:1234:5678:9ABC:DEF01234` when reporting this issue.';
const NGINX =
  '<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body><center><h1>502 Bad Gateway</h1></center><hr><center>nginx</center></body>\r\n</html>\r\n';

const message = (status: number, text: string): FaultAnswer => ({
  status,
  body: { message: text, documentation_url: DOCS, status: String(status) },
});

const limit = (status: number, text: string, input: FaultInput, header?: string): FaultAnswer => ({
  ...message(status, text),
  forbids: input.wait,
  ...(header === undefined ? {} : { headers: { 'retry-after': header } }),
});

const primary = (status: number, input: FaultInput): FaultAnswer => ({
  ...message(status, 'API rate limit exceeded for user ID 1.'),
  isPrimaryLimit: true,
  forbids: input.wait,
  namesEnd: true,
});

/** A 200 with nothing but an error, as the GraphQL endpoint sends it. */
const graphql = (error: Readonly<Record<string, unknown>>, more: Partial<FaultAnswer> = {}): FaultAnswer => ({
  status: 200,
  body: { errors: [error] },
  ...more,
});

/**
 * Faults that are whole answers, by id. Those of the GraphQL endpoint come only there; asked for elsewhere they become
 * the nearest REST answer.
 */
export const ANSWERS: Readonly<Record<string, (input: FaultInput) => FaultAnswer>> = {
  'primary-rest': (input) => primary(403, input),
  'primary-rest-429': (input) => primary(429, input),
  'primary-anonymous': (input) => ({
    ...primary(403, input),
    body: {
      message:
        "API rate limit exceeded for 203.0.113.1. (But here's the good news: Authenticated requests get a higher rate limit. Check out the documentation for more details.)",
      documentation_url: DOCS,
    },
  }),
  'primary-graphql': (input) =>
    input.isGraphql
      ? graphql(
          {
            type: 'RATE_LIMIT',
            code: 'graphql_rate_limit',
            message: 'API rate limit already exceeded for user ID 1.',
          },
          { isPrimaryLimit: true, forbids: input.wait, namesEnd: true },
        )
      : primary(403, input),
  'primary-graphql-old': (input) =>
    input.isGraphql
      ? graphql(
          { type: 'RATE_LIMITED', message: 'API rate limit exceeded for user ID 1.' },
          { isPrimaryLimit: true, forbids: input.wait, namesEnd: true },
        )
      : primary(403, input),
  secondary: (input) => limit(403, SECONDARY, input, String(input.wait)),
  'secondary-429': (input) => limit(429, SECONDARY, input, String(input.wait)),
  'secondary-200': (input) =>
    input.isGraphql
      ? graphql(
          { message: SECONDARY },
          { headers: { 'retry-after': String(input.wait) }, forbids: input.wait },
        )
      : limit(403, SECONDARY, input, String(input.wait)),
  'secondary-bare': (input) => limit(403, SECONDARY, { ...input, wait: 60 }),
  'secondary-odd': (input) => limit(403, 'Please slow down.', input, String(input.wait)),
  'secondary-odd-429': (input) => limit(429, 'Too many requests.', input, String(input.wait)),
  'secondary-date': (input) => ({
    ...limit(429, SECONDARY, input, new Date((input.now + input.wait) * 1000).toUTCString()),
    namesEnd: true,
  }),
  'gateway-json': () => ({ status: 502, body: { data: null, errors: [{ message: WRONG }] } }),
  'gateway-html': () => ({ status: 502, body: NGINX }),
  'gateway-empty': () => ({ status: 502, body: '' }),
  timeout: () => message(504, "We couldn't respond to your request in time. Sorry about that."),
  'server-error': () => message(500, 'Server Error'),
  'server-error-html': () => ({
    status: 503,
    body: NGINX.replaceAll('502 Bad Gateway', '503 Service Unavailable'),
  }),
  wrong: (input) =>
    input.isGraphql
      ? { status: 200, body: { data: null, errors: [{ message: WRONG }] } }
      : message(502, 'Server Error'),
  'bad-credentials': () => message(401, 'Bad credentials'),
  'unauthorized-odd': () => message(401, 'Requires authentication'),
  'not-found': () => message(404, 'Not Found'),
  'no-permission': () => ({
    ...message(403, 'Resource not accessible by personal access token'),
    headers: { 'x-accepted-github-permissions': 'contents=read' },
  }),
  'sso-rest': () => ({
    ...message(
      403,
      'Resource protected by organization SAML enforcement. You must grant your personal token access to this organization.',
    ),
    headers: { 'x-github-sso': 'required; url=https://github.com/orgs/corvane/sso?authorization_request=A1' },
  }),
  gone: () => message(410, 'This issue was deleted'),
  conflict: () => message(409, 'Git Repository is empty.'),
  dmca: () => ({
    status: 451,
    body: {
      message: 'Repository access blocked',
      block: {
        reason: 'dmca',
        created_at: '2026-01-01T00:00:00Z',
        html_url: 'https://github.com/github/dmca/1',
      },
    },
  }),
  blocked: () => ({
    status: 403,
    body: {
      message: 'Repository access blocked',
      block: { reason: 'tos', created_at: '2026-01-01T00:00:00Z', html_url: null },
    },
  }),
  'too-far': () =>
    message(
      422,
      'Pagination with the page parameter is not supported for large datasets, please use cursor based pagination (after/before)',
    ),
  validation: () => ({
    status: 422,
    body: {
      message: 'Validation Failed',
      errors: [{ resource: 'Issue', code: 'invalid', field: 'since' }],
      documentation_url: DOCS,
    },
  }),
  accepted: () => ({ status: 202, body: {} }),
};

export type SpoilId =
  | 'reset'
  | 'cut'
  | 'lost'
  | 'hang'
  | 'slow'
  | 'clock-ahead'
  | 'clock-behind'
  | 'heavy'
  | 'unavailable'
  | 'timedout'
  | 'forbidden-node'
  | 'sso-node'
  | 'empty-page'
  | 'repeated-item'
  | 'wrong-total'
  | 'sso-partial'
  | 'huge-number'
  | 'drift';

/** Faults that let the right answer be made and then spoil it. */
export const OTHERS: Readonly<Record<SpoilId, FaultStage>> = {
  /** Connection closed before any answer. */
  reset: 'transport',
  /** Body ends early, with the length of what is left. */
  cut: 'transport',
  /** Connection lost in the body: fewer bytes than announced. */
  lost: 'transport',
  /** No answer at all; the connection stays open. */
  hang: 'transport',
  /** One byte a second. */
  slow: 'transport',
  /** GitHub's clock is an hour ahead of ours, or behind. */
  'clock-ahead': 'clock',
  'clock-behind': 'clock',
  /** GraphQL: partial data, an object null, `RESOURCE_LIMITS_EXCEEDED`; REST: 502. */
  heavy: 'data',
  /** GraphQL: partial data, an object null, `SERVICE_UNAVAILABLE`. */
  unavailable: 'data',
  /** GraphQL: partial data and an error that says only `timedout`. */
  timedout: 'data',
  /** GraphQL: one entry of a list, or one alias, is null, and an error says `FORBIDDEN`. */
  'forbidden-node': 'data',
  /** The same for want of single sign-on, with `saml_failure`. */
  'sso-node': 'data',
  /** A page without items although more follow. */
  'empty-page': 'data',
  /** The last item of the page before comes again. */
  'repeated-item': 'data',
  /** The total says three more than there are. */
  'wrong-total': 'data',
  /** A list that lacks an organisation's items, said only in a header. */
  'sso-partial': 'data',
  /** Numbers beyond what a double holds exactly, where `BigInt` allows them. */
  'huge-number': 'data',
  /** Values the schema doesn't know: a new enum value and a new kind of event. */
  drift: 'data',
};

/** Every fault on demand, beside the changes of `changes.ts`. */
export const FAULT_IDS: readonly string[] = [...Object.keys(ANSWERS), ...Object.keys(OTHERS)];

/** Faults that don't pass by repeating, or that only a client with a time limit survives. */
const LASTING: ReadonlySet<string> = new Set([
  'primary-anonymous',
  'bad-credentials',
  'unauthorized-odd',
  'not-found',
  'no-permission',
  'sso-rest',
  'sso-partial',
  'gone',
  'conflict',
  'dmca',
  'blocked',
  'too-far',
  'validation',
  'accepted',
  'hang',
  'slow',
  'wrong-total',
  'huge-number',
  'drift',
]);

/** Faults that pass: a collector that goes on rightly has everything in the end. */
export const PASSING: readonly string[] = FAULT_IDS.filter((id) => !LASTING.has(id));

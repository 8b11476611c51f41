import { createHash } from 'node:crypto';
import { type GraphqlRequest, type Plan, plan } from '../graphql/execute.ts';
import { isRecord, readText } from '../json.ts';
import type { Match } from '../rest/openapi.ts';
import type { Engine } from './engine.ts';
import type { Resource } from './limits.ts';
import type { Token } from './tokens.ts';

/** A request without its transport. */
export interface Incoming {
  readonly method: string;
  /** Path without the Enterprise prefix and without the query. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: string;
  /** Base of the REST routes as the client knows it. */
  readonly base: string;
  /** The limits that users had been told of when it came, and when they end: no client heeds an answer on its way. */
  readonly told: ReadonlyMap<string, number>;
}

/** What the log says of a request, whatever the answer. */
export interface LogParts {
  readonly route: string;
  readonly operation: string | null;
  readonly key: string;
  readonly points: number;
  readonly nodes: number;
  readonly login: string | null;
  readonly isEarly: boolean;
}

/** What is known about a request before it is answered. */
export interface Sighted {
  readonly token: Token | null;
  readonly isKnown: boolean;
  /** The signed proof of an app, on the routes that take one; null for none. */
  readonly proof: string | null;
  readonly user: string;
  readonly resource: Resource;
  readonly match: Match | null;
  readonly graphql: { readonly request: GraphqlRequest; readonly plan: Plan } | null;
  readonly log: LogParts;
}

/** What fault rules look at: the route, for GraphQL with the operation's name. */
export function nameOf(sighted: Sighted): string {
  return sighted.graphql ? `POST /graphql ${sighted.log.operation}` : sighted.log.route;
}

/** Looks at a request: whose token, which route or query, at what price. */
export function sight(engine: Engine, incoming: Incoming): Sighted {
  const header = incoming.headers['authorization'];
  const secret = header?.replace(/^(token|bearer) /i, '');
  const token = (secret && engine.tokens.get(secret)) || null;
  const proof = isAppRoute(incoming) && secret?.split('.').length === 3 ? secret : null;
  const isGraphql = incoming.path === '/graphql';
  const match = isGraphql ? null : engine.api.match(incoming.method, numberedToNamed(engine, incoming.path));
  const body = isGraphql ? parseBody(incoming.body) : null;
  const visitor = token ?? {
    kind: 'classic' as const,
    login: 'nobody',
    scopes: [],
    maintains: [],
    limit: 60,
  };
  const planned = body && plan(engine.schema, engine.documents, body, visitor);
  const user = token?.login ?? 'anonymous';
  const key = createHash('sha1').update(
    `${incoming.method} ${incoming.path}?${incoming.query}\n${incoming.body}`,
  );
  const route = isGraphql ? 'POST /graphql' : (match?.route.name ?? `${incoming.method} ${incoming.path}`);
  const log: LogParts = {
    route,
    operation: planned?.operationName ?? null,
    key: key.digest('hex').slice(0, 12),
    points: planned?.cost.points ?? 1,
    nodes: planned?.cost.nodes ?? 0,
    login: token?.login ?? null,
    isEarly: engine.clock.now() < (incoming.told.get(user) ?? 0),
  };
  const isSbom = route.endsWith('/sbom');
  return {
    token,
    isKnown: header === undefined || token !== null || proof !== null,
    proof,
    user,
    resource: isGraphql ? 'graphql' : isSbom ? 'dependency_sbom' : 'core',
    match,
    graphql: body && planned ? { request: body, plan: planned } : null,
    log,
  };
}

/** An app proves itself by a signed text of three parts, and only to its own routes. */
function isAppRoute({ path }: Incoming): boolean {
  return path.startsWith('/app/') || path.endsWith('/installation');
}

/** Links and redirects go by number: `/repositories/1/issues` is `/repos/OWNER/NAME/issues`. */
function numberedToNamed(engine: Engine, path: string): string {
  const [, number, rest = ''] = /^\/repositories\/(\d+)(\/.*)?$/.exec(path) ?? [];
  const row = number === undefined ? undefined : engine.world.repositoryByNumber(Number(number));
  return row ? `/repos/${engine.world.fullName(row)}${rest}` : path;
}

function parseBody(text: string): GraphqlRequest | null {
  try {
    const body: unknown = JSON.parse(text);
    const query = readText(body, 'query');
    if (query === undefined || !isRecord(body)) return null;
    const variables = body['variables'];
    return {
      text: query,
      operationName: readText(body, 'operationName'),
      variables: isRecord(variables) ? variables : {},
    };
  } catch {
    return null;
  }
}

import { isRecord, type JsonObject } from '../stand-in/json.ts';
import type { StandIn } from '../stand-in/start.ts';

export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  readonly body: unknown;
}

/** Asks a stand-in without any client library in between. */
export interface Client {
  readonly rest: (path: string, token?: string | null, headers?: Record<string, string>) => Promise<Reply>;
  readonly graphql: (query: string, variables?: JsonObject, token?: string | null) => Promise<Reply>;
  readonly control: (method: string, command: string, body?: unknown) => Promise<unknown>;
}

export const PLAIN = 'stand-in-token-plain';
export const MAINTAINER = 'stand-in-token-maintainer';

export function createClient(standIn: StandIn): Client {
  const send = async (url: string, init: RequestInit): Promise<Reply> => {
    const response = await fetch(url, { redirect: 'manual', ...init });
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.includes('json') && text !== '';
    return { status: response.status, headers: response.headers, body: isJson ? JSON.parse(text) : text };
  };
  const authorize = (token: string | null): Record<string, string> =>
    token === null ? {} : { authorization: `token ${token}` };
  return {
    rest: (path, token = PLAIN, headers = {}) =>
      send(`${standIn.urls.GITHUB_API_URL}${path}`, { headers: { ...authorize(token), ...headers } }),
    graphql: (query, variables = {}, token = PLAIN) =>
      send(standIn.urls.GITHUB_GRAPHQL_URL, {
        method: 'POST',
        headers: authorize(token),
        body: JSON.stringify({ query, variables }),
      }),
    control: async (method, command, body) => {
      const init = body === undefined ? { method } : { method, body: JSON.stringify(body) };
      return (await send(`${standIn.controlUrl}${command}`, init)).body;
    },
  };
}

/** Follows a path of keys into an answer; undefined where it ends early. */
export function dig(value: unknown, ...path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>((at, key) => {
    if (Array.isArray(at) && typeof key === 'number') return at[key];
    return isRecord(at) ? at[key] : undefined;
  }, value);
}

/** The first error of a GraphQL answer. */
export function firstError(reply: Reply): JsonObject {
  const error = dig(reply.body, 'errors', 0);
  return isRecord(error) ? error : {};
}

/** A list of objects in an answer. */
export function rowsOf(value: unknown): readonly JsonObject[] {
  return Array.isArray(value) ? value.filter(isRecord) : [];
}

import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createGithubClient } from '../../src/collect/github/client.ts';
import type { GithubClient, RequestRecord } from '../../src/collect/github/contract.ts';
import { type GithubSettings, USUAL } from '../../src/collect/github/settings.ts';
import { testContext } from './context.ts';

/** What an odd server answers to one request; headers are all that it sends. */
export interface OddAnswer {
  readonly status?: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export const JSON_TYPE = { 'content-type': 'application/json' };

export interface OddServer {
  readonly client: GithubClient;
  readonly requests: readonly RequestRecord[];
  /** Paths that were asked for, in order. */
  readonly paths: readonly string[];
  /** Seconds that were waited for, altogether. */
  readonly waited: () => number;
}

/** A client on a loopback server that gives these answers one after the other, and the last for ever. */
export async function oddServer(
  answers: readonly OddAnswer[],
  onCleanup: (clean: () => void) => void,
  more: (url: string) => Partial<GithubSettings> = () => ({}),
): Promise<OddServer> {
  const paths: string[] = [];
  const server = createServer((request, response) => {
    const { status = 200, body, headers = JSON_TYPE } = answers[paths.length] ?? answers.at(-1) ?? {};
    paths.push(request.url ?? '');
    response.sendDate = false;
    request.resume().on('end', () => {
      response.writeHead(status, headers).end(typeof body === 'string' ? body : JSON.stringify(body));
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  onCleanup(() => server.close().closeAllConnections());
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  let waited = 0;
  const start = Date.UTC(2026, 0, 1);
  const context = testContext({
    fetch: globalThis.fetch,
    now: () => new Date(start + waited),
    sleep: async (milliseconds) => {
      waited += milliseconds;
    },
  });
  const requests: RequestRecord[] = [];
  const settings = {
    ...USUAL,
    apiUrl: url,
    graphqlUrl: `${url}/graphql`,
    tokens: ['odd-token'],
    retryMilliseconds: 1,
  };
  const client = await createGithubClient(
    { ...settings, ...more(url) },
    { owner: 'odd', name: 'server' },
    (request) => requests.push(request),
    context,
  );
  return { client, requests, paths, waited: () => Math.round(waited / 1000) };
}

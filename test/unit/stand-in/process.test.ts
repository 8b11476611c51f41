import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, expect, test } from 'vitest';
import { readText } from '../../stand-in/json.ts';
import { startStandIn } from '../../stand-in/start.ts';
import { createClient } from '../../support/stand-in-client.ts';

const root = mkdtempSync(join(tmpdir(), 'stand-in-process-'));

afterAll(() => rmSync(root, { recursive: true, force: true }));

async function startProcess(...args: string[]): Promise<{ urls: unknown; stop: () => Promise<unknown> }> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'test/stand-in/server.ts', '--stdin', ...args]);
  const [line]: unknown[] = await once(createInterface({ input: child.stdout }), 'line');
  const stop = async (): Promise<unknown> => {
    child.stdin.end();
    return (await once(child, 'exit'))[0];
  };
  return { urls: JSON.parse(String(line)), stop };
}

test('a process of its own prints its URLs, serves, and ends with its input', async () => {
  const data = join(root, 'data');
  const { urls, stop } = await startProcess('--generate', '--seed', '2', '--scale', '0.1', '--data', data);
  const api = readText(urls, 'GITHUB_API_URL') ?? '';
  const answer = await fetch(`${api}/repos/orrery-db/orrery`);
  expect(answer.status).toBe(200);
  expect(readText(urls, 'GITHUB_GRAPHQL_URL')).toBe(`${api}/graphql`);
  expect(readText(urls, 'GITHUB_SERVER_URL')).toMatch(/^file:\/\//);
  expect(await stop()).toBe(0);
});

test('a folder is served as it was written, also in the shape of an Enterprise server without limits', async () => {
  const data = join(root, 'data');
  const shape = { shape: 'enterprise', limits: { primary: 'off', secondary: 'off' } } as const;
  const served = await startStandIn({ data, ...shape });
  const client = createClient(served);
  expect(served.urls.GITHUB_API_URL).toMatch(/\/api\/v3$/);
  expect(served.urls.GITHUB_GRAPHQL_URL).toMatch(/\/api\/graphql$/);
  const reply = await client.rest('/repos/orrery-db/orrery/issues?per_page=2');
  expect(reply.headers.get('x-ratelimit-limit')).toBe(null);
  expect(reply.headers.get('link')).toContain('/api/v3/repositories/');
  const graphql = await client.graphql('{ rateLimit { cost } organization(login: "orrery-db") { login } }');
  expect(graphql.body).toEqual({ data: { rateLimit: null, organization: { login: 'orrery-db' } } });
  expect((await client.rest('/rate_limit')).status).toBe(404);
  await served.close();
});

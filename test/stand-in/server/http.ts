import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { control } from './control.ts';
import type { Engine } from './engine.ts';
import { nowOf } from './engine.ts';
import { type Outgoing, respond } from './respond.ts';
import type { Incoming } from './sight.ts';

/** Prefix of the routes that are not GitHub's. */
export const CONTROL_PREFIX = '/_stand-in/';

/** Makes the HTTP server of an engine; both URL shapes work: plain, and `/api/v3` with `/api/graphql` as on Enterprise. */
export function createHttpServer(engine: Engine): Server {
  return createServer((request, response) => {
    serve(engine, request, response).catch((error: unknown) => {
      const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
      process.stderr.write(`stand-in: ${request.method} ${request.url}: ${text}\n`);
      // 599 is no status of GitHub's: a fault of the stand-in itself must not look like one of its faults.
      if (!response.headersSent) response.writeHead(599, { 'content-type': 'text/plain' });
      response.end(text);
    });
  });
}

async function serve(engine: Engine, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://stand-in');
  const told = new Map(engine.forbidden);
  const body = await readBody(request);
  if (url.pathname.startsWith(CONTROL_PREFIX)) {
    const command = url.pathname.slice(CONTROL_PREFIX.length);
    const [status, result] = await runControl(
      engine,
      request.method ?? 'GET',
      command,
      url.searchParams,
      body,
    );
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(JSON.stringify(result));
    return;
  }
  const isEnterprise = url.pathname.startsWith('/api/');
  const host = `http://${request.headers.host ?? '127.0.0.1'}`;
  const incoming: Incoming = {
    method: request.method ?? 'GET',
    path: url.pathname.replace(/^\/api\/v3/, '').replace(/^\/api\/graphql$/, '/graphql'),
    query: url.searchParams,
    headers: Object.fromEntries(
      Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
    ),
    body,
    base: isEnterprise ? `${host}/api/v3` : host,
    told,
  };
  const outgoing = await respond(engine, incoming);
  note(engine, incoming, outgoing);
  if (engine.options.latency > 0) await wait(engine.options.latency);
  tell(engine, outgoing);
  send(response, outgoing);
}

/** From here on whoever asks before the limit ends knows of it. */
function tell({ forbidden }: Engine, { limit }: Outgoing): void {
  if (limit !== null) forbidden.set(limit.user, Math.max(limit.until, forbidden.get(limit.user) ?? 0));
}

/** A control command's answer; what it does not like about its input is 400. */
async function runControl(
  engine: Engine,
  method: string,
  command: string,
  query: URLSearchParams,
  body: string,
): Promise<readonly [status: number, body: unknown]> {
  try {
    const result = await control(engine, method, command, query, body);
    return result === undefined ? [404, { message: `No such command: ${method} ${command}` }] : [200, result];
  } catch (error) {
    return [400, { message: error instanceof Error ? error.message : String(error) }];
  }
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString('utf8');
}

function wait(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

function note(engine: Engine, incoming: Incoming, outgoing: Outgoing): void {
  engine.log.push({
    n: engine.log.length + 1,
    at: nowOf(engine),
    path: incoming.path,
    status: outgoing.status,
    fault: outgoing.rule?.fault ?? null,
    responseBytes: Buffer.byteLength(outgoing.body),
    ...outgoing.log,
  });
}

/** Sends an answer, or fails at it as a fault says. */
function send(response: ServerResponse, outgoing: Outgoing): void {
  const { transport, status, headers } = outgoing;
  if (transport === 'hang') return;
  if (transport === 'reset') {
    response.destroy();
    return;
  }
  const bytes = Buffer.from(outgoing.body);
  const half = bytes.subarray(0, Math.floor(bytes.length / 2));
  response.sendDate = false;
  if (transport === 'cut') {
    response.writeHead(status, { ...headers, 'content-length': half.length });
    response.end(half);
    return;
  }
  response.writeHead(status, {
    ...headers,
    ...(status === 304 || status === 204 ? {} : { 'content-length': bytes.length }),
  });
  if (transport === 'lost') {
    response.write(half, () => response.destroy());
    return;
  }
  if (transport === 'slow') {
    drip(response, bytes, 0);
    return;
  }
  response.end(status === 304 || status === 204 ? undefined : bytes);
}

/** One byte a second, for as long as anybody listens. */
function drip(response: ServerResponse, bytes: Buffer, index: number): void {
  if (response.destroyed) return;
  if (index >= bytes.length) {
    response.end();
    return;
  }
  response.write(bytes.subarray(index, index + 1));
  setTimeout(() => drip(response, bytes, index + 1), 1000).unref();
}

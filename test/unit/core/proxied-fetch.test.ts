import { createServer, type Server } from 'node:http';
import { connect } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { makeFetch } from '../../../src/core/proxied-fetch.ts';

async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  return `127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
}

const startServer = () => listen(createServer((_, answer) => answer.end('here')));

/** A proxy that opens tunnels and notes where to. */
async function startProxy(): Promise<{ readonly address: string; readonly tunnels: readonly string[] }> {
  const tunnels: string[] = [];
  const proxy = createServer().on('connect', ({ url = '' }, client) => {
    tunnels.push(url);
    const server = connect(Number(url.split(':')[1]), '127.0.0.1', () => {
      client.write('HTTP/1.1 200 OK\r\n\r\n');
      server.pipe(client).pipe(server);
    });
    client.on('error', () => server.destroy());
    server.on('error', () => client.destroy());
    client.on('close', () => server.destroy());
  });
  return { address: await listen(proxy), tunnels };
}

test.each(['HTTP_PROXY', 'http_proxy'])('goes through the proxy of %s', async (variable) => {
  const server = await startServer();
  const { address, tunnels } = await startProxy();
  const response = await makeFetch({ [variable]: `http://${address}` })(`http://${server}/`);
  expect(await response.text()).toBe('here');
  expect(tunnels).toEqual([server]);
});

test('takes the proxy of HTTPS_PROXY for https only', async () => {
  const server = await startServer();
  const { address, tunnels } = await startProxy();
  const proxied = makeFetch({ HTTPS_PROXY: `http://${address}` });
  expect(await (await proxied(`http://${server}/`)).text()).toBe('here');
  expect(tunnels).toEqual([]);
  // The server speaks no TLS; that the proxy was asked is what matters.
  await expect(proxied(`https://${server}/`)).rejects.toThrow();
  expect(tunnels).toEqual([server]);
});

test('goes straight to what NO_PROXY names', async () => {
  const server = await startServer();
  const { address, tunnels } = await startProxy();
  const proxied = makeFetch({ HTTP_PROXY: `http://${address}`, NO_PROXY: 'example.org,127.0.0.1' });
  expect(await (await proxied(`http://${server}/`)).text()).toBe('here');
  expect(tunnels).toEqual([]);
});

test('fails where the proxy is down', async () => {
  const server = await startServer();
  await expect(makeFetch({ HTTP_PROXY: 'http://127.0.0.1:9' })(`http://${server}/`)).rejects.toThrow();
});

test('is what Node has where no proxy is named', async () => {
  const server = await startServer();
  expect(await (await makeFetch({})(`http://${server}/`)).text()).toBe('here');
});

type Fetch = typeof globalThis.fetch;
type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Makes a `fetch` that keeps to `HTTPS_PROXY`, `HTTP_PROXY` and `NO_PROXY`, which Node's own ignores. Its HTTP client is
 * loaded with the first request, which most commands never make.
 */
export function makeFetch(env: Environment): Fetch {
  let loaded: Promise<Fetch> | undefined;
  return async (...request) => {
    loaded ??= loadFetch(env);
    return await (await loaded)(...request);
  };
}

async function loadFetch(env: Environment): Promise<Fetch> {
  const httpProxy = variable(env, 'http_proxy');
  const httpsProxy = variable(env, 'https_proxy');
  if (httpProxy === '' && httpsProxy === '') return globalThis.fetch;
  const { EnvHttpProxyAgent, fetch } = await import('undici');
  const dispatcher = new EnvHttpProxyAgent({ httpProxy, httpsProxy, noProxy: variable(env, 'no_proxy') });
  // The same API by the same authors, whose types differ from Node's copy of them.
  const proxied: unknown = (url: string, init: object = {}) => fetch(url, { ...init, dispatcher });
  return proxied as Fetch;
}

/** In small letters or in capitals, as curl and git take them; empty where it is not set. */
function variable(env: Environment, name: string): string {
  return env[name] || env[name.toUpperCase()] || '';
}

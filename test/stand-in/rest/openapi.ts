import { readFileSync } from 'node:fs';
import { isRecord, type JsonObject, read, readText, readTexts } from '../json.ts';

/** One route of GitHub's OpenAPI description, as cut into `test/fixtures/openapi-routes.json`. */
export interface Route {
  /** `GET /repos/{owner}/{repo}/issues`. */
  readonly name: string;
  readonly pattern: RegExp;
  readonly parameters: readonly string[];
  readonly query: ReadonlySet<string>;
  readonly response: unknown;
}

/** A request that is in the description. */
export interface Match {
  readonly route: Route;
  /** Path parameters by name. */
  readonly path: Readonly<Record<string, string>>;
}

export interface OpenApi {
  readonly routes: readonly Route[];
  readonly schemas: JsonObject;
  readonly match: (method: string, path: string) => Match | null;
}

/** Parameters that GitHub puts into the links of its pages but that its description leaves out. */
const FROM_LINKS: readonly string[] = ['after', 'before', 'page', 'per_page'];

/** Reads the cut of GitHub's OpenAPI description. */
export function loadOpenApi(): OpenApi {
  const url = new URL('../../fixtures/openapi-routes.json', import.meta.url);
  const cut: unknown = JSON.parse(readFileSync(url, 'utf8'));
  const described = read(cut, 'routes');
  const routes = isRecord(described)
    ? Object.entries(described).map(([name, one]) => createRoute(name, one))
    : [];
  const schemas = read(read(cut, 'components'), 'schemas');
  return {
    routes,
    schemas: isRecord(schemas) ? schemas : {},
    match: (method, path) => {
      const found = routes.filter((route) => route.name.startsWith(`${method} `) && route.pattern.test(path));
      // `/pulls/comments` before `/pulls/{pull_number}`: the one with fewer parameters.
      const route = found.sort((a, b) => a.parameters.length - b.parameters.length)[0];
      if (route === undefined) return null;
      const values = route.pattern.exec(path)?.slice(1) ?? [];
      const pairs = route.parameters.map((name, index) => [name, decodeURIComponent(values[index] ?? '')]);
      return { route, path: Object.fromEntries(pairs) };
    },
  };
}

function createRoute(name: string, described: unknown): Route {
  const path = name.slice(name.indexOf(' ') + 1);
  const parameters = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '');
  const listed = read(described, 'parameters');
  const inQuery = Array.isArray(listed) ? listed.filter((one) => readText(one, 'in') === 'query') : [];
  return {
    name,
    pattern: new RegExp(`^${path.replaceAll(/\{\w+\}/g, '([^/]+)').replaceAll('.', '\\.')}$`),
    parameters,
    query: new Set([...inQuery.map((one) => readText(one, 'name') ?? ''), ...FROM_LINKS]),
    response: read(described, 'response'),
  };
}

/**
 * Fills in the links that GitHub's description requires and nobody reads: each `…_url` that is missing becomes one.
 *
 * Anything else that is missing stays missing, and a test says so.
 */
export function fillLinks(api: OpenApi, schema: string, base: string, partial: JsonObject): JsonObject {
  const required = readTexts(api.schemas[schema], 'required');
  const missing = required.filter((key) => (key === 'url' || key.endsWith('_url')) && !(key in partial));
  return { ...Object.fromEntries(missing.map((key) => [key, `${base}#${key}`])), ...partial };
}

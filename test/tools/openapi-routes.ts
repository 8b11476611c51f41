/**
 * Cuts the routes that understory calls out of GitHub's OpenAPI description.
 *
 * The whole package (`@octokit/openapi`) has 385 MB and is not kept as a dependency. To refresh the cut, install it in a
 * folder of its own and run: `npx tsx test/tools/openapi-routes.ts DIR/node_modules/@octokit/openapi`.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { isRecord, type JsonObject, read } from '../stand-in/json.ts';

/** Routes as the description spells them; every REST call of the collectors and of the stand-in is one of these. */
const ROUTES: readonly string[] = [
  'GET /rate_limit',
  'GET /user',
  'GET /user/{account_id}',
  'GET /users/{username}',
  'GET /users/{username}/repos',
  'GET /users/{username}/orgs',
  'GET /orgs/{org}',
  'GET /orgs/{org}/repos',
  'GET /orgs/{org}/public_members',
  'GET /app/installations',
  'POST /app/installations/{installation_id}/access_tokens',
  'GET /repos/{owner}/{repo}/installation',
  'GET /repos/{owner}/{repo}',
  'GET /repos/{owner}/{repo}/issues',
  'GET /repos/{owner}/{repo}/issues/{issue_number}',
  'GET /repos/{owner}/{repo}/issues/{issue_number}/comments',
  'GET /repos/{owner}/{repo}/issues/comments',
  'GET /repos/{owner}/{repo}/issues/events',
  'GET /repos/{owner}/{repo}/pulls',
  'GET /repos/{owner}/{repo}/pulls/{pull_number}',
  'GET /repos/{owner}/{repo}/pulls/{pull_number}/reviews',
  'GET /repos/{owner}/{repo}/pulls/{pull_number}/commits',
  'GET /repos/{owner}/{repo}/pulls/{pull_number}/comments',
  'GET /repos/{owner}/{repo}/pulls/comments',
  'GET /repos/{owner}/{repo}/commits',
  'GET /repos/{owner}/{repo}/contributors',
  'GET /repos/{owner}/{repo}/stats/contributors',
  'GET /repos/{owner}/{repo}/languages',
  'GET /repos/{owner}/{repo}/topics',
  'GET /repos/{owner}/{repo}/releases',
  'GET /repos/{owner}/{repo}/stargazers',
  'GET /repos/{owner}/{repo}/subscribers',
  'GET /repos/{owner}/{repo}/forks',
  'GET /repos/{owner}/{repo}/traffic/views',
  'GET /repos/{owner}/{repo}/traffic/clones',
  'GET /repos/{owner}/{repo}/community/profile',
  'GET /repos/{owner}/{repo}/dependency-graph/sbom',
];

const DROPPED: ReadonlySet<string> = new Set([
  'description',
  'example',
  'examples',
  'externalDocs',
  'summary',
  'tags',
]);

/** Follows `$ref` and returns the part of the description it names. */
function follow(api: JsonObject, reference: string): unknown {
  return reference
    .replace('#/', '')
    .split('/')
    .reduce<unknown>((at, key) => read(at, key), api);
}

/** Copies a schema without prose, and notes every component it refers to. */
function slim(value: unknown, found: Set<string>, inProperties = false): unknown {
  if (Array.isArray(value)) return value.map((item) => slim(item, found));
  if (!isRecord(value)) return value;
  const out: Record<string, unknown> = {};
  for (const [key, part] of Object.entries(value)) {
    if (!inProperties && (DROPPED.has(key) || key.startsWith('x-'))) continue;
    if (key === '$ref' && typeof part === 'string') found.add(part);
    out[key] = slim(part, found, key === 'properties' && !inProperties);
  }
  return out;
}

function parameter(api: JsonObject, value: unknown): unknown {
  const reference = read(value, '$ref');
  const full = typeof reference === 'string' ? follow(api, reference) : value;
  return {
    name: read(full, 'name'),
    in: read(full, 'in'),
    required: read(full, 'required') === true,
    schema: slim(read(full, 'schema'), new Set()),
  };
}

function route(api: JsonObject, name: string, found: Set<string>): unknown {
  const [method = '', path = ''] = name.split(' ');
  const operation = read(read(read(api, 'paths'), path), method.toLowerCase());
  if (!isRecord(operation)) throw new Error(`Expected \`${name}\` to be in the description`);
  const parameters = read(operation, 'parameters');
  const responses = read(operation, 'responses');
  const statuses = isRecord(responses) ? Object.keys(responses) : [];
  const success = read(responses, method === 'POST' ? '201' : '200');
  return {
    operationId: read(operation, 'operationId'),
    parameters: Array.isArray(parameters) ? parameters.map((one) => parameter(api, one)) : [],
    statuses,
    response: slim(read(read(read(success, 'content'), 'application/json'), 'schema'), found),
  };
}

function main(folder: string): void {
  const api: unknown = JSON.parse(readFileSync(`${folder}/generated/api.github.com.json`, 'utf8'));
  const version = read(JSON.parse(readFileSync(`${folder}/package.json`, 'utf8')), 'version');
  if (!isRecord(api)) throw new Error('Expected an OpenAPI description');
  const found = new Set<string>();
  const routes = Object.fromEntries(ROUTES.map((name) => [name, route(api, name, found)]));
  const schemas: Record<string, unknown> = {};
  for (const reference of found) {
    // A Set that grows while it is walked hands out the new members too, so this is the transitive closure.
    schemas[reference.replace('#/components/schemas/', '')] = slim(follow(api, reference), found);
  }
  const sorted = Object.fromEntries(Object.entries(schemas).sort(([a], [b]) => (a < b ? -1 : 1)));
  const head = { source: '@octokit/openapi', version, file: 'generated/api.github.com.json' };
  const cut = { ...head, routes, components: { schemas: sorted } };
  writeFileSync('test/fixtures/openapi-routes.json', `${JSON.stringify(cut)}\n`);
}

const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error('Expected the folder of the package `@octokit/openapi`');
main(folder);

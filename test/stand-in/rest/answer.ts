import type { GitStore } from '../git/store.ts';
import type { Limits } from '../server/limits.ts';
import type { ClosedLists, Token } from '../server/tokens.ts';
import type { Repository } from '../world/records.ts';
import type { Match } from './openapi.ts';
import type { ViewContext } from './views.ts';

/** A REST request that was authenticated and found in the description. */
export interface RestRequest extends ViewContext {
  readonly git: GitStore;
  readonly match: Match;
  readonly query: URLSearchParams;
  readonly accept: string;
  readonly token: Token | null;
  /** Whether it is an app that asks, with its signed proof. */
  readonly isApp: boolean;
  /** All that are accepted, to which an installation's new one is added. */
  readonly tokens: Map<string, Token>;
  /** The stand-in's clock, ISO. */
  readonly now: string;
  /** How REST answers for closed lists of stars and watchers. */
  readonly closedLists: ClosedLists;
  /** Things that are computed in the background on GitHub and were asked for before. */
  readonly warm: Set<string>;
  readonly limits: Limits;
  /** Lists that were gathered and sorted before. */
  readonly lists: ListCache;
}

/** Lists by route and parameters; forgotten when the data changes. */
export interface ListCache {
  version: number;
  readonly rows: Map<string, readonly unknown[]>;
}

export interface RestAnswer {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A list route's items: the whole list, from which one page is cut and shown. */
export type RestHandler = (request: RestRequest) => RestAnswer | Promise<RestAnswer>;

const DOCS = 'https://docs.github.com/rest';

export function ok(body: unknown): RestAnswer {
  return { status: 200, body };
}

export function fail(status: number, message: string): RestAnswer {
  return { status, body: { message, documentation_url: DOCS, status: String(status) } };
}

/** Rows that `page=` reaches on large lists of issues, and on all others. */
const PAGE_REACH = { issues: 10_000, other: 40_000 } as const;
const TOO_FAR = {
  issues:
    'Pagination with the page parameter is not supported for large datasets, please use cursor based pagination (after/before)',
  other:
    'In order to keep the API fast for everyone, pagination is limited for this resource. Check the rel=last link relation in the Link response header to see how far back you can traverse.',
} as const;

/** Cuts one page and links the next by the repository's number, as GitHub does. */
export function paginate<Row>(
  request: RestRequest,
  rows: readonly Row[],
  view: (row: Row) => unknown,
  repository?: Repository,
): RestAnswer {
  const kind = request.match.route.name.endsWith('/issues') ? 'issues' : 'other';
  const size = Math.min(100, Math.max(1, Number(request.query.get('per_page') ?? 30) || 30));
  const page = Math.max(1, Number(request.query.get('page') ?? 1) || 1);
  const cursor = request.query.get('after');
  const start = cursor === null ? (page - 1) * size : Number(Buffer.from(cursor, 'base64').toString());
  if (cursor === null && page * size > PAGE_REACH[kind] && page > 1) return fail(422, TOO_FAR[kind]);
  const body = rows.slice(start, start + size).map(view);
  const isLast = start + size >= rows.length;
  const isLarge = kind === 'issues' && rows.length > PAGE_REACH.issues;
  const link = (relation: string, change: (query: URLSearchParams) => void): string => {
    const query = new URLSearchParams(request.query);
    change(query);
    return `<${request.base}${toNumberedPath(request, repository)}?${query}>; rel="${relation}"`;
  };
  const links: string[] = [];
  if (!isLast && isLarge) {
    links.push(
      link('next', (query) => {
        query.delete('page');
        query.set('after', Buffer.from(String(start + size)).toString('base64'));
      }),
    );
  } else if (!isLast) {
    links.push(link('next', (query) => query.set('page', String(page + 1))));
    links.push(link('last', (query) => query.set('page', String(Math.ceil(rows.length / size)))));
  }
  if (page > 1) links.push(link('first', (query) => query.set('page', '1')));
  return { status: 200, body, ...(links.length > 0 ? { headers: { link: links.join(', ') } } : {}) };
}

function toNumberedPath(request: RestRequest, repository: Repository | undefined): string {
  let path = request.match.route.name.slice(request.match.route.name.indexOf(' ') + 1);
  if (repository) path = path.replace('/repos/{owner}/{repo}', `/repositories/${repository.databaseId}`);
  return path.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(request.match.path[name] ?? ''),
  );
}

/** Gathers a list once for all its pages: otherwise the whole of a large repository is walked for each of them. */
export function gather<Row>(request: RestRequest, repository: Repository, make: () => Row[]): readonly Row[] {
  const { lists, world, match } = request;
  if (lists.version !== world.version()) lists.rows.clear();
  lists.version = world.version();
  const query = new URLSearchParams(request.query);
  for (const name of ['page', 'per_page', 'after']) query.delete(name);
  const key = `${match.route.name} ${repository.id} ${query}`;
  const known = lists.rows.get(key);
  if (known && isRows<Row>(known)) return known;
  const rows = make();
  lists.rows.set(key, rows);
  return rows;
}

/** The key names the route, and a route has rows of one kind. */
function isRows<Row>(_rows: readonly unknown[]): _rows is readonly Row[] {
  return true;
}

/** Filters by `since` and sorts as the route's parameters say; `created` ascending unless asked otherwise. */
export function arrange<Row extends { readonly createdAt: string; readonly updatedAt: string }>(
  request: RestRequest,
  rows: readonly Row[],
  defaultDirection: 'asc' | 'desc',
): Row[] {
  const since = Date.parse(request.query.get('since') ?? '');
  // GitHub answers 1970 with an empty list rather than with everything.
  const kept =
    since === 0 ? [] : rows.filter((row) => Number.isNaN(since) || Date.parse(row.updatedAt) >= since);
  const field = request.query.get('sort') === 'updated' ? 'updatedAt' : 'createdAt';
  const sign = (request.query.get('direction') ?? defaultDirection) === 'desc' ? -1 : 1;
  return kept.sort((a, b) => (a[field] === b[field] ? 0 : a[field] < b[field] ? -sign : sign));
}

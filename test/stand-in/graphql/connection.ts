import { readNumber, readText } from '../json.ts';
import { refuse } from './problem.ts';
import type { Arguments, Query } from './serve.ts';

/** A list to page through: in which order, and how its items and edges look. */
export interface Listing<Item> {
  readonly items: readonly Item[];
  /** Sort key; ties are broken by `id`. Left out where the items have an order of their own. */
  readonly key?: (item: Item, index: number) => string | number;
  readonly id?: (item: Item) => string;
  /** Name of the order: given for lists long enough to be sorted only once. */
  readonly orderName?: string;
  readonly isDescending?: boolean;
  readonly node?: (item: Item) => unknown;
  /** More fields of the edge. */
  readonly edge?: (item: Item) => Readonly<Record<string, unknown>>;
  /** More fields of the connection. */
  readonly more?: Readonly<Record<string, unknown>>;
  /** Where the count is more than the items that may be seen. */
  readonly total?: number;
  /** True for lists that faults may distort: those a collector pages through. */
  readonly isMain?: boolean;
}

type Position = readonly [key: string | number, id: string];

/**
 * Cuts one page out of a list. A cursor says where in the order it stands, not the how-manieth item it is:
 * items that move or appear between two pages move or appear on the pages, as on GitHub.
 */
export function connect<Item>(query: Query, args: Arguments, listing: Listing<Item>): unknown {
  const entries = order(query, listing);
  const after = decode(readText(args, 'after'));
  const before = decode(readText(args, 'before'));
  const start = after ? findFirst(entries, (entry) => compare(entry.at, after, listing) > 0) : 0;
  const end = before
    ? findFirst(entries, (entry) => compare(entry.at, before, listing) >= 0)
    : entries.length;
  const first = readNumber(args, 'first');
  const last = readNumber(args, 'last');
  const low = first === undefined && last !== undefined ? Math.max(start, end - last) : start;
  const high = first === undefined ? end : Math.min(end, start + first);
  const page = distort(query, listing, entries, low, high);
  const nodes = page.map((entry) => (listing.node ? listing.node(entry.item) : entry.item));
  const total = listing.total ?? entries.length;
  return {
    totalCount: query.quirks.has('wrong-total') && listing.isMain ? total + 3 : total,
    nodes,
    edges: page.map((entry, index) => ({
      cursor: encode(entry.at),
      node: nodes[index],
      ...listing.edge?.(entry.item),
    })),
    pageInfo: {
      hasNextPage: hasMoreAfter(page.at(-1) ?? entries[low - 1], entries),
      hasPreviousPage: low > 0,
      startCursor: page[0] ? encode(page[0].at) : null,
      // An empty page on purpose still says where it ended, or nobody could go on.
      endCursor: page.length > 0 ? encode(page.at(-1)?.at) : (readText(args, 'after') ?? null),
    },
    ...listing.more,
  };
}

/** Counted from what the page really shows: what a fault pushed off it comes on the next one. */
function hasMoreAfter<Item>(last: Entry<Item> | undefined, entries: readonly Entry<Item>[]): boolean {
  return last === undefined ? entries.length > 0 : last !== entries.at(-1);
}

interface Entry<Item> {
  readonly item: Item;
  readonly at: Position;
}

/** Lists that are sorted already, by array and name of the order; entries go with the array they were made from. */
export type SortCache = WeakMap<readonly unknown[], Map<string, readonly Entry<unknown>[]>>;

function order<Item>(query: Query, listing: Listing<Item>): readonly Entry<Item>[] {
  const { items, orderName } = listing;
  if (orderName === undefined) return sort(listing);
  const orders = query.sorted.get(items) ?? new Map<string, readonly Entry<unknown>[]>();
  query.sorted.set(items, orders);
  const name = `${orderName} ${listing.isDescending === true}`;
  const known = orders.get(name);
  // The cache can't know the type of the items; the array they come from does.
  if (known && isSortedFrom(known, items)) return known;
  const sorted = sort(listing);
  orders.set(name, sorted);
  return sorted;
}

function isSortedFrom<Item>(
  entries: readonly Entry<unknown>[],
  items: readonly Item[],
): entries is readonly Entry<Item>[] {
  return entries.length === items.length;
}

function sort<Item>(listing: Listing<Item>): Entry<Item>[] {
  const { items, key, id } = listing;
  const entries = items.map((item, index): Entry<Item> => {
    return { item, at: [key ? key(item, index) : index, id ? id(item) : ''] };
  });
  if (!key && !listing.isDescending) return entries;
  return entries.sort((a, b) => compare(a.at, b.at, listing));
}

/** Index of the first entry for which `test` holds; it holds for all after it. */
function findFirst<Item>(entries: readonly Item[], test: (entry: Item) => boolean): number {
  let [low, high] = [0, entries.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const entry = entries[middle];
    if (entry !== undefined && test(entry)) high = middle;
    else low = middle + 1;
  }
  return low;
}

function compare(a: Position, b: Position, listing: { readonly isDescending?: boolean }): number {
  const sign = listing.isDescending ? -1 : 1;
  if (a[0] !== b[0]) return a[0] < b[0] ? -sign : sign;
  if (a[1] !== b[1]) return a[1] < b[1] ? -sign : sign;
  return 0;
}

function distort<Item>(
  query: Query,
  listing: Listing<Item>,
  entries: readonly Entry<Item>[],
  low: number,
  high: number,
): readonly Entry<Item>[] {
  if (!listing.isMain) return entries.slice(low, high);
  if (query.quirks.has('empty-page')) return [];
  const isRepeated = query.quirks.has('repeated-item') && low > 0;
  return entries.slice(isRepeated ? low - 1 : low, isRepeated ? Math.max(low, high - 1) : high);
}

const MARK = 'cursor:v2:';

function encode(position: Position | undefined): string {
  return Buffer.from(`${MARK}${JSON.stringify(position)}`).toString('base64');
}

function decode(cursor: string | undefined): Position | null {
  if (cursor === undefined) return null;
  const text = Buffer.from(cursor, 'base64').toString('utf8');
  if (text.startsWith(MARK)) {
    const position = parse(text.slice(MARK.length));
    if (isPosition(position)) return position;
  }
  throw refuse('INVALID_CURSOR_ARGUMENTS', `\`${cursor}\` does not appear to be a valid cursor.`);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isPosition(value: unknown): value is Position {
  if (!Array.isArray(value) || value.length !== 2) return false;
  const [key, id]: unknown[] = value;
  return (typeof key === 'string' || typeof key === 'number') && typeof id === 'string';
}

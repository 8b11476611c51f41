import type { GithubVariables, JsonObject } from './contract.ts';
import type { LinkList } from './links.ts';
import { textAt } from './read.ts';
import type { NodeTable } from './rows.ts';
import type { StreamState } from './state.ts';
import type { Stream } from './stream.ts';

/** A list of items of a repository, such as its issues, each with lists of its own that have a table. */
export interface ItemList {
  readonly stream: Pick<Stream, 'name' | 'version'>;
  readonly document: string;
  /** Name of the list in the repository. */
  readonly field: string;
  readonly table: NodeTable;
  readonly children: readonly ItemChildren[];
  /** Lists without a table, which stay in the item; each is read as far as GitHub shows it to people. */
  readonly kept?: readonly Omit<ItemChildren, 'table'>[];
  /** Items and inner items per page for one point each. */
  readonly planned: { readonly first: number; readonly inner: number };
  /** Variables of the document beside `owner`, `name`, `first`, `after` and `inner`. */
  readonly variables: (scan: Pick<StreamState, 'phase' | 'watermark'>) => GithubVariables;
  /** Whether an update has met all that changed: no item of the page changed after the watermark. */
  readonly endsUpdate: (page: readonly JsonObject[], watermark: Date) => boolean;
  /** Makes items of a page's `edges`, where what matters stands there; without it, its `nodes` are the items. */
  readonly itemsOf?: (connection: JsonObject | null) => readonly JsonObject[];
  /** Whether a repository has such a list switched off. */
  readonly isOff?: (repository: JsonObject) => boolean;
  /** Items of another kind that refer to these. */
  readonly linkedFrom?: LinkList;
  /** Where the document `recheck` says to which repository an item belongs; null where deleted ones are not looked for. */
  readonly homePath: readonly string[] | null;
  /** How many items GitHub counts; null where the repository does not say, so that the list's own count holds. */
  readonly countExpected: (repository: JsonObject) => number | null;
}

/** A list inside an item. */
export interface ItemChildren {
  readonly field: string;
  readonly table: NodeTable;
  /** Document that reads the rest of long ones. */
  readonly tailDocument: string;
}

/** Ends an update of a list, newest first, at a page whose last item is older than the watermark: so is all that follows. */
export function endsAtOlder(field: string): ItemList['endsUpdate'] {
  return (page, watermark) => new Date(textAt(page.at(-1), field) ?? '') < watermark;
}

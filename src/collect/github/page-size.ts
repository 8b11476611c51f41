/** How much is asked for at once: smaller after GitHub found it too heavy, larger again when it goes well. */
export interface PageSize {
  /** Items of the list. */
  readonly first: () => number;
  /** Items of each list inside an item. */
  readonly inner: () => number;
  /** Asks for half as much from now on; false where it can't be less. */
  readonly shrink: () => boolean;
  /** Notes a page that went well. */
  readonly grow: () => void;
}

/** Good pages in a row before a larger one is tried: a page that is too heavy costs points all the same. */
const GOOD_PAGES = 4;

/** Starts at `current` items, where that is known from before, and never asks for more than `planned`. */
export function makePageSize(
  planned: { readonly first: number; readonly inner: number },
  current: number | null,
): PageSize {
  let first = Math.max(1, Math.min(planned.first, current ?? planned.first));
  let inner = planned.inner;
  let goodPages = 0;
  return {
    first: () => first,
    inner: () => inner,
    shrink: () => {
      goodPages = 0;
      if (first > 1) first = Math.floor(first / 2);
      else if (inner > 1) inner = Math.floor(inner / 2);
      else return false;
      return true;
    },
    grow: () => {
      goodPages += 1;
      if (goodPages < GOOD_PAGES) return;
      goodPages = 0;
      if (inner < planned.inner) inner = Math.min(planned.inner, inner * 2);
      else first = Math.min(planned.first, first * 2);
    },
  };
}

/** Repeatable chance: the same seed gives the same values, on every machine. */
export interface Random {
  /** Uniform in [0, 1). */
  readonly next: () => number;
  /** A whole number from `low` to `high`, both included. */
  readonly between: (low: number, high: number) => number;
  /** True with the given probability. */
  readonly chance: (probability: number) => boolean;
  /** One of a list that is not empty. */
  readonly pick: <Item>(items: readonly Item[]) => Item;
  /** One of a list that is not empty, by weight. */
  readonly weighted: <Item>(items: readonly Item[], weight: (item: Item) => number) => Item;
  /** Log-normal around `median`, in the same unit; `spread` 1 puts two in three within a factor of 2.7. */
  readonly around: (median: number, spread?: number) => number;
  /** A stream of its own, so that more draws here change nothing there. */
  readonly fork: (name: string) => Random;
}

/** Makes a stream from a seed; built on mulberry32. */
export function createRandom(seed: number | string): Random {
  let state = hash(String(seed));
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const at = <Item>(items: readonly Item[], index: number): Item => {
    const item = items[Math.min(items.length - 1, index)];
    if (item === undefined) throw new Error('Expected a list that is not empty');
    return item;
  };
  return {
    next,
    between: (low, high) => low + Math.floor(next() * (high - low + 1)),
    chance: (probability) => next() < probability,
    pick: (items) => at(items, Math.floor(next() * items.length)),
    weighted: (items, weight) => {
      let left = next() * items.reduce((sum, item) => sum + weight(item), 0);
      const index = items.findIndex((item) => {
        left -= weight(item);
        return left < 0;
      });
      return at(items, index < 0 ? items.length - 1 : index);
    },
    around: (median, spread = 1) => {
      const radius = Math.sqrt(-2 * Math.log(1 - next()));
      return median * Math.exp(spread * radius * Math.cos(2 * Math.PI * next()));
    },
    fork: (name) => createRandom(`${seed}/${name}`),
  };
}

/** FNV-1a, 32 bits. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  }
  return value | 0;
}

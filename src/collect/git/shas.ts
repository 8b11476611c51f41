/** Commits in an order, of which a part at a time is needed as text. */
export interface Shas {
  readonly length: number;
  readonly slice: (start: number, end: number) => readonly string[];
}

/** The hashes of a history: 20 bytes each, or 32, where texts would take more than a hundred. */
export interface ShaList extends Shas {
  readonly at: (position: number) => string;
  readonly add: (sha: string) => void;
}

const FIRST_ROOM = 4096;

export function makeShaList(): ShaList {
  let bytes = Buffer.alloc(0);
  // Known by the first one: all hashes of a repository are equally long.
  let width = 0;
  let length = 0;
  const at = (position: number) => bytes.toString('hex', position * width, (position + 1) * width);
  return {
    get length() {
      return length;
    },
    at,
    slice: (start, end) => Array.from({ length: end - start }, (_, index) => at(start + index)),
    add: (sha) => {
      width = sha.length / 2;
      if ((length + 1) * width > bytes.length) {
        bytes = Buffer.concat([bytes], Math.max(FIRST_ROOM, 2 * bytes.length));
      }
      bytes.write(sha, length * width, 'hex');
      length += 1;
    },
  };
}

/** The hashes at some positions of a list. */
export function pickShas(shas: ShaList, positions: readonly number[]): Shas {
  return {
    length: positions.length,
    slice: (start, end) => positions.slice(start, end).map((position) => shas.at(position)),
  };
}

/** At which position of a list a hash stands; undefined for one that is not in it. */
export type FindSha = (sha: string) => number | undefined;

const FREE = -1;

/** Makes a table of positions by hash, at most half full, where a Map would hold every hash as text. */
export function indexShas(shas: ShaList): FindSha {
  const mask = 2 ** Math.ceil(Math.log2(2 * shas.length + 1)) - 1;
  const positions = new Int32Array(mask + 1).fill(FREE);
  const slotOf = (sha: string): number => {
    let slot = Number.parseInt(sha.slice(0, 8), 16) & mask;
    for (;;) {
      const position = positions[slot] ?? FREE;
      if (position === FREE || shas.at(position) === sha) return slot;
      slot = (slot + 1) & mask;
    }
  };
  for (let position = 0; position < shas.length; position += 1)
    positions[slotOf(shas.at(position))] = position;
  return (sha) => {
    const position = positions[slotOf(sha)] ?? FREE;
    return position === FREE ? undefined : position;
  };
}

import { keepYoungRoom, makeGarbageCollector } from '../../core/garbage.ts';

/** Commits that pass through between two sweeps. */
const SWEEP_INTERVAL = 12_000;

/** Says how many commits were handled; now and then collects the garbage that they left. */
export type Sweeper = (handledCount: number) => void;

export function makeSweeper(): Sweeper {
  keepYoungRoom();
  const collectGarbage = makeGarbageCollector();
  let sinceSweep = 0;
  return (handledCount) => {
    sinceSweep += handledCount;
    if (sinceSweep < SWEEP_INTERVAL) return;
    sinceSweep = 0;
    collectGarbage();
  };
}

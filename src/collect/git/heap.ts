import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** Commits that pass through between two sweeps. */
const SWEEP_INTERVAL = 12_000;

/**
 * Says how many commits were handled; now and then collects the garbage that they left.
 *
 * V8 by itself lets old garbage grow to as much again as is in use before it looks at it. Here that is memory which
 * the git processes beside us need, and a sweep of so small a heap takes some hundredths of a second.
 */
export type Sweeper = (handledCount: number) => void;

export function makeSweeper(): Sweeper {
  setFlagsFromString('--expose-gc');
  const collectGarbage: unknown = runInNewContext('gc');
  let sinceSweep = 0;
  return (handledCount) => {
    sinceSweep += handledCount;
    if (sinceSweep < SWEEP_INTERVAL || typeof collectGarbage !== 'function') return;
    sinceSweep = 0;
    collectGarbage();
  };
}

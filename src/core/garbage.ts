import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/**
 * Makes a function that collects V8's garbage at once, which takes some hundredths of a second where little is in use.
 *
 * V8 by itself lets old garbage grow to as much again as is in use before it looks at it, and keeps it while others need
 * the memory: the git processes beside us, or DuckDB, of which it knows nothing.
 */
export function makeGarbageCollector(): () => void {
  setFlagsFromString('--expose-gc');
  const collect: unknown = runInNewContext('gc');
  return () => {
    if (typeof collect === 'function') collect();
  };
}

/**
 * Leaves V8's room for young objects as large as it is now. By default it grows up to 48 MiB, which makes nothing faster
 * where rows live only until they are stored.
 */
export function keepYoungRoom(): void {
  setFlagsFromString('--semi-space-growth-factor=1');
}

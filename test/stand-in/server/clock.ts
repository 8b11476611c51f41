/** The stand-in's own time: begins where the data ends and runs on with real time, unless it is moved. */
export interface Clock {
  /** Whole milliseconds since 1970, as clients count: a part of one would make those early that are not. */
  readonly now: () => number;
  /** Moves the clock forward, as if that time had passed. */
  readonly advance: (milliseconds: number) => void;
}

/** Starts a clock at `start`; `tick` gives milliseconds that pass really, or is constant for a clock that stands. */
export function createClock(start: number, tick: () => number): Clock {
  const begun = tick();
  let skipped = 0;
  return {
    now: () => Math.floor(start + (tick() - begun) + skipped),
    advance: (milliseconds) => {
      skipped += milliseconds;
    },
  };
}

import type { Records } from '../world/records.ts';
import type { Ecosystem } from './ecosystem.ts';

export function createTruth(_ecosystem: Ecosystem, _records: Records, at: number): unknown {
  return { until: at };
}

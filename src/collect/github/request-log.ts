import type { Store } from '../../store/store.ts';
import type { RequestRecord } from './contract.ts';

/** Requests that were sent and are not stored yet. */
export interface RequestLog {
  readonly add: (request: RequestRecord) => void;
  /** Stores them; belongs into a transaction. */
  readonly flush: (store: Store) => Promise<void>;
}

/** Keeps requests until the next transaction, so that the log costs none of its own. */
export function makeRequestLog(): RequestLog {
  let pending: RequestRecord[] = [];
  return {
    add: (request) => {
      pending.push(request);
    },
    flush: async (store) => {
      if (pending.length === 0) return;
      const appender = await store.append('raw_request');
      for (const { repoId, stream, method, route, status, points, requestedAt } of pending) {
        appender.add([repoId, stream, method, route, status, points, requestedAt]);
      }
      appender.close();
      pending = [];
    },
  };
}

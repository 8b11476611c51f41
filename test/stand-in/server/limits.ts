import type { Clock } from './clock.ts';

/** GitHub counts these apart. */
export type Resource = 'core' | 'graphql' | 'dependency_sbom';

/** What the `x-ratelimit-…` headers say. `reset` in seconds since 1970. */
export interface Standing {
  readonly resource: Resource;
  readonly limit: number;
  readonly remaining: number;
  readonly used: number;
  readonly reset: number;
}

export interface LimitOptions {
  /** `off`: as an Enterprise server from the box, without headers and limits. */
  readonly primary: 'on' | 'off';
  /** `rate` also refuses above 900 REST points or 2,000 GraphQL points a minute; `concurrency` only above 100 at a time. */
  readonly secondary: 'rate' | 'concurrency' | 'off';
  /** Replaces every token's hourly limit, to get there sooner. */
  readonly limit?: number;
}

/** Counts what each user spent. All tokens of a user share one account, anonymous callers share another. */
export interface Limits {
  readonly standing: (user: string, resource: Resource, limit: number) => Standing;
  /** Takes points off; they may go below zero, as GitHub's do. */
  readonly charge: (user: string, resource: Resource, points: number, limit: number) => Standing;
  /** Notes the beginning of a request; says whether a secondary limit refuses it. `leave` has to follow. */
  readonly enter: (user: string, resource: Resource) => boolean;
  readonly leave: (user: string) => void;
  readonly isOn: boolean;
}

const HOUR = 3_600_000;
const MINUTE = 60_000;
const CONCURRENT = 100;
const PER_MINUTE: Readonly<Record<Resource, number>> = { core: 900, graphql: 2000, dependency_sbom: 100 };

export function createLimits(clock: Clock, options: LimitOptions): Limits {
  const buckets = new Map<string, { used: number; reset: number }>();
  const running = new Map<string, number>();
  const minutes = new Map<string, { count: number; since: number }>();
  const bucketOf = (user: string, resource: Resource): { used: number; reset: number } => {
    const key = `${user} ${resource}`;
    const known = buckets.get(key);
    if (known && known.reset > clock.now()) return known;
    const fresh = { used: 0, reset: clock.now() + HOUR };
    buckets.set(key, fresh);
    return fresh;
  };
  const standing = (user: string, resource: Resource, own: number): Standing => {
    const { used, reset } = bucketOf(user, resource);
    const limit = options.limit ?? (resource === 'dependency_sbom' ? 100 : own);
    return { resource, limit, used, remaining: Math.max(0, limit - used), reset: Math.ceil(reset / 1000) };
  };
  const countMinute = (user: string, resource: Resource): number => {
    const key = `${user} ${resource}`;
    const now = clock.now();
    const known = minutes.get(key);
    const current = known && now - known.since < MINUTE ? known : { count: 0, since: now };
    current.count += 1;
    minutes.set(key, current);
    return current.count;
  };
  return {
    isOn: options.primary === 'on',
    standing,
    charge: (user, resource, points, limit) => {
      bucketOf(user, resource).used += points;
      return standing(user, resource, limit);
    },
    enter: (user, resource) => {
      const concurrent = (running.get(user) ?? 0) + 1;
      running.set(user, concurrent);
      if (options.secondary === 'off') return false;
      const perMinute = countMinute(user, resource);
      return concurrent > CONCURRENT || (options.secondary === 'rate' && perMinute > PER_MINUTE[resource]);
    },
    leave: (user) => {
      running.set(user, (running.get(user) ?? 1) - 1);
    },
  };
}

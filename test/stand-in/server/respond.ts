import { createHash } from 'node:crypto';
import { OTHERS, type SpoilId } from '../faults/catalogue.ts';
import type { FaultRule } from '../faults/plan.ts';
import { answer, type Draft, spoilWhole } from './answers.ts';
import { change, type Engine } from './engine.ts';
import type { Standing } from './limits.ts';
import { type Incoming, type LogParts, nameOf, type Sighted, sight } from './sight.ts';

/** An answer without its transport, and what the log says about it. */
export interface Outgoing {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** How the transport is to fail; null for not at all. */
  readonly transport: SpoilId | null;
  readonly rule: FaultRule | null;
  readonly log: LogParts;
  /** The limit that the answer tells of; null for none. */
  readonly limit: { readonly user: string; readonly until: number } | null;
}

/** Answers one request in GitHub's order: authentication, limits, validation, execution; faults come before them. */
export async function respond(engine: Engine, incoming: Incoming): Promise<Outgoing> {
  const sighted = sight(engine, incoming);
  const rule = engine.faults.strike({
    route: nameOf(sighted),
    key: sighted.log.key,
    nodes: sighted.log.nodes,
  });
  if (rule?.fault.startsWith('change:')) change(engine, rule.fault.slice(7), engine.log.length);
  const isRefused = engine.limits.enter(sighted.user, sighted.resource);
  try {
    const spoilt = rule ? spoilWhole(engine, incoming, sighted, rule) : null;
    const draft = spoilt ?? (await answer(engine, incoming, sighted, rule, isRefused));
    return finish(engine, incoming, sighted, rule, draft);
  } finally {
    engine.limits.leave(sighted.user);
  }
}

function finish(
  engine: Engine,
  incoming: Incoming,
  sighted: Sighted,
  rule: FaultRule | null,
  draft: Draft,
): Outgoing {
  const text =
    typeof draft.body === 'string' ? draft.body : draft.body === undefined ? '' : JSON.stringify(draft.body);
  const isRest = sighted.resource !== 'graphql';
  const etag = `W/"${createHash('sha1').update(text).digest('hex')}"`;
  const isSame = isRest && draft.status === 200 && incoming.headers['if-none-match'] === etag;
  const points = isSame ? 0 : draft.points;
  const standing = engine.limits.charge(sighted.user, sighted.resource, points, sighted.token?.limit ?? 60);
  const spoil = rule && isSpoil(rule.fault) ? rule.fault : null;
  const skew =
    engine.options.clockSkew + (spoil === 'clock-ahead' ? 3600 : spoil === 'clock-behind' ? -3600 : 0);
  return {
    status: isSame ? 304 : draft.status,
    headers: {
      ...commonHeaders(engine, sighted, standing, skew),
      'content-type': typeof draft.body === 'string' ? 'text/html' : 'application/json; charset=utf-8',
      ...(isRest && draft.status === 200
        ? { etag, 'cache-control': 'private, max-age=60, s-maxage=60', vary: 'Accept, Authorization' }
        : {}),
      ...draft.headers,
    },
    body: isSame ? '' : text,
    transport: spoil && OTHERS[spoil] === 'transport' ? spoil : null,
    rule,
    log: { ...sighted.log, points },
    limit: draft.limitEnd === undefined ? null : { user: sighted.user, until: draft.limitEnd },
  };
}

function isSpoil(fault: string): fault is SpoilId {
  return Object.hasOwn(OTHERS, fault);
}

function commonHeaders(
  engine: Engine,
  sighted: Sighted,
  standing: Standing,
  skew: number,
): Readonly<Record<string, string>> {
  const { token } = sighted;
  const number = (engine.log.length + 1).toString(16).toUpperCase().padStart(4, '0');
  return {
    date: new Date(engine.clock.now() + skew * 1000).toUTCString(),
    'x-github-request-id': `5AFE:${number}:1:1:1`,
    'x-github-media-type': 'github.v3; format=json',
    ...(token?.kind === 'classic'
      ? { 'x-oauth-scopes': token.scopes.join(', '), 'x-accepted-oauth-scopes': '' }
      : {}),
    ...(engine.limits.isOn
      ? {
          'x-ratelimit-limit': String(standing.limit),
          'x-ratelimit-remaining': String(standing.remaining),
          'x-ratelimit-used': String(standing.used),
          'x-ratelimit-reset': String(standing.reset + skew),
          'x-ratelimit-resource': standing.resource,
        }
      : {}),
  };
}

import { ANSWERS } from '../faults/catalogue.ts';
import type { FaultRule } from '../faults/plan.ts';
import { drift, enlarge, spoilAnswer } from '../faults/spoil.ts';
import { run } from '../graphql/execute.ts';
import type { Quirk } from '../graphql/serve.ts';
import { isRecord, read, readNumber } from '../json.ts';
import { fail, type RestAnswer } from '../rest/answer.ts';
import { ROUTES } from '../rest/routes.ts';
import { refuseProof } from './app.ts';
import { type Engine, nowOf } from './engine.ts';
import type { Standing } from './limits.ts';
import type { Incoming, Sighted } from './sight.ts';
import type { Token } from './tokens.ts';

/** An answer before headers. */
export interface Draft {
  readonly status: number;
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** Points to take off. */
  readonly points: number;
  /** When the limit ends that it tells of: nobody with the user's tokens may ask before. */
  readonly limitEnd?: number;
  readonly isLimited?: true;
}

/** A fault that is a whole answer. */
export function spoilWhole(
  engine: Engine,
  incoming: Incoming,
  sighted: Sighted,
  rule: FaultRule,
): Draft | null {
  const isGraphql = sighted.graphql !== null;
  const isHeavyRest = !isGraphql && ['heavy', 'unavailable', 'timedout'].includes(rule.fault);
  const make = ANSWERS[isHeavyRest ? 'gateway-html' : rule.fault];
  if (!make) return null;
  const wait = rule.wait ?? 60;
  // Every time in an answer is by the clock that its `Date` shows.
  const at = engine.clock.now();
  const second = Math.floor(at / 1000);
  const now = second + engine.options.clockSkew;
  const made = make({ now, isGraphql, wait, host: incoming.base });
  const reset = { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(now + wait) };
  const headers = { ...made.headers, ...(made.isPrimaryLimit ? reset : {}) };
  const draft: Draft = { status: made.status, body: made.body, headers, points: 0 };
  if (made.forbids === undefined) return draft;
  const from = made.namesEnd ? second * 1000 : at;
  return { ...draft, limitEnd: limitEnd(engine, from, made.forbids * 1000) };
}

function limitEnd({ options }: Engine, from: number, milliseconds: number): number {
  return from + milliseconds * options.waitScale;
}

const SECONDARY = 'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.';

/** The right answer, or the refusal that is right. */
export async function answer(
  engine: Engine,
  incoming: Incoming,
  sighted: Sighted,
  rule: FaultRule | null,
  isRefused: boolean,
): Promise<Draft> {
  if (!sighted.isKnown || isExpired(engine, sighted.token))
    return { ...fail(401, 'Bad credentials'), body: credentials(), points: 0 };
  // By the clock that its answers show.
  const seconds = Math.floor(engine.clock.now() / 1000) + engine.options.clockSkew;
  const refusal = sighted.proof === null ? null : refuseProof(sighted.proof, seconds);
  if (refusal !== null) return { ...toDraft(fail(refusal.status, refusal.message)), points: 0 };
  if (sighted.resource === 'graphql' && sighted.token === null) {
    return { ...toDraft(fail(401, 'This endpoint requires you to be authenticated.')), points: 0 };
  }
  if (isRefused) {
    const end = limitEnd(engine, engine.clock.now(), 60_000);
    const headers = { 'retry-after': '60' };
    return { ...toDraft(fail(403, SECONDARY)), headers, points: 0, limitEnd: end };
  }
  const standing = standingOf(engine, sighted);
  if (engine.limits.isOn && standing.remaining <= 0 && incoming.path !== '/rate_limit')
    return limited(engine, sighted, standing);
  if (incoming.path === '/graphql') return answerGraphql(engine, sighted, rule);
  return answerRest(engine, incoming, sighted, rule);
}

function isExpired({ clock }: Engine, token: Token | null): boolean {
  return token !== null && (token.isExpired === true || clock.now() >= (token.expiresAt ?? Infinity));
}

function credentials(): unknown {
  return { message: 'Bad credentials', documentation_url: 'https://docs.github.com/rest', status: '401' };
}

function toDraft(answered: RestAnswer): Omit<Draft, 'points'> {
  return { status: answered.status, body: answered.body, headers: answered.headers ?? {} };
}

function standingOf(engine: Engine, sighted: Sighted): Standing {
  return engine.limits.standing(sighted.user, sighted.resource, sighted.token?.limit ?? 60);
}

/** The hour's points are spent. */
function limited(engine: Engine, sighted: Sighted, standing: Standing): Draft {
  const at = engine.clock.now();
  const end = limitEnd(engine, at, standing.reset * 1000 - at);
  const who =
    sighted.token?.kind === 'app' ? `installation ID ${sighted.user.replace(/\D/g, '')}` : 'user ID 1';
  if (sighted.resource === 'graphql') {
    const error = {
      type: 'RATE_LIMIT',
      code: 'graphql_rate_limit',
      message: `API rate limit already exceeded for ${who}.`,
    };
    return { status: 200, body: { errors: [error] }, points: 0, isLimited: true, limitEnd: end };
  }
  const text = sighted.token
    ? `API rate limit exceeded for ${who}.`
    : "API rate limit exceeded for 203.0.113.1. (But here's the good news: Authenticated requests get a higher rate limit. Check out the documentation for more details.)";
  return { ...toDraft(fail(403, text)), points: 0, isLimited: true, limitEnd: end };
}

async function answerGraphql(engine: Engine, sighted: Sighted, rule: FaultRule | null): Promise<Draft> {
  const { graphql, token } = sighted;
  if (!graphql || !token) return { ...toDraft(fail(400, 'Problems parsing JSON')), points: 0 };
  const points = graphql.plan.cost.points;
  const after = engine.limits.standing(sighted.user, 'graphql', token.limit);
  const budget = {
    cost: points,
    nodeCount: graphql.plan.cost.nodes,
    limit: after.limit,
    remaining: Math.max(0, after.remaining - points),
    used: after.used + points,
    resetAt: `${new Date(after.reset * 1000).toISOString().slice(0, 19)}Z`,
  };
  const quirk: readonly string[] = ['empty-page', 'repeated-item', 'wrong-total'];
  const result = await run(engine.schema, graphql.request, graphql.plan, {
    world: engine.world,
    git: engine.git,
    token,
    now: nowOf(engine),
    budget: engine.limits.isOn ? budget : null,
    fields: graphql.plan.cost.fields,
    quirks: new Set(quirk.filter((id): id is Quirk => id === rule?.fault)),
    sorted: engine.sorted,
    closedLists: engine.options.closedLists,
  });
  const spoilt = rule ? spoilAnswer(rule.fault, result) : result;
  const distorted =
    rule?.fault === 'drift' ? drift(spoilt) : rule?.fault === 'huge-number' ? enlarge(spoilt) : spoilt;
  return {
    status: 200,
    body: graphql.plan.isDryRun ? onlyBudget(distorted) : distorted,
    points: graphql.plan.isDryRun ? 0 : points,
  };
}

/** What a dry run gives: the price and nothing else. */
function onlyBudget(body: unknown): unknown {
  const data = read(body, 'data');
  if (!isRecord(data)) return body;
  return {
    data: Object.fromEntries(
      Object.entries(data).filter(([, value]) => readNumber(value, 'cost') !== undefined),
    ),
  };
}

async function answerRest(
  engine: Engine,
  incoming: Incoming,
  sighted: Sighted,
  rule: FaultRule | null,
): Promise<Draft> {
  const { match } = sighted;
  const handle = match && ROUTES.get(match.route.name);
  if (!match || !handle) {
    return {
      ...toDraft(fail(404, `Not Found (not a route of the stand-in: ${sighted.log.route})`)),
      points: 1,
    };
  }
  const unknown = [...incoming.query.keys()].filter((name) => !match.route.query.has(name));
  if (unknown.length > 0) {
    // GitHub ignores what it does not know; a collector that sends it believes in something that is not there.
    return {
      ...toDraft(fail(422, `Not a parameter of ${match.route.name}: ${unknown.join(', ')}`)),
      points: 1,
    };
  }
  const answered = await handle({
    api: engine.api,
    world: engine.world,
    base: incoming.base,
    git: engine.git,
    match,
    query: incoming.query,
    accept: incoming.headers['accept'] ?? '',
    token: sighted.token,
    isApp: sighted.proof !== null,
    tokens: engine.tokens,
    now: nowOf(engine),
    closedLists: engine.options.closedLists,
    warm: engine.warm,
    lists: engine.lists,
    limits: engine.limits,
  });
  if (rule?.fault === 'sso-partial' && Array.isArray(answered.body)) {
    const headers = { ...answered.headers, 'x-github-sso': 'partial-results; organizations=41000111' };
    return { status: 200, body: answered.body.filter((_, index) => index % 2 === 0), headers, points: 1 };
  }
  return { ...toDraft(answered), points: incoming.path === '/rate_limit' ? 0 : 1 };
}

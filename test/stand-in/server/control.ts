import { FAULT_IDS, PASSING } from '../faults/catalogue.ts';
import { CHANGES } from '../faults/changes.ts';
import { createStorm, type FaultRule } from '../faults/plan.ts';
import { isRecord, read, readNumber, readText, readTexts } from '../json.ts';
import { APP, appKey } from './app.ts';
import { change, type Engine, nowOf } from './engine.ts';
import { type Token, toClosedLists } from './tokens.ts';

type Command = (engine: Engine, body: unknown, query: URLSearchParams) => unknown;

/** Commands by method and name; see `test/stand-in/README.md`. */
const COMMANDS: Readonly<Record<string, Command>> = {
  'GET requests': (engine, _body, query) => engine.log.slice(Number(query.get('since') ?? 0)),
  'DELETE requests': (engine) => {
    engine.log.splice(0);
    return {};
  },
  'GET records': (engine) => engine.world.records,
  'GET app': () => ({ GITHUB_APP_ID: String(APP.id), GITHUB_APP_PRIVATE_KEY: appKey() }),
  'GET truth': (engine) => engine.future?.truth,
  'GET faults': () => ({ faults: FAULT_IDS, passing: PASSING, changes: Object.keys(CHANGES) }),
  'PUT faults': (engine, body) => {
    engine.faults.replace(toRules(body));
    return {};
  },
  'POST change': (engine, body) => {
    const kind = readText(body, 'kind') ?? '';
    return { isDone: change(engine, kind, readNumber(body, 'seed') ?? 0, readText(body, 'repository')) };
  },
  'POST clock': (engine, body) => {
    engine.clock.advance((readNumber(body, 'seconds') ?? 0) * 1000);
    return { now: nowOf(engine) };
  },
  'POST advance': async (engine, body) => {
    const { future } = engine;
    if (!future) return undefined;
    await future.advance(Date.parse(readText(body, 'until') ?? ''));
    return { now: nowOf(engine) };
  },
  'POST spend': (engine, body) => {
    const resource = readText(body, 'resource') === 'graphql' ? 'graphql' : 'core';
    const login = readText(body, 'login') ?? 'visitor';
    return engine.limits.charge(
      login,
      resource,
      readNumber(body, 'points') ?? 0,
      readNumber(body, 'limit') ?? 5000,
    );
  },
  'PUT tokens': (engine, body) => {
    for (const [secret, token] of isRecord(body) ? Object.entries(body) : [])
      engine.tokens.set(secret, toToken(token));
    return {};
  },
  'PUT options': (engine, body) => {
    const closed = readText(body, 'closedLists');
    engine.options = {
      ...engine.options,
      latency: readNumber(body, 'latency') ?? engine.options.latency,
      clockSkew: readNumber(body, 'clockSkew') ?? engine.options.clockSkew,
      waitScale: readNumber(body, 'waitScale') ?? engine.options.waitScale,
      closedLists: closed === undefined ? engine.options.closedLists : toClosedLists(closed),
    };
    return {};
  },
};

/** Runs a command; undefined where there is none of that name. */
export async function control(
  engine: Engine,
  method: string,
  name: string,
  query: URLSearchParams,
  body: string,
): Promise<unknown> {
  const command = COMMANDS[`${method} ${name}`];
  return command?.(engine, body === '' ? undefined : JSON.parse(body), query);
}

/** Fault rules from JSON: a list of them, or `{ "storm": { "seed": 1, "rate": 0.1, "faults": [...] } }`. */
export function toRules(value: unknown): readonly FaultRule[] {
  const storm = read(value, 'storm');
  if (isRecord(storm)) {
    const faults = 'faults' in storm ? readTexts(storm, 'faults') : PASSING;
    return createStorm(readNumber(storm, 'seed') ?? 1, readNumber(storm, 'rate') ?? 0.1, faults).map(check);
  }
  return Array.isArray(value) ? value.filter(isRule).map(check) : [];
}

function isRule(value: unknown): value is FaultRule {
  return typeof read(value, 'fault') === 'string';
}

function check(rule: FaultRule): FaultRule {
  const isChange = rule.fault.startsWith('change:') && Object.hasOwn(CHANGES, rule.fault.slice(7));
  if (isChange || FAULT_IDS.includes(rule.fault)) return rule;
  throw new Error(`Expected a fault of the catalogue, got \`${rule.fault}\``);
}

function toToken(value: unknown): Token {
  const kind = readText(value, 'kind');
  return {
    kind: kind === 'fine-grained' || kind === 'app' || kind === 'actions' ? kind : 'classic',
    login: readText(value, 'login') ?? 'visitor',
    scopes: readTexts(value, 'scopes'),
    maintains: readTexts(value, 'maintains'),
    limit: readNumber(value, 'limit') ?? 5000,
    isExpired: read(value, 'isExpired') === true,
    lacksSso: readTexts(value, 'lacksSso'),
  };
}

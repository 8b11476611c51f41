import type { GraphqlAnswer } from '../graphql/execute.ts';
import type { Problem } from '../graphql/problem.ts';
import { isRecord, type JsonObject } from '../json.ts';

type Path = readonly (string | number)[];

interface Spoiling {
  readonly problem: Problem;
  /** What of the answer is taken away; null for nothing. */
  readonly find: (data: JsonObject) => Path | null;
}

const SPOILING: Readonly<Record<string, Spoiling>> = {
  heavy: {
    problem: { type: 'RESOURCE_LIMITS_EXCEEDED', message: 'Resource limits for this query exceeded.' },
    find: findObject,
  },
  unavailable: { problem: { type: 'SERVICE_UNAVAILABLE', message: 'Service unavailable' }, find: findObject },
  timedout: { problem: { message: 'timedout' }, find: findObject },
  'forbidden-node': {
    problem: { type: 'FORBIDDEN', message: 'Resource not accessible by personal access token' },
    find: findNode,
  },
  'sso-node': {
    problem: {
      type: 'FORBIDDEN',
      message:
        'Resource protected by organization SAML enforcement. You must grant your Personal Access token access to this organization.',
      extensions: { saml_failure: true },
    },
    find: findNode,
  },
};

/** Takes a part of the answer away and says why, as GitHub does with what is too much for it, or not for everybody. */
export function spoilAnswer(fault: string, answer: GraphqlAnswer): GraphqlAnswer {
  const spoiling = SPOILING[fault];
  if (!spoiling || !isRecord(answer.data)) return answer;
  const path = spoiling.find(answer.data);
  if (path === null) return answer;
  const errors = [...(answer.errors ?? []), { ...spoiling.problem, path }];
  return { data: without(answer.data, path), errors };
}

/** The first object below a root field. */
function findObject(data: JsonObject): Path {
  for (const [root, value] of Object.entries(data)) {
    if (root === 'rateLimit' || !isRecord(value)) continue;
    const inner = Object.entries(value).find(([, part]) => isRecord(part));
    return inner ? [root, inner[0]] : [root];
  }
  return Object.keys(data)
    .filter((key) => key !== 'rateLimit')
    .slice(0, 1);
}

const ALIAS = /^[ct]\d+$/;

/** One of the things that are asked for many at once: an entry of a list of a root field, of `nodes(ids:)`, or an alias. */
function findNode(data: JsonObject): Path | null {
  const found = Object.entries(data).flatMap(([root, value]): Path[] => {
    if (ALIAS.test(root)) return value === null ? [] : [[root]];
    if (Array.isArray(value)) return entriesOf(value, [root]);
    return isRecord(value) ? nodesIn(value, root) : [];
  });
  return found[Math.floor(found.length / 2)] ?? null;
}

function nodesIn(object: JsonObject, root: string): Path[] {
  return Object.entries(object).flatMap(([field, value]): Path[] => {
    if (!isRecord(value)) return [];
    if (ALIAS.test(field)) return [[root, field]];
    return ['nodes', 'edges'].flatMap((list) => entriesOf(value[list], [root, field, list]));
  });
}

function entriesOf(list: unknown, place: Path): Path[] {
  return Array.isArray(list)
    ? list.flatMap((entry, index) => (isRecord(entry) ? [[...place, index]] : []))
    : [];
}

function without(value: unknown, [key, ...rest]: Path): unknown {
  if (key === undefined) return null;
  if (Array.isArray(value))
    return value.map((entry, index) => (index === key ? without(entry, rest) : entry));
  return isRecord(value) ? { ...value, [key]: without(value[key], rest) } : null;
}

/** Puts in what the schema doesn't know: GitHub adds enum values and kinds of events without asking. */
export function drift(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(drift);
  if (!isRecord(value)) return value;
  const changed = Object.entries(value).map(([key, part]): [string, unknown] => {
    if (key === 'stateReason' && part === 'COMPLETED') return [key, 'RESOLVED_ELSEWHERE'];
    if (key === '__typename' && part === 'LabeledEvent') return [key, 'TypeSetEvent'];
    return [key, drift(part)];
  });
  return Object.fromEntries(changed);
}

/** Puts numbers that lose digits when read as a double where `BigInt` is text on the wire. */
export function enlarge(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(enlarge);
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, part]) => [
      key,
      key === 'fullDatabaseId' ? '9007199254740993' : enlarge(part),
    ]),
  );
}

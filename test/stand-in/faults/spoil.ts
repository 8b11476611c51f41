import type { GraphqlAnswer } from '../graphql/execute.ts';
import { isRecord, type JsonObject } from '../json.ts';

const PROBLEMS: Readonly<Record<string, { readonly type?: string; readonly message: string }>> = {
  heavy: { type: 'RESOURCE_LIMITS_EXCEEDED', message: 'Resource limits for this query exceeded.' },
  unavailable: { type: 'SERVICE_UNAVAILABLE', message: 'Service unavailable' },
  timedout: { message: 'timedout' },
};

/** Takes the first object below a root field away and says why, as GitHub does when a query is too much for it. */
export function spoilAnswer(fault: string, answer: GraphqlAnswer): GraphqlAnswer {
  const problem = PROBLEMS[fault];
  if (!problem || !isRecord(answer.data)) return answer;
  const path = findVictim(answer.data);
  const errors = [...(answer.errors ?? []), { ...problem, path }];
  return { data: without(answer.data, path), errors };
}

function findVictim(data: JsonObject): readonly string[] {
  for (const [root, value] of Object.entries(data)) {
    if (root === 'rateLimit' || !isRecord(value)) continue;
    const inner = Object.entries(value).find(([, part]) => isRecord(part));
    return inner ? [root, inner[0]] : [root];
  }
  return Object.keys(data)
    .filter((key) => key !== 'rateLimit')
    .slice(0, 1);
}

function without(data: JsonObject, path: readonly string[]): JsonObject {
  const [key = '', ...rest] = path;
  const value = data[key];
  return { ...data, [key]: rest.length > 0 && isRecord(value) ? without(value, rest) : null };
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

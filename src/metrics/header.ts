import {
  checkFieldNames,
  type HeaderColumn,
  type HeaderFields,
  headerError,
  optionalText,
  readColumns,
  readGrain,
  readHeaderFields,
  readItems,
  requiredText,
} from '../core/sql-header.ts';
import { STREAM_NAMES } from '../core/streams.ts';
import { type AllowedValues, parseAllowed } from './allowed.ts';

/** One parameter of a metric, as its header states it. */
export interface MetricParam {
  readonly name: string;
  /** DuckDB's type, or `REF`: a tag, branch or commit, bound as VARCHAR: its name, or the hashes of it and all it builds on, a line each. */
  readonly type: string;
  readonly isRequired: boolean;
  /** Text of the value that stands in when none is given; null for none, which binds NULL. */
  readonly defaultText: string | null;
  /** Null where the type says all. */
  readonly allowed: AllowedValues | null;
  readonly description: string;
}

/** How long a metric looks back when the caller does not say: whole months, days up to `as_of`, or all there is. */
export type MetricWindow =
  | { readonly unit: 'months' | 'days'; readonly length: number }
  | { readonly unit: 'all' };

/** What a file in `queries/metrics/` promises: its question, its parameters and its rows. */
export interface MetricHeader {
  readonly metric: string;
  /** Entries of the definitions that it answers, such as `C2`. */
  readonly ids: readonly string[];
  readonly title: string;
  readonly question: string;
  readonly family: string;
  readonly status: 'experimental' | 'stable' | 'deprecated';
  readonly source: string;
  /** Streams that must cover the window, such as `git`. */
  readonly needs: readonly string[];
  readonly grain: readonly string[];
  readonly window: MetricWindow;
  readonly params: readonly MetricParam[];
  readonly columns: readonly HeaderColumn[];
  readonly limits: string;
}

const METRIC_FIELDS: ReadonlySet<string> = new Set([
  'metric',
  'id',
  'title',
  'question',
  'family',
  'status',
  'source',
  'needs',
  'grain',
  'window',
  'params',
  'columns',
  'limits',
]);

const STATUSES = ['experimental', 'stable', 'deprecated'] as const;

const STREAMS: ReadonlySet<string> = new Set(STREAM_NAMES);

const PARAM_TYPES: ReadonlySet<string> = new Set([
  'BIGINT',
  'BIGINT[]',
  'BOOLEAN',
  'DATE',
  'DOUBLE',
  'INTEGER',
  'REF',
  'TIMESTAMPTZ',
  'VARCHAR',
  'VARCHAR[]',
]);

const NUMBERS: ReadonlySet<string> = new Set(['BIGINT', 'DOUBLE', 'INTEGER']);

const DEFAULT_WINDOW: MetricWindow = { unit: 'months', length: 12 };

/**
 * Reads the header of a metric's file; `path` is below `queries/metrics/`'s parent and names family and metric.
 *
 * Errors: `E_QUERY_CONTRACT`, naming file and line.
 */
export function parseMetricHeader(sql: string, path: string): MetricHeader {
  const header = readHeaderFields(sql, path);
  const [family, file] = path.split(/[/\\]/).slice(-2);
  checkFieldNames(header, METRIC_FIELDS);
  mustEqual(header, 'metric', file?.replace(/\.sql$/, ''));
  mustEqual(header, 'family', family);
  const columns = readColumns(header);
  return {
    metric: requiredText(header, 'metric'),
    ids: list(requiredText(header, 'id')),
    title: requiredText(header, 'title'),
    question: requiredText(header, 'question'),
    family: requiredText(header, 'family'),
    status: readStatus(header),
    source: requiredText(header, 'source'),
    needs: readNeeds(header),
    grain: readScopeGrain(header, columns),
    window: readWindow(header),
    params: readParams(header),
    columns,
    limits: requiredText(header, 'limits'),
  };
}

function list(text: string): readonly string[] {
  return text.split(',').map((part) => part.trim());
}

function lineOf(header: HeaderFields, name: string): number {
  return header.fields.get(name)?.line ?? 1;
}

function mustEqual(header: HeaderFields, name: string, expected: string | undefined): void {
  const text = requiredText(header, name);
  if (text === expected) return;
  throw headerError(
    header.path,
    lineOf(header, name),
    `\`${name}: ${text}\` differs from the path, which says \`${expected}\``,
  );
}

function readStatus(header: HeaderFields): MetricHeader['status'] {
  const text = requiredText(header, 'status');
  const status = STATUSES.find((known) => known === text);
  if (status) return status;
  throw headerError(
    header.path,
    lineOf(header, 'status'),
    `expected \`status:\` to be one of ${STATUSES.join(', ')}, got \`${text}\``,
  );
}

function readNeeds(header: HeaderFields): readonly string[] {
  const needs = list(requiredText(header, 'needs'));
  const unknown = needs.find((stream) => !STREAMS.has(stream));
  if (unknown === undefined) return needs;
  throw headerError(
    header.path,
    lineOf(header, 'needs'),
    `\`${unknown}\` is not a stream: ${[...STREAMS].join(', ')}`,
  );
}

/** A metric answers for scopes, so every row names one. */
function readScopeGrain(header: HeaderFields, columns: readonly HeaderColumn[]): readonly string[] {
  const grain = readGrain(header, columns);
  if (grain[0] === 'scope_id') return grain;
  throw headerError(header.path, lineOf(header, 'grain'), 'the grain of a metric begins with `scope_id`');
}

function readWindow(header: HeaderFields): MetricWindow {
  const text = optionalText(header, 'window');
  if (text === null) return DEFAULT_WINDOW;
  if (text === 'all') return { unit: 'all' };
  const [, length, unit] = /^(\d+) (months|days)$/.exec(text) ?? [];
  if (length && (unit === 'months' || unit === 'days')) return { unit, length: Number(length) };
  throw headerError(
    header.path,
    lineOf(header, 'window'),
    `expected \`window:\` to be \`N months\`, \`N days\` or \`all\`, got \`${text}\``,
  );
}

function readParams(header: HeaderFields): readonly MetricParam[] {
  const params = readItems(header, 'params', 'name  TYPE  required|optional|default=VALUE  description').map(
    ({ line, parts: [name, type, need, description] }): MetricParam => {
      if (!PARAM_TYPES.has(type)) {
        throw headerError(
          header.path,
          line,
          `\`${type}\` is not a parameter's type: ${[...PARAM_TYPES].join(', ')}`,
        );
      }
      return { name, type, ...readNeed(header, line, type, need), description };
    },
  );
  if (params.some(({ name, type }) => name === 'scope_ids' && type === 'BIGINT[]')) return params;
  throw headerError(header.path, lineOf(header, 'params'), '`params:` lacks `scope_ids  BIGINT[]  required`');
}

/** Numbers must say what they may be, since a query answers to -1 files as well. */
function readNeed(
  header: HeaderFields,
  line: number,
  type: string,
  text: string,
): Pick<MetricParam, 'isRequired' | 'defaultText' | 'allowed'> {
  const [need = '', values] = text.split(' ');
  const defaultText = /^default=(.+)$/.exec(need)?.[1] ?? null;
  if (need !== 'required' && need !== 'optional' && defaultText === null) {
    throw headerError(
      header.path,
      line,
      `expected \`required\`, \`optional\` or \`default=VALUE\`, got \`${text}\``,
    );
  }
  const allowed = values === undefined ? null : parseAllowed(values);
  if (allowed === null && (values !== undefined || NUMBERS.has(type))) {
    throw headerError(
      header.path,
      line,
      `expected \`${need}\` and \`1..\`, \`0..1\` or \`word|word\`, got \`${text}\``,
    );
  }
  return { isRequired: need === 'required', defaultText, allowed };
}

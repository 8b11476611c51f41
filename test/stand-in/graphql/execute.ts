import {
  type DocumentNode,
  execute,
  type FieldNode,
  GraphQLError,
  type GraphQLSchema,
  getOperationAST,
  parse,
  specifiedRules,
  validate,
} from 'graphql';
import { isRecord, type JsonObject } from '../json.ts';
import { hasScope, type Token } from '../server/tokens.ts';
import { type Cost, measure } from './cost.ts';
import { type Problem, toProblem } from './problem.ts';
import type { Arguments, Query } from './serve.ts';
import { resolveField } from './tables.ts';

/** The body of a POST to the GraphQL endpoint, once looked at. */
export interface GraphqlRequest {
  readonly text: string;
  readonly operationName: string | undefined;
  readonly variables: JsonObject;
}

/** A query that may run, with its price; or what is wrong with it. */
export interface Plan {
  readonly operationName: string;
  readonly document: DocumentNode | null;
  readonly cost: Pick<Cost, 'points' | 'nodes' | 'requests' | 'fields'>;
  readonly problems: readonly Problem[];
  /** `rateLimit(dryRun: true)`: only the price is asked for. */
  readonly isDryRun: boolean;
}

const FREE: Plan['cost'] = { points: 1, nodes: 0, requests: 0, fields: new Map() };

/** Documents that were validated before; a collector sends the same few over and over. */
export type DocumentCache = Map<
  string,
  { readonly document: DocumentNode | null; readonly problems: readonly Problem[] }
>;

/** Parses, validates and prices a query, in GitHub's order: syntax, fields and arguments, page sizes and nodes, scopes. */
export function plan(
  schema: GraphQLSchema,
  cache: DocumentCache,
  request: GraphqlRequest,
  token: Token,
): Plan {
  const { document, problems } = read(schema, cache, request.text);
  const operation = document && getOperationAST(document, request.operationName);
  const operationName = operation?.name?.value ?? request.operationName ?? 'anonymous';
  if (!document || !operation || problems.length > 0) {
    const found = problems.length > 0 ? problems : [{ message: `No operation named ${operationName}` }];
    return { operationName, document: null, cost: FREE, problems: found, isDryRun: false };
  }
  const cost = measure({
    schema,
    document,
    operation,
    variables: withDefaults(operation, request.variables),
  });
  const all = [...cost.problems, ...checkScopes(cost.fields, token)];
  const limit = cost.fields
    .get('Query.rateLimit')
    ?.arguments?.find((one) => one.name.value === 'dryRun')?.value;
  const isDryRun = limit?.kind === 'BooleanValue' && limit.value;
  return { operationName, document, cost, problems: all, isDryRun };
}

function read(
  schema: GraphQLSchema,
  cache: DocumentCache,
  text: string,
): { readonly document: DocumentNode | null; readonly problems: readonly Problem[] } {
  const known = cache.get(text);
  if (known) return known;
  try {
    const document = parse(text);
    const problems = validate(schema, document, specifiedRules).map(toProblem);
    const entry = { document, problems };
    cache.set(text, entry);
    return entry;
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    return { document: null, problems: [toProblem(error)] };
  }
}

/** Variables as a query sees them: those left out take the default of their declaration. */
function withDefaults(
  operation: NonNullable<ReturnType<typeof getOperationAST>>,
  variables: JsonObject,
): JsonObject {
  const defaults = operation.variableDefinitions?.flatMap((one): [string, unknown][] => {
    const value = one.defaultValue;
    return value && 'value' in value ? [[one.variable.name.value, toNumber(value.kind, value.value)]] : [];
  });
  return { ...Object.fromEntries(defaults ?? []), ...variables };
}

function toNumber(kind: string, value: unknown): unknown {
  return kind === 'IntValue' ? Number(value) : value;
}

/** Fields that need a scope; one of the named ones does. */
const SCOPES: Readonly<Record<string, readonly string[]>> = {
  'User.email': ['user:email', 'read:user'],
  'Team.id': ['read:org', 'read:discussion'],
  'Team.slug': ['read:org', 'read:discussion'],
  'Team.name': ['read:org', 'read:discussion'],
  'SponsorshipConnection.nodes': ['read:user'],
  'SponsorshipConnection.edges': ['read:user'],
};

function checkScopes(fields: ReadonlyMap<string, FieldNode>, token: Token): Problem[] {
  return Object.entries(SCOPES).flatMap(([name, wanted]) => {
    const node = fields.get(name);
    if (!node || hasScope(token, ...wanted)) return [];
    const quoted = (scopes: readonly string[]): string => scopes.map((scope) => `'${scope}'`).join(', ');
    const message = `Your token has not been granted the required scopes to execute this query. The '${node.name.value}' field requires one of the following scopes: [${quoted(wanted)}], but your token has only been granted the: [${quoted(token.scopes)}] scopes. Please modify your token's scopes at: https://github.com/settings/tokens.`;
    const start = node.loc?.startToken;
    const locations = start ? { locations: [{ line: start.line, column: start.column }] } : {};
    return [{ type: 'INSUFFICIENT_SCOPES', message, ...locations }];
  });
}

/** The body of an answer: `errors` is left out where there are none, as is `data` where nothing ran. */
export interface GraphqlAnswer {
  readonly data?: unknown;
  readonly errors?: readonly Problem[];
}

/** Runs a planned query. An error about scopes takes all data away; others only their own field. */
export async function run(
  schema: GraphQLSchema,
  request: GraphqlRequest,
  planned: Plan,
  query: Query,
): Promise<GraphqlAnswer> {
  if (planned.document === null || planned.problems.length > 0) return { errors: planned.problems };
  const result = await execute({
    schema,
    document: planned.document,
    rootValue: { __typename: 'Query' },
    contextValue: query,
    variableValues: request.variables,
    operationName: request.operationName ?? null,
    fieldResolver: (row: unknown, args: Arguments, context: Query, info) =>
      resolveField(info.parentType.name, info.fieldName, row, args, context),
    typeResolver: (row: unknown) => (isRecord(row) ? String(row['__typename']) : undefined),
  });
  const errors = (result.errors ?? []).map(toProblem);
  if (errors.length === 0) return { data: result.data };
  if (errors.some((error) => error.type === 'INSUFFICIENT_SCOPES')) return { errors };
  return { data: result.data ?? null, errors };
}

import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  GraphQLIncludeDirective,
  type GraphQLNamedType,
  type GraphQLSchema,
  GraphQLSkipDirective,
  getDirectiveValues,
  getNamedType,
  isInterfaceType,
  isObjectType,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
  valueFromAST,
} from 'graphql';
import type { Problem } from './problem.ts';

/** The most nodes a query may ask for, and the most of one connection or of `nodes(ids:)`. */
export const NODE_LIMIT = 500_000;
export const PAGE_LIMIT = 100;

/** What a query asks for, by GitHub's published formula, and what GitHub has against it before running it. */
export interface Cost {
  /** For each connection the product of the page sizes around it, summed. */
  readonly requests: number;
  readonly nodes: number;
  /** `requests` ÷ 100 to the nearest whole number, at least 1. */
  readonly points: number;
  readonly problems: readonly Problem[];
  /** Fields that are read, as `Type.field`, each once: what permission checks look at. */
  readonly fields: ReadonlyMap<string, FieldNode>;
}

export interface CostQuery {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** Counts points and nodes of a validated query with its variables; parts left out by `@skip` and `@include` are free. */
export function measure(query: CostQuery): Cost {
  const walk: Walk = {
    ...query,
    requests: 0,
    nodes: 0,
    problems: [],
    fields: new Map(),
    fragments: new Map(),
  };
  for (const definition of query.document.definitions) {
    if (definition.kind === 'FragmentDefinition') walk.fragments.set(definition.name.value, definition);
  }
  const root = query.schema.getRootType(query.operation.operation);
  if (root) walkSelections(walk, query.operation.selectionSet, root, 1);
  if (walk.nodes > NODE_LIMIT) walk.problems.push(tooManyNodes(walk.nodes));
  return {
    requests: walk.requests,
    nodes: walk.nodes,
    points: Math.max(1, Math.round(walk.requests / 100)),
    problems: walk.problems,
    fields: walk.fields,
  };
}

interface Walk extends CostQuery {
  requests: number;
  nodes: number;
  readonly problems: Problem[];
  readonly fields: Map<string, FieldNode>;
  readonly fragments: Map<string, FragmentDefinitionNode>;
}

function walkSelections(walk: Walk, set: SelectionSetNode, type: GraphQLNamedType, times: number): void {
  for (const selection of set.selections) {
    if (isLeftOut(walk, selection)) continue;
    if (selection.kind === 'Field') {
      walkField(walk, selection, type, times);
    } else if (selection.kind === 'InlineFragment') {
      const inner = selection.typeCondition && walk.schema.getType(selection.typeCondition.name.value);
      walkSelections(walk, selection.selectionSet, inner ?? type, times);
    } else {
      const fragment = walk.fragments.get(selection.name.value);
      const inner = fragment && walk.schema.getType(fragment.typeCondition.name.value);
      if (fragment && inner) walkSelections(walk, fragment.selectionSet, inner, times);
    }
  }
}

function isLeftOut(walk: Walk, selection: SelectionNode): boolean {
  const skip = getDirectiveValues(GraphQLSkipDirective, selection, walk.variables);
  const include = getDirectiveValues(GraphQLIncludeDirective, selection, walk.variables);
  return skip?.['if'] === true || include?.['if'] === false;
}

function walkField(walk: Walk, field: FieldNode, parent: GraphQLNamedType, times: number): void {
  if (!isObjectType(parent) && !isInterfaceType(parent)) return;
  const definition = parent.getFields()[field.name.value];
  if (definition === undefined) return;
  walk.fields.set(`${parent.name}.${definition.name}`, field);
  const type = getNamedType(definition.type);
  const inner = times * childTimes(walk, field, definition, type, times);
  if (field.selectionSet) walkSelections(walk, field.selectionSet, type, inner);
}

/** How many times what is inside a field is looked up for each time the field is. */
function childTimes(
  walk: Walk,
  field: FieldNode,
  definition: GraphQLField<unknown, unknown>,
  type: GraphQLNamedType,
  times: number,
): number {
  const ids = readArgument(walk, field, definition, 'ids');
  if (definition.name === 'nodes' && Array.isArray(ids)) {
    if (ids.length > PAGE_LIMIT) walk.problems.push(tooManyIds(ids.length));
    return Math.max(1, ids.length);
  }
  if (!type.name.endsWith('Connection')) return 1;
  const bound = readArgument(walk, field, definition, 'first') == null ? 'last' : 'first';
  const size = readArgument(walk, field, definition, bound);
  walk.requests += times;
  if (typeof size !== 'number') {
    if (!asksOnlyForCount(field)) walk.problems.push(noPage(field));
    return 1;
  }
  if (size > PAGE_LIMIT || size < 1) walk.problems.push(wrongPage(field, bound, size));
  walk.nodes += times * size;
  return size;
}

function readArgument(
  walk: Walk,
  field: FieldNode,
  definition: GraphQLField<unknown, unknown>,
  name: string,
): unknown {
  const type = definition.args.find((argument) => argument.name === name)?.type;
  const node = field.arguments?.find((argument) => argument.name.value === name)?.value;
  return type && node ? valueFromAST(node, type, walk.variables) : undefined;
}

function asksOnlyForCount(field: FieldNode): boolean {
  const selections = field.selectionSet?.selections ?? [];
  return selections.every((one) => one.kind === 'Field' && one.name.value === 'totalCount');
}

function locate(field: FieldNode): Pick<Problem, 'locations'> {
  const token = field.loc?.startToken;
  return token ? { locations: [{ line: token.line, column: token.column }] } : {};
}

function tooManyNodes(nodes: number): Problem {
  const count = nodes.toLocaleString('en-US');
  return {
    type: 'MAX_NODE_LIMIT_EXCEEDED',
    message: `This query requests up to ${count} possible nodes which exceeds the maximum limit of 500,000.`,
  };
}

function tooManyIds(count: number): Problem {
  return {
    type: 'ARGUMENT_LIMIT',
    message: `You may not provide more than ${PAGE_LIMIT} node ids; you provided ${count}.`,
  };
}

function noPage(field: FieldNode): Problem {
  return {
    type: 'MISSING_PAGINATION_BOUNDARIES',
    message: `You must provide a \`first\` or \`last\` value to properly paginate the \`${field.name.value}\` connection.`,
    ...locate(field),
  };
}

function wrongPage(field: FieldNode, bound: string, size: number): Problem {
  const name = field.name.value;
  const message =
    size < 1
      ? `\`${bound}\` on the \`${name}\` connection cannot be less than zero.`
      : `Requesting ${size} records on the \`${name}\` connection exceeds the \`${bound}\` limit of ${PAGE_LIMIT} records.`;
  return { type: 'EXCESSIVE_PAGINATION', message, ...locate(field) };
}

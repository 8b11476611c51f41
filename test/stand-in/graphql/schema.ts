import { readFileSync } from 'node:fs';
import {
  buildClientSchema,
  buildSchema,
  type GraphQLSchema,
  type IntrospectionQuery,
  isScalarType,
  parse,
  specifiedRules,
  validate,
} from 'graphql';
import { isRecord } from '../json.ts';

/**
 * Which of the two published files: `sdl` is `schema.graphql`, `json` is `schema.json` of the same package, which is older.
 * What we send has to be valid in both, so that the older and the newer server accept it.
 */
export type SchemaFile = 'sdl' | 'json';

/** By path: the package exports neither file by name, and importing it would parse both. */
const PACKAGE = new URL('../../../node_modules/@octokit/graphql-schema/', import.meta.url);

/**
 * Builds GitHub's published GraphQL schema with scalars that refuse what GitHub refuses.
 *
 * `assumeValid`, because the published text defines two fields twice.
 */
export function loadSchema(file: SchemaFile): GraphQLSchema {
  const text = readFileSync(new URL(`schema.${file === 'sdl' ? 'graphql' : 'json'}`, PACKAGE), 'utf8');
  const schema =
    file === 'sdl'
      ? buildSchema(text, { assumeValid: true, noLocation: true })
      : fromIntrospection(JSON.parse(text));
  for (const [name, check] of Object.entries(SCALAR_CHECKS)) checkScalar(schema, name, check);
  return schema;
}

/** What a schema has against a document; nothing when it is valid. */
export function validateDocument(schema: GraphQLSchema, text: string): readonly string[] {
  return validate(schema, parse(text), specifiedRules).map((error) => error.message);
}

function fromIntrospection(value: unknown): GraphQLSchema {
  if (!isIntrospection(value)) throw new Error('Expected `schema.json` to be an introspection result');
  return buildClientSchema(value, { assumeValid: true });
}

function isIntrospection(value: unknown): value is IntrospectionQuery {
  return isRecord(value) && isRecord(value['__schema']);
}

const ISO_INSTANT = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)?)?$/;

const isInstant = (value: string): boolean => ISO_INSTANT.test(value) && !Number.isNaN(Date.parse(value));

const SCALAR_CHECKS: Readonly<Record<string, (value: string) => boolean>> = {
  DateTime: isInstant,
  GitTimestamp: isInstant,
  PreciseDateTime: isInstant,
  GitObjectID: (value) => /^[0-9a-f]{40}$/.test(value),
  URI: (value) => URL.canParse(value),
  BigInt: (value) => /^-?\d+$/.test(value),
};

/** Makes a custom scalar refuse ill-formed input; graphql-js lets everything through. */
function checkScalar(schema: GraphQLSchema, name: string, check: (value: string) => boolean): void {
  const type = schema.getType(name);
  if (!isScalarType(type)) return;
  const parseValue = (value: unknown): string => {
    if (typeof value === 'string' && check(value)) return value;
    throw new TypeError(`${JSON.stringify(value)} is not a valid ${name}`);
  };
  type.parseValue = parseValue;
  type.parseLiteral = (node) => parseValue('value' in node ? node.value : undefined);
}

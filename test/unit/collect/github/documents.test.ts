import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'graphql';
import { describe, expect, test } from 'vitest';
import { QUERIES_DIRECTORY } from '../../../../src/core/paths.ts';
import { loadSchema, validateDocument } from '../../../stand-in/graphql/schema.ts';

const folder = join(QUERIES_DIRECTORY, 'collect/github');
const files = readdirSync(folder).filter((name) => name.endsWith('.graphql'));
const read = (name: string): string => readFileSync(join(folder, name), 'utf8');

describe.each(['sdl', 'json'] as const)('GitHub’s published schema (%s)', (file) => {
  const schema = loadSchema(file);

  test.each(files)('accepts %s', (name) => {
    expect(validateDocument(schema, read(name))).toEqual([]);
  });
});

test.each(files)('%s holds one operation that is called as the file is', (name) => {
  const operations = parse(read(name)).definitions.filter((one) => one.kind === 'OperationDefinition');
  const called = operations.map((one) => one.name?.value.replaceAll(/(?<=.)[A-Z]/g, '_$&').toLowerCase());
  expect(called.map((one) => `${one}.graphql`)).toEqual([name]);
});

test('texts of issues and comments are not asked for', () => {
  expect(files.filter((name) => /^\s*body(Text|HTML)?\b/m.test(read(name)))).toEqual([]);
  expect(files.length).toBeGreaterThan(15);
});

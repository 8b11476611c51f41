import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { writeSettings } from '../../../../src/api/init.ts';
import { loadSettings } from '../../../../src/api/settings.ts';
import { configuredSources } from '../../../../src/api/sources.ts';
import { readConfig } from '../../../../src/core/config/config.ts';
import { temporaryFolder } from '../../../support/collect.ts';

let folder: string;
beforeEach(() => {
  folder = temporaryFolder(onTestFinished);
});

const write = (name: string, text: string) => writeFileSync(join(folder, name), text);

const SETTINGS = `ecosystems:
  postgres:
    projects:
      postgresql: { repositories: [postgres/postgres], paths: { postgres/postgres: ./clones/postgres.git } }
      pgvector:
        repositories: [pgvector/pgvector]
      citus:
        repositories: [citusdata/citus]
        include: org:citusdata
        exclude: [citusdata/docs]
people: understory.people.yml
companies: [affiliations.txt]
`;

test('finds the settings upward and reads what they name, paths from where they lie', async () => {
  write('understory.yml', SETTINGS);
  write('affiliations.txt', 'Ada L: ada!example.org\n\tAcme until 2020-01-01\n');
  write('understory.people.yml', 'kinds:\n  ci@example.org: bot\n');
  const below = join(folder, 'a', 'b');
  mkdirSync(below, { recursive: true });
  const { config, clones, build } = await loadSettings({ currentDirectory: below });
  expect(config.path).toBe(join(folder, 'understory.yml'));
  expect(configuredSources(config, 'postgresql')).toEqual(['postgres/postgres']);
  expect(clones).toEqual(new Map([['postgres/postgres', join(folder, 'clones', 'postgres.git')]]));
  expect(configuredSources(config, 'postgres')).toEqual([
    'postgres/postgres',
    'pgvector/pgvector',
    'citusdata/citus',
    'org:citusdata',
  ]);
  expect(configuredSources(config, 'pgvector/pgvector')).toBeUndefined();
  expect(build.scopes.filter(({ project }) => project === 'citus')).toEqual([
    { ecosystem: 'postgres', project: 'citus', rule: 'repository', value: 'citusdata/citus' },
    { ecosystem: 'postgres', project: 'citus', rule: 'include', value: 'citusdata' },
    { ecosystem: 'postgres', project: 'citus', rule: 'exclude', value: 'citusdata/docs' },
  ]);
  expect(build.affiliations).toMatchObject([
    { person: 'ada@example.org', organization: 'Acme', validTo: '2020-01-01' },
  ]);
  expect(build.people.kinds).toEqual([{ identity: 'ci@example.org', kind: 'bot' }]);
});

test('does without a file, and without the files that it names for later', async () => {
  expect(await readConfig(undefined, folder)).toMatchObject({ path: null, projects: [] });
  write('understory.yml', 'people: understory.people.yml\n');
  expect((await readConfig(undefined, folder)).people.merges).toEqual([]);
});

test('reads what init writes, as it is and with its examples taken in', async () => {
  const path = await writeSettings({ config: join(folder, 'understory.yml') });
  expect((await readConfig(path, folder)).projects).toEqual([]);
  const { readFileSync } = await import('node:fs');
  const examples = readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => /^#( {2}|\w+:)/.test(line))
    .map((line) => line.slice(1))
    .filter((line) => !line.startsWith('companies'));
  write('all.yml', examples.join('\n'));
  const { projects } = await readConfig('all.yml', folder);
  expect(projects.map(({ name }) => name)).toEqual(['postgresql', 'pgvector', 'citus']);
});

test.each([
  ['no YAML', 'a: [b', 'line 1'],
  [
    'an unknown name',
    'ecosystem: {}',
    'line 1: `ecosystem` is not known here; known are ecosystems, people, companies',
  ],
  ['a list in place of names', 'ecosystems: [postgres]', 'line 1: expected names with values'],
  [
    'a repository without owner',
    'ecosystems:\n  e:\n    projects:\n      p:\n        repositories: [postgres]',
    'line 5: expected `owner/name`, got `postgres`',
  ],
  [
    'a clone of no repository',
    'ecosystems:\n  e:\n    projects:\n      p:\n        paths: { postgres: ./clones/postgres.git }',
    'line 5: expected `owner/name`, got `postgres`',
  ],
  [
    'an owner without org:',
    'ecosystems:\n  e:\n    projects:\n      p: { include: citusdata }',
    'line 4: expected `org:NAME`, got `citusdata`',
  ],
])('names file and line for %s', async (_what, text, message) => {
  write('understory.yml', text);
  await expect(readConfig(undefined, folder)).rejects.toMatchObject({
    code: 'E_CONFIG',
    message: expect.stringContaining(`\`understory.yml\` ${message}`),
  });
});

test('names a file that is not there', async () => {
  await expect(readConfig('missing.yml', folder)).rejects.toMatchObject({
    code: 'E_CONFIG',
    message: expect.stringMatching(/missing\.yml`: can't be read: ENOENT/),
  });
  write('understory.yml', 'companies: [missing.txt]');
  await expect(readConfig(undefined, folder)).rejects.toMatchObject({ code: 'E_CONFIG' });
});

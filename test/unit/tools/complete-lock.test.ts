import { expect, test } from 'vitest';
import { completeLock, type LockEntry } from '../../tools/complete-lock.ts';

const find = async (name: string, range: string): Promise<LockEntry> => ({
  version: range.replace(/^[^\d]*/, ''),
  integrity: `sha512-${name}`,
  ...(name === 'engine-wasm' ? { dependencies: { 'wasm-runtime': '^3.1.0' } } : {}),
  os: ['darwin'],
});

test('adds the optional packages of other platforms with their own dependencies, and takes addresses out', async () => {
  const done = await completeLock(
    {
      lockfileVersion: 3,
      packages: {
        '': { dependencies: { engine: '1.0.0' } },
        'node_modules/engine': {
          version: '1.0.0',
          resolved: 'https://registry.example/engine-1.0.0.tgz',
          dev: true,
          optionalDependencies: { 'engine-darwin': '1.0.0', 'engine-wasm': '1.0.0' },
        },
      },
    },
    find,
  );
  expect(Object.keys(done.packages)).toEqual([
    '',
    'node_modules/engine',
    'node_modules/engine-darwin',
    'node_modules/engine-wasm',
    'node_modules/wasm-runtime',
  ]);
  expect(JSON.stringify(done)).not.toContain('registry.example');
  expect(JSON.stringify(done.packages['node_modules/engine-darwin'])).toBe(
    '{"version":"1.0.0","integrity":"sha512-engine-darwin","dev":true,"optional":true,"os":["darwin"]}',
  );
});

test('keeps another version of the same package beside its parent', async () => {
  const done = await completeLock(
    {
      packages: {
        'node_modules/a-linux': { version: '2.0.0', optional: true },
        'node_modules/a': { version: '1.0.0', optionalDependencies: { 'a-linux': '1.0.0' } },
      },
    },
    find,
  );
  expect(done.packages['node_modules/a/node_modules/a-linux']).toMatchObject({ version: '1.0.0' });
});

test('leaves a complete lock as it is', async () => {
  const lock = {
    packages: {
      'node_modules/a': { version: '1.0.0', optionalDependencies: { 'a-linux': '^1.0.0' } },
      'node_modules/a-linux': { version: '1.2.0', optional: true },
    },
  };
  expect(await completeLock(lock, () => Promise.reject(new Error('nothing to look up')))).toEqual(lock);
});

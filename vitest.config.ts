import { defineConfig, type ViteUserConfig } from 'vitest/config';

const project = (name: string, include: string[], testTimeout: number) => ({
  test: { name, include, testTimeout, hookTimeout: testTimeout, pool: 'forks' as const },
});

const config: ViteUserConfig = defineConfig({
  test: {
    projects: [
      project('unit', ['test/unit/**/*.test.ts', 'test/*.test.ts'], 60_000),
      project('golden', ['test/golden/**/*.test.ts'], 60_000),
      project('page', ['test/page/**/*.test.ts'], 180_000),
      project('long', ['test/long/**/*.test.ts'], 3_600_000),
      project('history', ['test/history/**/*.test.ts'], 1_800_000),
    ],
  },
});

export default config;

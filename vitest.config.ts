import { defineConfig, type ViteUserConfig } from 'vitest/config';

interface ProjectSettings {
  readonly minutes: number;
  /** Files that share a kept database or measure the whole machine run one after the other. */
  readonly isSerial?: boolean;
}

const project = (name: string, include: string[], { minutes, isSerial = false }: ProjectSettings) => ({
  test: {
    name,
    include,
    testTimeout: minutes * 60_000,
    hookTimeout: minutes * 60_000,
    pool: 'forks' as const,
    fileParallelism: !isSerial,
  },
});

const config: ViteUserConfig = defineConfig({
  test: {
    projects: [
      project('unit', ['test/unit/**/*.test.ts', 'test/*.test.ts'], { minutes: 3 }),
      project('golden', ['test/golden/**/*.test.ts'], { minutes: 3 }),
      project('page', ['test/page/**/*.test.ts'], { minutes: 3 }),
      project('long', ['test/long/**/*.test.ts'], { minutes: 60, isSerial: true }),
      project('history', ['test/history/**/*.test.ts'], { minutes: 30, isSerial: true }),
    ],
  },
});

export default config;

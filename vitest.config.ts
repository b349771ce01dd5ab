import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

/** `npm test` runs the unit tests only: no browser, no killed process, no build of the whole sample. */
export default defineConfig({
  resolve: { alias: { '#hash': join(import.meta.dirname, 'src/host/hash.ts') } },
  test: {
    // One test file per core; the main process only waits.
    maxWorkers: '100%',
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: ['test/end-to-end/**', 'test/**/*.isolated.test.ts'],
          // Generous, since other processes may use the machine: only a test that never ends reaches it.
          testTimeout: 120_000,
          hookTimeout: 120_000,
          // A worker loads the program and the sample district once for all of its files.
          isolate: false,
        },
      },
      {
        extends: true,
        // Tests that replace a module need a module graph of their own.
        test: { name: 'isolated', include: ['test/**/*.isolated.test.ts'], testTimeout: 120_000, hookTimeout: 120_000 },
      },
      {
        extends: true,
        test: {
          name: 'end-to-end',
          include: ['test/end-to-end/**/*.test.ts'],
          globalSetup: ['test/support/scratch.ts'],
          testTimeout: 300_000,
          hookTimeout: 600_000,
          fileParallelism: false,
        },
      },
    ],
  },
});

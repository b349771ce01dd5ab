import { defineConfig } from 'vitest/config';

/**
 * `npm test` runs the unit tests alone: they start no browser, kill no process and build no whole district, which is
 * what the end-to-end tests are for.
 */
export default defineConfig({
  test: {
    // One test file a core. The main process only waits.
    maxWorkers: '100%',
    projects: [
      {
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: ['test/end-to-end/**'],
          // Long enough for a machine that others use too: only what never ends should meet it.
          testTimeout: 120_000,
          hookTimeout: 120_000,
          // A worker loads the program once and keeps it, and the sample district with it, for all of its files.
          isolate: false,
        },
      },
      {
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

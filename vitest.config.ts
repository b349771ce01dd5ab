import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

/** Fast tests and those that start a browser run apart: `npm test -- --project unit`. */
export default defineConfig({
  resolve: { alias: { '#hash': join(import.meta.dirname, 'src/host/hash.ts') } },
  test: {
    projects: [
      {
        extends: true,
        test: { name: 'unit', include: ['test/**/*.test.ts'], exclude: ['test/end-to-end/**'], testTimeout: 20_000 },
      },
      {
        extends: true,
        test: {
          name: 'end-to-end',
          include: ['test/end-to-end/**/*.test.ts'],
          testTimeout: 300_000,
          hookTimeout: 600_000,
          fileParallelism: false,
        },
      },
    ],
  },
});

import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** What takes its time: programs, databases on a disk, and faults of vendors and of the database at length: `npm run test:slow`. */
export default defineConfig({
  root: new URL('../../', import.meta.url).pathname,
  test: {
    include: ['test/slow/**/*.test.ts'],
    globalSetup: [fileURLToPath(new URL('../tidy.ts', import.meta.url))],
    maxWorkers: 2,
    testTimeout: 900_000,
    hookTimeout: 300_000,
    expect: { poll: { timeout: 60_000 } },
  },
});

import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/browser/**', 'test/deploy/**', 'test/slow/**', 'node_modules/**'],
    // One more than cores: each talks to a database and to servers of its own, and more of them only take turns.
    maxWorkers: 3,
    // What the libraries cost to load is paid once a worker instead of once a file.
    isolate: false,
    globalSetup: ['test/tidy.ts'],
    // A machine that is slow is no fault: only what fails takes as long as that.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    expect: { poll: { timeout: 60_000 } },
  },
});

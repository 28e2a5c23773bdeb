import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/browser/**', 'test/deploy/**', 'test/slow/**', 'node_modules/**'],
    // The end-to-end tests mostly wait for each other's servers: more of them than cores at once.
    maxWorkers: 5,
    // What the libraries cost to load is paid once a worker instead of once a file.
    isolate: false,
    globalSetup: ['test/tidy.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});

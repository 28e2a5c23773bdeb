import { defineConfig } from 'vitest/config';

/** The sandbox's page in a real browser: `npm run test:browser`. Needs Chromium at /usr/bin/chromium. */
export default defineConfig({
  test: {
    name: 'browser',
    include: ['test/browser/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    expect: { poll: { timeout: 10_000 } },
  },
});

import { defineConfig } from 'vitest/config';

/** The sandbox's page in a real browser: `npm run test:browser`. Needs Chromium at /usr/bin/chromium. */
export default defineConfig({
  test: {
    name: 'browser',
    include: ['test/browser/**/*.test.ts'],
    testTimeout: 300_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 60_000 } },
  },
});

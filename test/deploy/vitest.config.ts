import { defineConfig } from 'vitest/config';

/** The slow tests of what is deployed: `npm run test:deploy`. */
export default defineConfig({
  root: new URL('../../', import.meta.url).pathname,
  test: { include: ['test/deploy/**/*.test.ts'] },
});

import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

// Kills some thousand processes, and takes its time. Named files alone: npm run test:crash -- confirm
export default defineConfig({
  test: {
    root: fileURLToPath(new URL('../..', import.meta.url)),
    include: ['test/crash/**/*.crash.ts'],
    fileParallelism: false,
    testTimeout: 3_600_000,
  },
});

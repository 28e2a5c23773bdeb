import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

// The whole enumeration: it kills some thousand processes and takes its time.
export default defineConfig({
  test: {
    root: fileURLToPath(new URL('../..', import.meta.url)),
    include: ['test/crash/**/*.crash.ts'],
    fileParallelism: false,
    testTimeout: 3_600_000,
  },
});

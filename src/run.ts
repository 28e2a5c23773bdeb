import { flushCompileCache } from 'node:module';
import { toldError } from './core/told-error.ts';
import { giveBackMemory } from './give-back-memory.ts';
import type { Running } from './start.ts';

/** Whoever sent SIGTERM waits about this long before SIGKILL. */
const STOP_WITHIN_MS = 9_500;
/** By then what the start was made of is garbage. */
const AT_REST_MS = 1_000;

/** Starts the bot, and stops it on SIGTERM and SIGINT. */
async function main(): Promise<void> {
  const { readConfig } = await import('./config/read-config.ts');
  const config = readConfig();
  // The sandbox is not for production: it is loaded only where it is used.
  const running = config.sandbox
    ? await (await import('./start-in-sandbox.ts')).startInSandbox(config)
    : await (await import('./start.ts')).startBot(config);
  setTimeout(() => {
    flushCompileCache(); // whoever is killed writes nothing at the end
    giveBackMemory();
  }, AT_REST_MS).unref();
  let isStopping = false;
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      if (isStopping) return;
      isStopping = true;
      void stop(running);
    });
  }
}

async function stop(running: Running): Promise<void> {
  setTimeout(() => process.exit(1), STOP_WITHIN_MS).unref();
  await running.stop();
  process.exit(0);
}

/** What stands in the way of starting is said in sentences, without a stack. */
async function refuse(error: unknown): Promise<never> {
  const { ConfigProblems } = await import('./config/problems.ts');
  const problems =
    error instanceof ConfigProblems ? error.problems : [(await import('./start-problems.ts')).sentenceOf(error)];
  process.stderr.write(`Tutorline did not start.\n${problems.map((problem) => `- ${problem}\n`).join('')}`);
  process.exit(1);
}

// Node would print the whole error: those of vendors carry tokens, and what people wrote.
process.on('uncaughtException', (error) => {
  process.stderr.write(`Tutorline stops at a fault of its own: ${JSON.stringify(toldError(error))}\n`);
  process.exit(1);
});
await main().catch(refuse);

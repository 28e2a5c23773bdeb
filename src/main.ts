import { enableCompileCache } from 'node:module';
import type { App } from './app.ts';
import { ConfigProblems } from './config/problems.ts';
import { readConfig } from './config/read-config.ts';

const OLDEST_NODE = 26;
/** Whoever sent SIGTERM waits about this long before SIGKILL. */
const STOP_WITHIN_MS = 9_500;

/** Starts the bot, and stops it on SIGTERM and SIGINT. */
async function main(): Promise<void> {
  const { startBot, startInSandbox } = await import('./start.ts');
  const config = readConfig();
  const running = config.sandbox ? await startInSandbox(config) : await startBot(config);
  let isStopping = false;
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      if (isStopping) return;
      isStopping = true;
      void stop(running);
    });
  }
}

async function stop(running: Pick<App, 'stop'>): Promise<void> {
  setTimeout(() => process.exit(1), STOP_WITHIN_MS).unref();
  await running.stop();
  process.exit(0);
}

/** What stands in the way of starting is said in sentences, without a stack. */
function refuse(error: unknown): never {
  const problems =
    error instanceof ConfigProblems ? error.problems : [error instanceof Error ? error.message : String(error)];
  process.stderr.write(`Tutorline did not start.\n${problems.map((problem) => `- ${problem}\n`).join('')}`);
  process.exit(1);
}

if (Number(process.versions.node.split('.')[0]) < OLDEST_NODE) {
  refuse(
    new Error(`It needs Node ${OLDEST_NODE} or newer, and this is ${process.version}. \`npm start\` brings its own.`),
  );
}
enableCompileCache(); // a third of the time that a start takes goes into compiling the same again
await main().catch(refuse);

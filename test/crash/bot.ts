import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Commands } from './child.ts';

const CHILD = fileURLToPath(new URL('./child.ts', import.meta.url));
const HOOK = new URL('./moments.ts', import.meta.url).href;
const COMPILED = fileURLToPath(new URL('../../node_modules/.cache/tutorline/compiled/', import.meta.url));

/** Who lives for seconds need not compile for hours: Prisma's WebAssembly would be optimised at once. */
const LIGHT = '--liftoff-only';

type Result<Name extends keyof Commands> = ReturnType<Commands[Name]>;

/** The bot in a process of its own. */
export interface Bot {
  ask<Name extends keyof Commands>(name: Name, ...given: Parameters<Commands[Name]>): Result<Name>;
  /** Resolves with the signal, or the code, by which the process ended. */
  readonly ended: Promise<NodeJS.Signals | number | null>;
  /** The moments that were counted since the last `dieAt`, in order. */
  moments(): readonly string[];
  /** Ends the process by SIGKILL, if it is still there. */
  kill(): Promise<void>;
}

/** Processes with the bot loaded and nothing begun: loading it takes longer than all that a test then does with it. */
export function createKennel(most: number) {
  const spare: Promise<Bot>[] = [];
  const fill = () => {
    while (spare.length < most) spare.push(load());
  };
  return {
    take(): Promise<Bot> {
      fill();
      const bot = spare.shift() ?? load();
      fill();
      return bot;
    },
    /** Takes back one that is closed. */
    takeBack: (bot: Bot) => void spare.unshift(Promise.resolve(bot)),
    async close() {
      for (const bot of spare.splice(0)) await (await bot).kill();
    },
  };
}
export type Kennel = ReturnType<typeof createKennel>;

async function load(): Promise<Bot> {
  const child = fork(CHILD, {
    execArgv: [LIGHT, '--import', HOOK],
    env: { ...inherited(), NODE_COMPILE_CACHE: COMPILED, NODE_NO_WARNINGS: '1' },
    serialization: 'advanced',
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const bot = botIn(child);
  await bot.loaded;
  return bot;
}

/** Nothing of the test runner's own. */
function inherited(): NodeJS.ProcessEnv {
  // biome-ignore lint/style/noProcessEnv: a process starts with an environment
  const { PATH, HOME, LANG } = process.env;
  return { PATH, HOME, LANG };
}

function botIn(child: ChildProcess): Bot & { readonly loaded: Promise<void> } {
  const loaded = Promise.withResolvers<void>();
  const ended = Promise.withResolvers<NodeJS.Signals | number | null>();
  const waiting = new Map<number, PromiseWithResolvers<unknown>>();
  let lastId = 0;
  let isEnded = false;
  let said = '';
  let complaints = '';
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    complaints += text;
  });
  child.on('message', (message: 'loaded' | { id: number; result?: unknown; error?: string }) => {
    if (message === 'loaded') return loaded.resolve();
    const { id, result, error } = message;
    if (error === undefined) waiting.get(id)?.resolve(result);
    else waiting.get(id)?.reject(new Error(error));
    waiting.delete(id);
  });
  // `close` comes when what it said has been read too.
  child.on('close', (code, signal) => {
    loaded.reject(new Error(`the bot could not be loaded: ${complaints}`));
    isEnded = true;
    for (const { reject } of waiting.values()) reject(new Error(`the bot ended (${signal ?? code}): ${complaints}`));
    ended.resolve(signal ?? code);
  });
  return {
    loaded: loaded.promise,
    ended: ended.promise,
    moments: () => said.split('\n').slice(0, -1),
    ask: <Name extends keyof Commands>(name: Name, ...[given]: Parameters<Commands[Name]>): Result<Name> => {
      if (isEnded) return Promise.reject(new Error('the bot has ended')) as Result<Name>;
      const answer = Promise.withResolvers<unknown>();
      lastId += 1;
      if (name === 'dieAt') said = '';
      waiting.set(lastId, answer);
      // The process may be gone already: `close` rejects what waits.
      child.send({ id: lastId, name, given }, () => {});
      return answer.promise as Result<Name>;
    },
    kill: async () => {
      child.kill('SIGKILL');
      await ended.promise;
    },
  };
}

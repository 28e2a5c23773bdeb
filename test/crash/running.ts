import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { findAll } from '../world/human.ts';

const PATIENCE_MS = 60_000;
const LOOK_MS = 50;
const ROOT = fileURLToPath(new URL('../..', import.meta.url));

export interface End {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly complaints: string;
}

/** `node src/main.js` as anybody starts it, in the sandbox. */
export interface Running {
  /** Resolves when it says that it is there; rejects when it ends before. */
  readonly ready: Promise<void>;
  readonly ended: Promise<End>;
  signal(signal: NodeJS.Signals): void;
  /** Lets somebody act, as the page does; rejects with what the person is told. */
  act(chat: 'slack' | 'discord', by: string, deed: string, what: object): Promise<void>;
  /** What somebody sees in Slack. */
  slackScreen(person: string): Promise<object>;
}

export async function runBot(dataDir: string): Promise<Running> {
  const port = await freePort();
  // biome-ignore lint/style/noProcessEnv: a process starts with an environment
  const { PATH, HOME } = process.env;
  const env = { PATH, HOME, DATA_DIR: dataDir, PORT: String(port), LOG_LEVEL: 'warn' };
  const child = spawn(process.execPath, ['src/main.js'], { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'pipe'] });
  const ready = Promise.withResolvers<void>();
  ready.promise.catch(() => undefined);
  let said = '';
  let complaints = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said += text;
    if (said.includes('Open http')) ready.resolve();
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    complaints += text;
  });
  const ended = once(child, 'close').then(([code, signal]): End => {
    ready.reject(new Error(`it ended (${signal ?? code}): ${said}${complaints}`));
    return { code, signal, complaints };
  });
  const origin = `http://127.0.0.1:${port}`;
  return {
    ready: ready.promise,
    ended,
    signal: (signal) => void child.kill(signal),
    act: async (chat, by, deed, what) => {
      const body = JSON.stringify({ chat, by, deed, with: what });
      const answer = await fetch(`${origin}/sandbox/act`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body,
      });
      if (!answer.ok) throw new Error(await answer.text());
    },
    slackScreen: async (person) => {
      const answer = await fetch(`${origin}/sandbox/state?slack=${person}`);
      return ((await answer.json()) as { slack: { screen: object } }).slack.screen;
    },
  };
}

/** Looks at somebody's screen until there is something on it. */
export async function appears<T>(
  running: Running,
  person: string,
  find: (screen: object) => T | undefined,
): Promise<T> {
  const until = performance.now() + PATIENCE_MS;
  for (;;) {
    const screen = await running.slackScreen(person);
    const found = find(screen);
    if (found !== undefined) return found;
    if (performance.now() > until) throw new Error(`it did not appear: ${JSON.stringify(screen)}`);
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  }
}

/** Where the newest button with this label is, as `presses` wants it. */
export function button(screen: object, label: string): object | undefined {
  type Message = { ts: string; blocks?: { block_id: string }[] };
  const { conversations } = screen as { conversations: { id: string; messages: Message[] }[] };
  for (const { id: conversation, messages } of conversations) {
    for (const { ts, blocks = [] } of messages.toReversed()) {
      for (const block of blocks) {
        const [found] = findAll<{ action_id: string }>(
          block,
          (one) => one['type'] === 'button' && (one['text'] as { text?: string } | undefined)?.text === label,
        );
        if (found) return { place: { conversation, ts }, actionId: found.action_id, blockId: block.block_id };
      }
    }
  }
  return undefined;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (typeof address !== 'object' || address === null) throw new Error('no port');
  return address.port;
}

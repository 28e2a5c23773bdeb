import { WebSocket } from 'ws';
import { createDiscord, type Discord, type DiscordOptions } from '../../sandbox/discord/index.ts';
import { listen } from '../../sandbox/server.ts';
import type { Traffic } from '../../sandbox/stand-in.ts';

/** The fields of answers that tests look at. */
interface Body {
  readonly id: string;
  readonly name: string;
  readonly content: string;
  readonly code?: number;
  readonly message?: string;
  readonly errors?: unknown;
  readonly retry_after: number;
  readonly global?: boolean;
  readonly mentions: readonly unknown[];
  readonly mention_everyone: boolean;
  map<T>(each: (one: Body) => T): T[];
  find(fits: (one: Body) => boolean): Body | undefined;
}

/** What the REST API answered. */
interface Answered {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Body;
}

/** A bot that speaks the gateway's protocol by hand. */
export interface RawBot {
  /** The next event of this name, also one that came before. */
  event(name: string): Promise<Record<string, unknown>>;
  send(op: number, d: unknown): void;
  close(code: number): void;
  /** The next frame with this opcode. */
  frame(op: number): Promise<unknown>;
  readonly closed: Promise<number>;
}

/** A Discord that listens on a free port of this machine, with a clock to move and the traffic it saw. */
export interface DiscordStage {
  readonly discord: Discord;
  readonly origin: string;
  readonly traffic: Traffic[];
  readonly clock: { now: Date };
  /** The id of a person. */
  person(username: string): string;
  /** A request with the bot's token; the path as after `/api/v10`. */
  api(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Answered>;
  connect(identify?: { token?: string; intents?: number } | 'do not identify', query?: string): Promise<RawBot>;
  /** Resolves when the sandbox has come to a state. */
  until<T>(look: () => T | undefined | false): Promise<T>;
  close(): Promise<void>;
}

/** Guilds and direct messages: what the bot asks for. */
export const USUAL_INTENTS = (1 << 0) | (1 << 12);

export async function discordStage(options: DiscordOptions = {}, saved?: unknown): Promise<DiscordStage> {
  const traffic: Traffic[] = [];
  const clock = { now: new Date('2026-11-20T09:00:00Z') };
  const listeners = new Set<() => void>();
  let origin = '';
  const discord = createDiscord(
    {
      now: () => clock.now,
      origin: () => origin,
      changed: () => {
        for (const listener of listeners) listener();
      },
      record: (seen) => traffic.push(seen),
      ...(saved !== undefined && { saved }),
    },
    { rateLimits: false, ...options },
  );
  const host = await listen({ port: 0, standIns: [discord] });
  origin = host.origin;

  return {
    discord,
    origin,
    traffic,
    clock,
    person: (username) => discord.people.find((one) => one.username === username)?.id ?? '',
    api: async (method, path, body, headers = {}) => {
      const response = await fetch(`${origin}${discord.credentials.apiPath}/v10${path}`, {
        method,
        headers: {
          Authorization: `Bot ${discord.credentials.token}`,
          ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
          ...headers,
        },
        ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      });
      const text = await response.text();
      return { status: response.status, headers: response.headers, body: text ? JSON.parse(text) : undefined };
    },
    connect: (identify = {}, query = '?v=10&encoding=json') =>
      connect(`${origin.replace('http', 'ws')}/sandbox/discord/gateway${query}`, (bot) => {
        if (identify === 'do not identify') return;
        bot.send(2, { token: discord.credentials.token, intents: USUAL_INTENTS, properties: {}, ...identify });
      }),
    until: (look) =>
      new Promise((resolve) => {
        const check = () => {
          const seen = look();
          if (!seen) return;
          listeners.delete(check);
          resolve(seen);
        };
        listeners.add(check);
        check();
      }),
    close: host.close,
  };
}

async function connect(url: string, onHello: (bot: RawBot) => void): Promise<RawBot> {
  const socket = new WebSocket(url);
  const frames: { op: number; t: string | null; d: unknown }[] = [];
  let wake: (() => void)[] = [];
  socket.on('message', (data) => {
    frames.push(JSON.parse(String(data)));
    for (const one of wake.splice(0)) one();
  });
  const next = async (fits: (frame: { op: number; t: string | null }) => boolean): Promise<unknown> => {
    for (;;) {
      const index = frames.findIndex(fits);
      if (index >= 0) return frames.splice(index, 1)[0]?.d;
      await new Promise<void>((resolve) => {
        wake = [...wake, resolve];
      });
    }
  };
  const closed = new Promise<number>((resolve) => socket.once('close', resolve));
  const bot: RawBot = {
    event: async (name) => (await next(({ op, t }) => op === 0 && t === name)) as Record<string, unknown>,
    frame: (op) => next((frame) => frame.op === op),
    send: (op, d) => socket.send(JSON.stringify({ op, d })),
    close: (code) => socket.close(code),
    closed,
  };
  await Promise.race([bot.frame(10), closed]);
  onHello(bot);
  return bot;
}

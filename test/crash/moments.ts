import { subscribe } from 'node:diagnostics_channel';
import { writeSync } from 'node:fs';
import { createRequire } from 'node:module';
import { PGlite, type Transaction } from '@electric-sql/pglite';
import { WebSocket as UndiciWebSocket } from 'undici';
import { WebSocket as WsWebSocket } from 'ws';

// Loaded before the bot (`node --import`): every word that the bot's process exchanges with a database or a chat is a
// moment before and a moment after, and each of them can be its last. The bot's own code knows nothing of it.

/** Which moments count: all, or only those after which the world outside may be another than before. */
export type Counted = 'every' | 'telling';

const STDOUT = 1;
/** What the test itself asks in between, and the queue's upkeep, which comes when it comes and says nothing. */
const ASIDE =
  /\/\* aside \*\/|count\(\*\)::int AS "count" FROM pgboss\.job|SET heartbeat_on = now|FROM pg_locks|pg_advisory_lock|monitor_claim_on|_on = now\(\) WHERE EXTRACT|queue_stats/;

let counted: Counted | undefined;
let lastMoment = Number.POSITIVE_INFINITY;
let moments = 0;
let underWay = 0;
let lastAt = 0;

/** From now on moments count, and the process ends by SIGKILL in the one with this number. */
export function dieAt(number: number, which: Counted): void {
  counted = which;
  lastMoment = number;
  moments = 0;
}

/** From now on the process lives. */
export function live(): void {
  counted = undefined;
}

/** Nothing was said for so long, and nothing waits for an answer. */
export function isQuietFor(milliseconds: number): boolean {
  return underWay === 0 && performance.now() - lastAt >= milliseconds;
}

function moment(what: string, isTelling: boolean): void {
  lastAt = performance.now();
  // The very first one stands for all before anything was said.
  if (counted === undefined || (counted === 'telling' && !isTelling && moments > 0)) return;
  moments += 1;
  writeSync(STDOUT, `${what.replace(/\s+/g, ' ').slice(0, 100)}\n`);
  if (moments === lastMoment) process.kill(process.pid, 'SIGKILL');
}

async function around<T>(what: string, isTelling: (answer: unknown) => boolean, work: () => Promise<T>): Promise<T> {
  if (ASIDE.test(what)) return work();
  moment(`before ${what}`, false);
  underWay += 1;
  try {
    const answer = await work();
    moment(`after ${what}`, isTelling(answer) && changed(answer));
    return answer;
  } finally {
    underWay -= 1;
    lastAt = performance.now();
  }
}

/** False for a statement that found nothing to do. */
function changed(answer: unknown): boolean {
  if (typeof answer !== 'object' || answer === null) return true;
  const { command, rowCount, rows, affectedRows } = answer as Record<string, unknown>;
  if (command === 'COMMIT') return true;
  const counts = [rowCount, affectedRows, Array.isArray(rows) ? rows.length : undefined];
  return counts.some((count) => typeof count === 'number' && count > 0) || counts.every((count) => count === undefined);
}

// PostgreSQL: what is not committed is not there, so only the end of a transaction tells anybody of it.

const READS = /^\s*(?:SELECT|SHOW|SET|LISTEN|BEGIN|SAVEPOINT|RELEASE|ROLLBACK)\b/i;

interface PgClient {
  query(...given: unknown[]): unknown;
}
const { Client } = createRequire(import.meta.resolve('@prisma/adapter-pg'))('pg') as {
  Client: { prototype: PgClient };
};
const inTransaction = new WeakSet<PgClient>();
const query = Client.prototype.query;
Client.prototype.query = function (this: PgClient, ...given: unknown[]) {
  const text = textOf(given[0]);
  const isTelling = () => {
    if (/^\s*BEGIN\s*;?\s*$/i.test(text)) inTransaction.add(this);
    if (/^\s*(?:COMMIT|ROLLBACK)\s*;?\s*$/i.test(text)) return inTransaction.delete(this) && /COMMIT/i.test(text);
    return !inTransaction.has(this) && !READS.test(text);
  };
  const callback = given.at(-1);
  if (typeof callback !== 'function') {
    const asked = query.apply(this, given);
    return asked instanceof Promise ? around(text, isTelling, () => asked) : asked;
  }
  const answered = Promise.withResolvers<unknown>();
  void around(text, isTelling, () => answered.promise);
  return query.apply(this, [
    ...given.slice(0, -1),
    (...answer: unknown[]) => {
      answered.resolve(answer[1]);
      // After the moment, which comes with the next microtasks.
      setImmediate(() => (callback as (...answer: unknown[]) => void)(...answer));
    },
  ]);
};

function textOf(asked: unknown): string {
  if (typeof asked === 'string') return asked;
  return typeof asked === 'object' && asked !== null && 'text' in asked ? String(asked.text) : 'a query';
}

// The embedded database.

type Speaker = Pick<Transaction, 'query' | 'exec'>;
function overhear(speaker: Speaker, isInTransaction: boolean): void {
  const { query: ask, exec } = speaker;
  speaker.query = function (this: Speaker, text: string, ...rest: [never]) {
    return around(
      text,
      () => !isInTransaction && !READS.test(text),
      () => ask.call(this, text, ...rest) as Promise<never>,
    );
  } as Speaker['query'];
  speaker.exec = function (this: Speaker, text, ...rest) {
    return around(
      text,
      () => !isInTransaction && !READS.test(text),
      () => exec.call(this, text, ...rest),
    );
  };
}
overhear(PGlite.prototype, false);
const transaction = PGlite.prototype.transaction;
PGlite.prototype.transaction = async function (this: PGlite, work) {
  let wrote = false;
  const outcome = await transaction.call(this, async (tx) => {
    moment('after BEGIN', false);
    overhear(tx, true);
    const done = await work(tx);
    moment('before COMMIT', false);
    wrote = true;
    return done;
  });
  moment('after COMMIT', wrote);
  return outcome as never;
};

// HTTP, of whichever copy of undici: fetch, Slack's and Discord's clients.

type Requested = { request: { method: string; path: string } };
const wordsFor = ({ request }: Requested) => `${request.method} ${request.path}`;
const isWriting = ({ request }: Requested) => request.method !== 'GET';
subscribe('undici:request:create', (message) => {
  underWay += 1;
  moment(`before ${wordsFor(message as Requested)}`, false);
});
subscribe('undici:request:trailers', (message) => {
  underWay -= 1;
  moment(`after ${wordsFor(message as Requested)}`, isWriting(message as Requested));
});
subscribe('undici:request:error', (message) => {
  underWay -= 1;
  moment(`failed ${wordsFor(message as Requested)}`, isWriting(message as Requested));
});

// Slack's socket and Discord's gateway.

const tell = UndiciWebSocket.prototype.send;
UndiciWebSocket.prototype.send = function (this: UndiciWebSocket, data) {
  moment('before a frame to Slack', false);
  tell.call(this, data);
  moment('after a frame to Slack', true);
};
const hear = UndiciWebSocket.prototype.dispatchEvent;
UndiciWebSocket.prototype.dispatchEvent = function (this: UndiciWebSocket, event) {
  if (event.type === 'message') moment('a frame from Slack', false);
  return hear.call(this, event);
};
const send = WsWebSocket.prototype.send as (...given: unknown[]) => void;
WsWebSocket.prototype.send = function (this: WsWebSocket, ...given: unknown[]) {
  moment('before a frame to Discord', false);
  send.apply(this, given);
  moment('after a frame to Discord', true);
} as WsWebSocket['send'];
const emit = WsWebSocket.prototype.emit as (...given: unknown[]) => boolean;
WsWebSocket.prototype.emit = function (this: WsWebSocket, ...given: unknown[]) {
  if (given[0] === 'message') moment('a frame from Discord', false);
  return emit.apply(this, given);
};

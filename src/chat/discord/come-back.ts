import { setTimeout as sleep } from 'node:timers/promises';
import { type Client, Events, Status } from 'discord.js';
import type { ChatTrouble } from '../../core/community/chat-trouble.ts';
import type { Log } from '../../core/log.ts';
import type { Standing } from '../standing.ts';
import { within } from '../within.ts';

/** Closed for good, and why: https://docs.discord.com/developers/topics/opcodes-and-status-codes#gateway-gateway-close-event-codes */
const CLOSED_FOR: Readonly<Record<number, ChatTrouble>> = { 4004: 'token', 4013: 'intents', 4014: 'intents' };
const ANSWERS_WITHIN_MS = 30_000;

export const isReady = (client: Client): boolean => client.ws.shards.first()?.status === Status.Ready;

/** Discord's client gives up where it was closed for good. Once a token is good again, or an intent allowed, it is let in again. */
export function keepComingBack(options: {
  readonly client: Client;
  readonly token: string;
  readonly standing: Standing;
  readonly isStopping: () => boolean;
  readonly log: Log;
}): void {
  const { client, token, standing, isStopping, log } = options;
  let isTrying = false;

  const tryAgain = async (): Promise<void> => {
    if (isTrying) return;
    isTrying = true;
    while (!isStopping() && !isReady(client)) {
      await sleep(standing.pauseMs(), undefined, { ref: false });
      if (isStopping()) break;
      const answer = answerOf(client);
      try {
        await client.login(token);
        await within(ANSWERS_WITHIN_MS, answer.came);
      } catch (error) {
        log.info({ chat: 'discord', error }, 'Discord does not let the bot in yet');
      }
      answer.forget();
    }
    isTrying = false;
  };

  client.on(Events.ShardReady, () => standing.clear('token', 'intents'));
  client.on(Events.ShardDisconnect, ({ code }) => {
    standing.note(CLOSED_FOR[code] ?? 'token');
    void tryAgain();
  });
}

/** That the connection stands, or was closed for good. */
function answerOf(client: Client): { readonly came: Promise<void>; forget(): void } {
  const { promise: came, resolve } = Promise.withResolvers<void>();
  const hear = () => resolve();
  client.on(Events.ShardReady, hear);
  client.on(Events.ShardDisconnect, hear);
  return {
    came,
    forget: () => {
      client.off(Events.ShardReady, hear);
      client.off(Events.ShardDisconnect, hear);
    },
  };
}

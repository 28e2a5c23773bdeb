import type { IncomingMessage, ServerResponse } from 'node:http';
import { App } from '@slack/bolt';
import type { Chat } from '../../conversation/chat.ts';
import type { Reception } from '../../conversation/reception.ts';
import type { Communities } from '../../core/community/communities.ts';
import type { Log } from '../../core/log.ts';
import { createInFlight } from '../in-flight.ts';
import { createAnswering } from './answer.ts';
import { createClients } from './client.ts';
import { createHttpConnection, createSocketConnection } from './connection.ts';
import { createDialogs } from './dialogs.ts';
import { boltLogger } from './log.ts';
import { createPace } from './pace.ts';
import { Identity } from './payloads.ts';
import { createPeople } from './people.ts';
import { receive } from './receive.ts';
import { createSending } from './send.ts';

export interface SlackConfig {
  readonly botToken: string;
  /** Set: Socket Mode. Not set: Slack sends HTTP requests, which `signingSecret` proves to be Slack's. */
  readonly appToken?: string | undefined;
  readonly signingSecret?: string | undefined;
  /** Ends with a slash: `https://slack.com/api/`. */
  readonly apiUrl: string;
  /** User ids. */
  readonly admins: readonly string[];
  /** Channel id. */
  readonly moderationChannel?: string | undefined;
}

/** Over HTTP: what our own server hands `/slack/events` to. */
export type SlackChat = Chat & {
  readonly requestListener?: (request: IncomingMessage, response: ServerResponse) => void;
};

const DRAIN_MS = 5000;
/** Whoever has not opened their Home for longer gets it anew when they do. */
const HOME_STAYS_OPEN_MS = 8 * 24 * 60 * 60_000;

/** Slack: Bolt in, Block Kit out. */
export function createSlackChat(options: {
  readonly config: SlackConfig;
  readonly reception: Reception;
  readonly communities: Pick<Communities, 'at'>;
  readonly log: Log;
  readonly now: () => Date;
}): SlackChat {
  const { config, reception, communities, log, now } = options;
  const { botToken, appToken, signingSecret, apiUrl, admins, moderationChannel } = config;
  const logger = boltLogger(log);
  const clients = createClients(botToken, apiUrl, logger);
  const connection = appToken
    ? createSocketConnection({ appToken, apiUrl, log, logger })
    : createHttpConnection(signingSecret ?? '', logger);

  let identity: Identity | undefined;
  let isStopping = false;
  const inFlight = createInFlight();
  const pace = createPace();
  const sending = createSending(clients, pace, now);
  const people = createPeople({ clients, reception, communities, admins, log, now });
  const answering = createAnswering({ clients, sending, reception, now, log });
  const openDialog = createDialogs({ clients, reception, answering, now, log });

  const app = new App({
    receiver: connection.receiver,
    logger,
    convoStore: false,
    // Who the bot is was asked at start; Bolt needs no token, because every call is made through our own clients.
    authorize: async () => ({
      ...(identity && { botUserId: identity.user_id, teamId: identity.team_id }),
      ...(identity?.bot_id && { botId: identity.bot_id }),
    }),
  });
  receive(app, {
    reception,
    people,
    answering,
    sending,
    openDialog,
    inFlight,
    isStopping: () => isStopping,
    now,
    log,
  });

  const refuse = () => {
    isStopping = true;
    connection.refuse();
  };

  return {
    id: 'slack',
    ...(connection.requestListener && { requestListener: connection.requestListener }),
    sendDm: sending.sendDm,
    sendToChannel: sending.sendToChannel,
    edit: sending.edit,
    async refreshHome({ space, userId, homeOpenedAt }) {
      const isLookedAt = homeOpenedAt && now().getTime() - homeOpenedAt.getTime() < HOME_STAYS_OPEN_MS;
      const by = isLookedAt && (await people.recall(space, userId));
      if (by) await pace('views.publish', () => answering.publishHome(by));
    },
    async namedSpaces() {
      identity = Identity.parse(await clients.steady.auth.test());
      return [{ chat: 'slack', space: identity.team_id, moderationChannel, adminRole: undefined }];
    },
    async start() {
      isStopping = false;
      await connection.start();
    },
    refuse,
    async stop() {
      refuse();
      await inFlight.drain(DRAIN_MS);
      if (inFlight.count() > 0) log.warn({ running: inFlight.count() }, 'Slack stops although something still runs');
      await connection.close();
    },
    underWay: inFlight.count,
    isConnected: connection.isConnected,
  };
}

import type { IncomingMessage, ServerResponse } from 'node:http';
import { App } from '@slack/bolt';
import type { Chat } from '../../conversation/chat.ts';
import { usual } from '../../conversation/languages/index.ts';
import type { Reception } from '../../conversation/reception.ts';
import type { Communities } from '../../core/community/communities.ts';
import type { RemovedFrom } from '../../core/community/port.ts';
import type { Log } from '../../core/log.ts';
import { createFetchFile } from '../fetch-file.ts';
import { createInFlight } from '../in-flight.ts';
import { createStanding } from '../standing.ts';
import { createAnswering } from './answer.ts';
import { createClients } from './client.ts';
import { createHttpConnection, createSocketConnection } from './connection.ts';
import { createDialogs } from './dialogs.ts';
import { createFiles } from './files.ts';
import { MESSAGES_PER_CHANNEL } from './limits.ts';
import { boltLogger } from './log.ts';
import { createPace } from './pace.ts';
import { Identity } from './payloads.ts';
import { createPeople } from './people.ts';
import { createPictures } from './pictures.ts';
import { receive } from './receive.ts';
import { createSending } from './send.ts';
import { isSlacks } from './sent-files.ts';

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
const LOOK_MS = 5 * 60_000;
const LOOK_EVERY_MS = 2_000;
/** Whoever has not opened their Home for longer gets it anew when they do. */
const HOME_STAYS_OPEN_MS = 8 * 24 * 60 * 60_000;

/** Slack: Bolt in, Block Kit out. */
export function createSlackChat(options: {
  readonly config: SlackConfig;
  readonly reception: Reception;
  readonly communities: Pick<Communities, 'at'>;
  readonly log: Log;
  readonly now: () => Date;
  /** So many times as fast as Slack are its limits over: where it is played. */
  readonly speed?: number | undefined;
}): SlackChat {
  const { config, reception, communities, log, now, speed = 1 } = options;
  const { botToken, appToken, signingSecret, apiUrl, admins, moderationChannel } = config;
  const logger = boltLogger(log);
  const standing = createStanding('slack');
  const clients = createClients(botToken, apiUrl, logger, standing);
  const connection = appToken
    ? createSocketConnection({ appToken, apiUrl, log, logger, standing })
    : createHttpConnection(signingSecret ?? '', logger);

  let identity: Identity | undefined;
  let isStopping = false;
  let looking: NodeJS.Timeout | undefined;
  /** The app was taken out of the workspace. */
  let isOut = false;
  const inFlight = createInFlight();
  const pace = createPace();
  const files = createFiles(clients, pace, log);
  const pictures = createPictures(files, log);
  const sending = createSending({
    clients,
    pace,
    files,
    pictures,
    now,
    standing,
  });
  const people = createPeople({ clients, reception, communities, admins, log, now });
  const answering = createAnswering({ clients, sending, pictures, reception, now, log });
  const { openDialog, changeDialog } = createDialogs({ clients, reception, answering, now, log });

  const headers = { Authorization: `Bearer ${botToken}` };
  const fetchFile = createFetchFile({ isTheirs: isSlacks(apiUrl), headers, log });

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
  const doubtToken = async () => {
    standing.note('token');
    await clients.posting.auth.test().catch(() => undefined); // the client notes what came of it
    if (!identity || !standing.troubles().includes('token')) return;
    isOut = true;
    await reception.removed(here(identity));
  };
  receive(app, {
    reception,
    people,
    answering,
    sending,
    fetchFile,
    openDialog,
    changeDialog,
    doubtToken,
    inFlight,
    isStopping: () => isStopping,
    now,
    log,
  });

  /** A token that is not good stops the start, with a sentence on what to do. */
  const inWords = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      const [trouble] = standing.troubles();
      throw trouble ? new Error(usual.words.chatTroubles.slack[trouble], { cause: error }) : error;
    }
  };

  /** Whether the token is good is asked also when nobody needs Slack: the later, the longer it has not been. */
  const lookAgain = () => {
    let lookedAt = performance.now();
    looking = setInterval(() => {
      const pauseMs = standing.troubles().includes('token') ? standing.pauseMs() : LOOK_MS;
      if (isOut && identity && !standing.troubles().includes('token')) {
        isOut = false;
        void inFlight.track(reception.there(here(identity))).catch((error: unknown) => {
          isOut = true;
          log.warn({ chat: 'slack', error }, 'that the app is in its workspace again is not known yet');
        });
      }
      if (performance.now() - lookedAt < pauseMs) return;
      lookedAt = performance.now();
      clients.posting.auth.test().catch(() => undefined); // the client notes what came of it
    }, LOOK_EVERY_MS).unref();
  };

  const refuse = () => {
    clearInterval(looking);
    isStopping = true;
    connection.refuse();
  };

  return {
    id: 'slack',
    pace: { ...MESSAGES_PER_CHANNEL, everySeconds: MESSAGES_PER_CHANNEL.everySeconds / speed },
    ...(connection.requestListener && { requestListener: connection.requestListener }),
    sendDm: sending.sendDm,
    sendToChannel: sending.sendToChannel,
    // As `chat.getPermalink` would give it: https://docs.slack.dev/reference/methods/chat.getPermalink
    linkTo: ({ channel, messageId }) =>
      identity?.url && `${identity.url}archives/${channel}/p${messageId.replace('.', '')}`,
    findSent: sending.findSent,
    edit: sending.edit,
    async refreshHome({ space, userId, homeOpenedAt }) {
      const isLookedAt = homeOpenedAt && now().getTime() - homeOpenedAt.getTime() < HOME_STAYS_OPEN_MS;
      const by = isLookedAt && (await people.recall(space, userId));
      if (by) await pace('views.publish', () => answering.publishHome(by));
    },
    async namedSpaces() {
      identity = Identity.parse(await inWords(() => clients.steady.auth.test()));
      return [{ chat: 'slack', space: identity.team_id, moderationChannel, adminRole: undefined }];
    },
    async start() {
      isStopping = false;
      await inWords(() => connection.start());
      if (identity) await reception.there(here(identity));
      lookAgain();
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
    troubles: standing.troubles,
  };
}

/** Slack's people are each of one workspace. */
function here({ team_id: space }: Identity): RemovedFrom {
  return { chat: 'slack', space, arePeopleShared: false };
}

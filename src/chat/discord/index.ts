import { Events } from 'discord.js';
import type { Chat } from '../../conversation/chat.ts';
import { usual } from '../../conversation/languages/index.ts';
import type { Reception } from '../../conversation/reception.ts';
import type { Clock } from '../../core/clock.ts';
import type { Communities } from '../../core/community/communities.ts';
import type { Log } from '../../core/log.ts';
import { createFetchFile } from '../fetch-file.ts';
import { createInFlight } from '../in-flight.ts';
import { createStanding } from '../standing.ts';
import { createClient } from './client.ts';
import { isReady, keepComingBack } from './come-back.ts';
import { createMembers } from './members.ts';
import { createPeople } from './people.ts';
import { createReceive } from './receive.ts';
import { register } from './register.ts';
import { grantRole } from './roles.ts';
import { createSending } from './send.ts';
import { isDiscords } from './sent-files.ts';
import { namedServers } from './servers.ts';
import { followVoice, type VoiceListener } from './voice.ts';

export interface DiscordConfig {
  readonly token: string;
  readonly applicationId?: string | undefined;
  /** The servers of the organization. */
  readonly servers: readonly string[];
  /** A role whose holders are admins, beside those who may manage a server. */
  readonly adminRole?: string | undefined;
  readonly moderationChannel?: string | undefined;
  readonly apiUrl: string;
}

const READY_WITHIN_MS = 30_000;
const DRAIN_MS = 8_000;

/** Discord, through discord.js: one connection, no privileged intents. */
export function createDiscordChat(deps: {
  readonly config: DiscordConfig;
  readonly reception: Reception;
  readonly communities: Pick<Communities, 'at' | 'inChat'>;
  readonly log: Log;
  readonly now: Clock;
  /** Who is told of the voice channels that the bot has made; left out: nobody, and Discord is not asked for them. */
  readonly voice?: VoiceListener;
  /** So many times as fast as Discord are its limits over: where it is played. `Infinity`: there are none. */
  readonly speed?: number | undefined;
}): Chat {
  const { config, reception, communities, log, now, voice, speed } = deps;
  const client = createClient(config.apiUrl, { followsVoice: voice !== undefined, speed });
  const standing = createStanding('discord');
  const { token } = config;
  const sending = createSending({ client, log, now, token, standing });
  const members = createMembers({ client, communities, now });
  const people = createPeople({ reception, members, communities });
  const fetchFile = createFetchFile({ isTheirs: isDiscords(config.apiUrl), log });
  const receive = createReceive({ client, reception, members, people, sending, fetchFile, log, now });

  let isStopping = false;
  const inFlight = createInFlight();
  const { track } = inFlight;
  /** What arrives while stopping is left to the next process: Discord asks the person to try again. */
  const taken =
    <T>(handle: (event: T) => Promise<void>) =>
    (event: T) => {
      if (!isStopping) void track(handle(event)).catch(() => {});
    };

  client.on(Events.InteractionCreate, taken(receive.interaction));
  client.on(Events.MessageCreate, taken(receive.message));
  if (voice) followVoice({ client, voice, track, log });
  client.on(Events.Error, (error) => log.error({ chat: 'discord', error }, 'Discord’s connection has an error'));
  keepComingBack({ client, token, standing, isStopping: () => isStopping, log });
  client.on(Events.GuildDelete, ({ id }) => {
    if (!config.servers.includes(id)) return;
    standing.note('removed');
    // A server that is only out of reach is told in another way: https://docs.discord.com/developers/events/gateway-events#guild-delete
    tellOf(id, false);
  });
  client.on(Events.GuildCreate, ({ id }) => {
    noteRemoved();
    if (config.servers.includes(id)) tellOf(id, true);
  });
  client.on(Events.ShardResume, () => log.info({}, 'Discord’s connection stands again'));

  /** Discord's people are the same in all servers. */
  const tellOf = (space: string, isThere: boolean) => {
    const where = { chat: 'discord', space, arePeopleShared: true };
    void track(isThere ? reception.there(where) : reception.removed(where)).catch((error: unknown) =>
      log.error({ chat: 'discord', space, error }, 'whether the bot is in a server is not known'),
    );
  };
  const noteRemoved = () => {
    if (config.servers.every((id) => client.guilds.cache.has(id))) standing.clear('removed');
    else standing.note('removed');
  };

  const refuse = () => {
    isStopping = true;
  };

  return {
    id: 'discord',
    sendDm: (account, message, attempt) => track(sending.sendDm(account, message, attempt)),
    sendToChannel: (to, message, attempt) => track(sending.sendToChannel(to, message, attempt)),
    findSent: (to, nonce) => track(sending.findSent(to, nonce)),
    linkTo: ({ channel, messageId }, space = '@me') => `https://discord.com/channels/${space}/${channel}/${messageId}`,
    edit: (place, message, locale) => track(sending.edit(place, message, locale)),
    grantRole: (account, role) => track(grantRole(client.rest, account, role)),
    namedSpaces: () => namedServers(client.rest.setToken(config.token), config, log),
    start: async () => {
      if (config.servers.length === 0)
        log.warn({}, 'DISCORD_SERVERS names no server: Tutorline helps nobody on Discord');
      const ready = new Promise<void>((resolve) => client.once(Events.ClientReady, () => resolve()));
      const closedForGood = new Promise<never>((_, reject) => {
        client.once(Events.ShardDisconnect, () =>
          reject(new Error(usual.words.chatTroubles.discord[standing.troubles()[0] ?? 'token'])),
        );
      });
      closedForGood.catch(() => {}); // later it is no reason not to start
      await client.login(token).catch((error: unknown) => {
        throw isLoginRefused(error) ? new Error(usual.words.chatTroubles.discord.token, { cause: error }) : error;
      });
      await Promise.race([inTime(READY_WITHIN_MS, ready, 'Discord did not say that it is ready'), closedForGood]);
      noteRemoved();
      for (const id of config.servers) tellOf(id, client.guilds.cache.has(id));
      const applicationId = config.applicationId ?? client.application?.id;
      if (!applicationId) throw new Error('Discord did not say which application this is');
      await register(client.rest, applicationId, reception.commands, log);
    },
    refuse,
    stop: async () => {
      refuse();
      await inFlight.drain(DRAIN_MS);
      if (inFlight.count() > 0) log.warn({ running: inFlight.count() }, 'Discord stops although something still runs');
      await client.destroy();
    },
    underWay: inFlight.count,
    troubles: standing.troubles,
    isConnected: () => !isStopping && isReady(client),
  };
}

const isLoginRefused = (error: unknown) => error instanceof Error && 'code' in error && error.code === 'TokenInvalid';

async function inTime(ms: number, work: Promise<unknown>, otherwise: string): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(otherwise)), ms);
  });
  await Promise.race([work, late]).finally(() => clearTimeout(timer));
}

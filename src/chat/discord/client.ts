import { Client, GatewayIntentBits, Options, Partials, type RESTOptions } from 'discord.js';

const REQUEST_TIMEOUT_MS = 10_000;
/** Of the whole bot: https://docs.discord.com/developers/topics/rate-limits#global-rate-limit */
const REQUESTS_PER_SECOND = 50;
const RETRIES = 2; // of what Discord answers with 5xx, or not in time
/** What would have to wait longer for a rate limit is given up: its job comes back later, and lets others go first. */
const LONGEST_WAIT_MS = 300;
/** Where messages go, and how the channel for them is opened. */
const OF_JOBS = /^\/channels\/|^\/users\/@me\/channels$/;
/** Who has pressed something waits for the answer: no job comes back with that. */
const LONGEST_WAIT_FOR_ANSWER_MS = 5_000;
const PEOPLE_KNOWN = 200;
const FORGET_DMS_EVERY_MS = 10 * 60_000;

/**
 * Node's own, which differs in types alone. The undici of discord.js gets its connections from the newer one that others
 * have loaded, and that one refuses its forms: no picture could be sent.
 */
const request = fetch as unknown as RESTOptions['makeRequest'];

/**
 * Discord's client as we need it: no privileged intent, and nothing kept that grows with use. Without the privileged one
 * for their content, messages in servers are empty but for those that mention the bot.
 */
export function createClient(
  apiUrl: string,
  { followsVoice, speed = 1 }: { readonly followsVoice: boolean; readonly speed?: number | undefined },
): Client {
  const client: Client = new Client({
    intents: [
      GatewayIntentBits.Guilds,
      GatewayIntentBits.GuildMessages,
      GatewayIntentBits.DirectMessages,
      ...(followsVoice ? [GatewayIntentBits.GuildVoiceStates] : []),
    ],
    partials: [Partials.Channel], // DMs are not known before somebody writes in one
    allowedMentions: { parse: [] },
    rest: {
      api: apiUrl.replace(/\/+$/, ''),
      timeout: REQUEST_TIMEOUT_MS,
      retries: RETRIES,
      makeRequest: request,
      // A second is one, however soon other limits are over: only where there are none, it is without.
      globalRequestsPerSecond: Number.isFinite(speed) ? REQUESTS_PER_SECOND : speed,
      rejectOnRateLimit: ({ retryAfter, route }) =>
        retryAfter > (OF_JOBS.test(route) ? LONGEST_WAIT_MS : LONGEST_WAIT_FOR_ANSWER_MS),
    },
    makeCache: Options.cacheWithLimits({
      ...Options.DefaultMakeCacheSettings,
      ApplicationCommandManager: 0,
      AutoModerationRuleManager: 0,
      BaseGuildEmojiManager: 0,
      DMMessageManager: 0,
      EntitlementManager: 0,
      GuildBanManager: 0,
      GuildEmojiManager: 0,
      GuildForumThreadManager: 0,
      GuildInviteManager: 0,
      GuildMemberManager: { maxSize: PEOPLE_KNOWN, keepOverLimit: ({ id }) => id === client.user?.id },
      GuildMessageManager: 0,
      GuildScheduledEventManager: 0,
      GuildStickerManager: 0,
      GuildTextThreadManager: 0,
      MessageManager: 0,
      PresenceManager: 0,
      ReactionManager: 0,
      ReactionUserManager: 0,
      StageInstanceManager: 0,
      ThreadManager: 0,
      ThreadMemberManager: 0,
      UserManager: { maxSize: PEOPLE_KNOWN, keepOverLimit: ({ id }) => id === client.user?.id },
      // Who is in a voice channel: it holds as many as are.
      ...(followsVoice ? {} : { VoiceStateManager: 0 }),
    }),
  });
  // DM channels are the one thing that discord.js cannot limit.
  const forgetting = setInterval(
    () => client.channels.cache.sweep((channel) => channel.isDMBased()),
    FORGET_DMS_EVERY_MS,
  );
  forgetting.unref();
  return client;
}

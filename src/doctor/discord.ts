import { ApplicationFlags } from 'discord.js';
import { z } from 'zod';
import type { DiscordConfig } from '../config/result.ts';
import { type Answered, createDiscordApi, type DiscordApi } from './discord-api.ts';
import { checkCommands } from './discord-commands.ts';
import { checkDiscordModeration } from './discord-moderation.ts';
import { checkAdminRole, checkServers } from './discord-servers.ts';
import { advice, bad, type Finding, good } from './finding.ts';

// https://docs.discord.com/developers/resources/user#user-object
const User = z.object({ id: z.string(), username: z.string(), bot: z.boolean().default(false) });
// https://docs.discord.com/developers/resources/application#application-object
const Application = z.object({
  id: z.string(),
  flags: z.number().default(0),
  bot_require_code_grant: z.boolean().default(false),
  interactions_endpoint_url: z.string().nullish(),
});
// https://docs.discord.com/developers/events/gateway#get-gateway-bot
const GatewayBot = z.object({ session_start_limit: z.object({ remaining: z.number(), reset_after: z.number() }) });

const PRIVILEGED = [
  ['Presence', ApplicationFlags.GatewayPresence | ApplicationFlags.GatewayPresenceLimited],
  ['Server Members', ApplicationFlags.GatewayGuildMembers | ApplicationFlags.GatewayGuildMembersLimited],
  ['Message Content', ApplicationFlags.GatewayMessageContent | ApplicationFlags.GatewayMessageContentLimited],
] as const;

const portal = (applicationId: string, page: string) =>
  `https://discord.com/developers/applications/${applicationId}/${page}`;

/** Asks Discord about everything that the bot needs. `commands`: the names of ours. `makesRooms`: sessions meet there. */
export async function checkDiscord(
  discord: DiscordConfig,
  commands: readonly string[],
  makesRooms = false,
): Promise<readonly Finding[]> {
  const ask = createDiscordApi(discord);
  const me = await ask('/users/@me', User);
  if (!me.ok) return [brokenToken(me)];
  const app = await ask('/applications/@me', Application);
  if (!app.ok) return [bad(`Discord does not tell which application the bot belongs to: ${app.why}.`, 'Try again.')];
  const { id } = app.value;
  const servers = await checkServers(ask, discord.servers, { applicationId: id, makesRooms });
  return [
    good(`Discord: the bot is ${me.value.username}.`),
    ...checkApplication(app.value, discord.applicationId),
    await checkSessions(ask),
    ...servers.findings,
    ...checkAdminRole(discord.adminRole, servers.joined),
    ...(await checkDiscordModeration(ask, discord, servers.joined, me.value.id)),
    ...(await checkCommands(ask, { applicationId: id, servers: servers.joined, commands })),
    advice(
      'Discord tells nobody who takes direct messages.',
      'Tutorline notices when it writes to somebody who does not, and says so in the moderation channel.',
    ),
  ];
}

function brokenToken({ status, why }: Extract<Answered<never>, { ok: false }>): Finding {
  return status === 401
    ? bad(
        'Discord does not know DISCORD_TOKEN: it was reset, or the bot was deleted.',
        'Press Reset Token under Bot in the Developer Portal (https://discord.com/developers/applications), and copy the new one.',
      )
    : bad(
        `Discord could not be asked about DISCORD_TOKEN: ${why}.`,
        'Look at DISCORD_API_URL and at the network, and try again.',
      );
}

function checkApplication(app: z.output<typeof Application>, configuredId: string | undefined): readonly Finding[] {
  const findings: Finding[] = [];
  if (configuredId && configuredId !== app.id) {
    findings.push(
      bad(
        `DISCORD_APPLICATION_ID is not the application of DISCORD_TOKEN, which is ${app.id}.`,
        'Put that number into DISCORD_APPLICATION_ID, or copy the token of the other application.',
      ),
    );
  }
  if (app.interactions_endpoint_url) {
    findings.push(
      bad(
        'Discord sends commands and buttons to an Interactions Endpoint URL instead of to the bot.',
        `Empty that field at ${portal(app.id, 'information')}.`,
      ),
    );
  }
  if (app.bot_require_code_grant) {
    findings.push(
      bad(
        'Nobody can invite the bot: it requires an OAuth2 code grant.',
        `Turn off “Requires OAuth2 Code Grant” at ${portal(app.id, 'bot')}.`,
      ),
    );
  }
  const intents = PRIVILEGED.filter(([, flags]) => app.flags & flags).map(([name]) => name);
  findings.push(
    intents.length === 0
      ? good('Discord: no privileged intent is on, and none is needed.')
      : advice(
          `Tutorline needs no privileged intent, but on are: ${intents.join(', ')}.`,
          `Turn them off at ${portal(app.id, 'bot')}: what the bot cannot see, it cannot lose.`,
        ),
  );
  return findings;
}

async function checkSessions(ask: DiscordApi): Promise<Finding> {
  const gateway = await ask('/gateway/bot', GatewayBot);
  if (!gateway.ok) return bad(`Discord does not say where to connect to: ${gateway.why}.`, 'Try again.');
  const { remaining, reset_after } = gateway.value.session_start_limit;
  if (remaining > 0) return good('Discord: the bot may connect.');
  return bad(
    'The bot has connected too often today, and Discord lets it in no more.',
    `Find out what restarts it all the time; it may connect again in ${Math.ceil(reset_after / 60_000)} minutes.`,
  );
}

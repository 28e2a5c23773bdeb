import { z } from 'zod';
import type { DiscordApi } from './discord-api.ts';
import { advice, bad, type Finding, good } from './finding.ts';

// https://docs.discord.com/developers/interactions/application-commands#application-command-object
const Commands = z.array(z.object({ name: z.string() }));

interface About {
  readonly applicationId: string;
  readonly servers: readonly { readonly id: string; readonly name: string }[];
  /** The names of ours. */
  readonly commands: readonly string[];
}

/** Whether the commands that people see are those that Tutorline answers. */
export async function checkCommands(
  ask: DiscordApi,
  { applicationId, servers, commands }: About,
): Promise<readonly Finding[]> {
  const everywhere = await ask(`/applications/${applicationId}/commands`, Commands);
  if (!everywhere.ok) return [bad(`Discord does not tell the bot’s commands: ${everywhere.why}.`, 'Try again.')];
  const names = everywhere.value.map(({ name }) => name);
  const missing = commands.filter((name) => !names.includes(name));
  const strangers = names.filter((name) => !commands.includes(name));
  const findings: Finding[] = [];
  if (missing.length > 0) {
    findings.push(
      bad(
        `Discord does not have the ${missing.length === 1 ? 'command' : 'commands'} ${list(missing)}.`,
        'Tutorline registers its commands when it starts: start it once, and look for “could not be registered” in its log.',
      ),
    );
  }
  if (strangers.length > 0) {
    findings.push(
      advice(
        `Discord shows ${list(strangers)}, which this version does not answer.`,
        'They go away when Tutorline starts; if they do not, another program uses the same application.',
      ),
    );
  }
  for (const server of servers) {
    const here = await ask(`/applications/${applicationId}/guilds/${server.id}/commands`, Commands);
    if (here.ok && here.value.length > 0) {
      findings.push(
        advice(
          `${server.name} has commands of its own, ${list(here.value.map(({ name }) => name))}: people see them twice.`,
          'They were registered by an older version or by another program with the same application: remove them there.',
        ),
      );
    }
  }
  return findings.length > 0 ? findings : [good('Discord: the commands are those of this version.')];
}

const list = (names: readonly string[]) => names.map((name) => `/${name}`).join(', ');

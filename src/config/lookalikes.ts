import { distance } from 'fastest-levenshtein';
import { NAMES, type VariableName } from './variables.ts';

/** Names that people know from elsewhere. */
const OTHER_NAMES: Readonly<Record<string, VariableName>> = {
  DISCORD_BOT_TOKEN: 'DISCORD_TOKEN',
  DISCORD_CLIENT_ID: 'DISCORD_APPLICATION_ID',
  DISCORD_APP_ID: 'DISCORD_APPLICATION_ID',
  DISCORD_GUILD: 'DISCORD_SERVERS',
  DISCORD_GUILDS: 'DISCORD_SERVERS',
  DISCORD_GUILD_ID: 'DISCORD_SERVERS',
  DISCORD_GUILD_IDS: 'DISCORD_SERVERS',
  DISCORD_SERVER_ID: 'DISCORD_SERVERS',
  SLACK_TOKEN: 'SLACK_BOT_TOKEN',
  SLACK_SECRET: 'SLACK_SIGNING_SECRET',
};

/** Shorter names are too close to those of other programs: PATH is two letters away from PORT. */
const SHORTEST_NAME = 7;
const MOST_EDITS = 2;

interface Lookalike {
  readonly name: string;
  readonly meant: VariableName;
  /** A slip of the keys, rather than another program's name for it. */
  readonly isTypo: boolean;
}

/** Names that are set, are not ours, and look as if one of ours was meant. */
export function lookalikes(set: readonly string[]): readonly Lookalike[] {
  const known: ReadonlySet<string> = new Set(NAMES);
  return set.flatMap((name): readonly Lookalike[] => {
    if (known.has(name)) return [];
    const upper = name.toUpperCase();
    const typo = NAMES.find((ours) => isClose(ours, upper));
    if (typo) return [{ name, meant: typo, isTypo: true }];
    const meant = OTHER_NAMES[upper];
    return meant ? [{ name, meant, isTypo: false }] : [];
  });
}

function isClose(ours: string, name: string): boolean {
  if (ours.length < SHORTEST_NAME || Math.abs(ours.length - name.length) > MOST_EDITS) return false;
  if (ours[0] !== name[0]) return false; // MY_SMTP_URL, but also ESMTP_URL, are somebody else's
  // Two letters in each other's place are one slip of the keys, and two edits.
  const edits = distance(ours, name) - (lettersOf(ours) === lettersOf(name) ? 1 : 0);
  return edits <= (ours.length < 10 ? 1 : MOST_EDITS);
}

function lettersOf(name: string): string {
  return [...name].toSorted().join('');
}

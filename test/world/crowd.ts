import type { DiscordPerson } from '../../sandbox/discord/place.ts';
import type { SlackPerson } from '../../sandbox/slack/types.ts';

const FIRST = ['Ana', 'Ben', 'Chloé', 'Dmitri', 'Esi', 'Farid', 'Gül', 'Hana', 'Ívar', 'Júlia'];
const LAST = ['Abel', 'Braun', 'Costa', 'Dahl', 'Ekman', 'Flores', 'Gallo', 'Hughes', 'Ito', 'Jansen', 'Kim', 'Lund'];

/** People beyond the cast, in one chat each, each with a name of their own. Their clocks are Berlin's. */
export function crowdOf(count: number): {
  readonly slack: readonly SlackPerson[];
  readonly discord: readonly DiscordPerson[];
} {
  const all = Array.from({ length: count }, (_, nr) => ({ nr: String(nr).padStart(4, '0'), name: nameOf(nr) }));
  const inSlack = all.filter((_, nr) => nr % 2 === 0);
  const inDiscord = all.filter((_, nr) => nr % 2 === 1);
  return {
    slack: inSlack.map(({ nr, name }) => ({
      id: `U0CROWD${nr}`,
      name: `crowd${nr}`,
      realName: name,
      tz: 'Europe/Berlin',
      locale: 'en-GB',
    })),
    discord: inDiscord.map(({ nr, name }) => ({
      id: `120000000000000${nr}`,
      username: `crowd${nr}`,
      globalName: name,
      locale: 'en-GB',
      roles: [],
    })),
  };
}

function nameOf(nr: number): string {
  const [first, last] = [FIRST[nr % FIRST.length], LAST[Math.floor(nr / FIRST.length) % LAST.length]];
  return `${first} ${last}${nr >= FIRST.length * LAST.length ? ' II' : ''}`;
}

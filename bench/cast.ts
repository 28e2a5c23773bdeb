import type { DiscordPerson } from '../sandbox/discord/index.ts';
import type { SlackPerson } from '../sandbox/slack/types.ts';

/** Everybody books and teaches once, so that no two sessions ever clash. By journey. */
export interface Cast {
  readonly slack: { readonly learners: readonly SlackPerson[]; readonly tutors: readonly SlackPerson[] };
  readonly discord: { readonly learners: readonly DiscordPerson[]; readonly tutors: readonly DiscordPerson[] };
}

/** What everybody asks for, and what every tutor teaches. */
export const SUBJECT = 'Algebra';
export const ZONE = 'Europe/Berlin';

export function castFor(journeys: number): Cast {
  const each = <Person>(make: (number: string) => Person): Person[] =>
    Array.from({ length: journeys }, (_, index) => make(String(index).padStart(5, '0')));
  const slack = (role: string) =>
    each((number) => ({
      id: `U0${role.toUpperCase()}${number}`,
      name: `${role}${number}`,
      realName: `${role} ${number}`,
      tz: ZONE,
      locale: 'en-US',
    }));
  const discord = (role: string, range: number) =>
    each((number): DiscordPerson => {
      const name = `${role} ${number}`;
      return { id: `12000000000${range}0${number}`, username: name, globalName: name, locale: 'en-US', roles: [] };
    });
  return {
    slack: { learners: slack('learner'), tutors: slack('tutor') },
    discord: { learners: discord('pupil', 1), tutors: discord('coach', 2) },
  };
}

/** Days from now at which all the sessions are: the same hour for everybody. */
const DAYS_AHEAD = 3;

/** The day of the sessions, as people type it. */
export function dayOfSessions(): string {
  return Temporal.Now.plainDateISO(ZONE).add({ days: DAYS_AHEAD }).toString();
}

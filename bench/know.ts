import type { DiscordPerson } from '../sandbox/discord/index.ts';
import type { SlackPerson } from '../sandbox/slack/types.ts';
import type { Store } from '../src/core/store.ts';
import { type Cast, SUBJECT, ZONE } from './cast.ts';

/** There are open times to offer, whenever the benchmark runs. */
const EVERY_DAY = ([1, 2, 3, 4, 5, 6, 7] as const).map((day) => ({ day, from: '08:00', to: '20:00' }));

/** Where everybody is. */
export interface Where {
  readonly organization: string;
  readonly team: string;
  readonly server: string;
}

const OFFER = {
  bio: 'I like proofs that fit on a napkin.',
  subjects: [SUBJECT],
  lengths: [30, 60, 90],
  weeklyHours: EVERY_DAY,
  defaultPlatform: undefined,
  ownRoom: undefined,
  platformAccount: undefined,
  isPaused: false,
};

/** Lets the bot know everybody, and the tutors teach. Discord tells nobody's zone: people said it with /timezone before. */
export async function knowEverybody(store: Store, cast: Cast, where: Where, now: Date): Promise<void> {
  const { organization, team, server } = where;
  const inSlack = ({ id, realName, locale, tz }: SlackPerson) =>
    ({ organization, chat: 'slack', space: team, userId: id, name: realName, locale, zone: tz }) as const;
  const inDiscord = ({ id, globalName, locale }: DiscordPerson) =>
    ({ organization, chat: 'discord', space: server, userId: id, name: globalName, locale }) as const;
  const know = async (sighting: ReturnType<typeof inSlack> | ReturnType<typeof inDiscord>, isTutor: boolean) => {
    const { person } = await store.recognise(sighting, now);
    await store.transaction(async (tx) => {
      if (sighting.chat === 'discord') await tx.changePerson(person.id, { zone: ZONE });
      if (isTutor) await tx.saveOffer(person, OFFER);
    });
  };
  for (const tutor of [...cast.slack.tutors.map(inSlack), ...cast.discord.tutors.map(inDiscord)])
    await know(tutor, true);
  for (const learner of [...cast.slack.learners.map(inSlack), ...cast.discord.learners.map(inDiscord)])
    await know(learner, false);
}

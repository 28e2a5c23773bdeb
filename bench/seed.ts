import { json } from 'node:stream/consumers';
import type { DiscordPerson } from '../sandbox/discord/index.ts';
import type { SlackPerson } from '../sandbox/slack/types.ts';
import { createStore } from '../src/store/index.ts';
import { openDatabase } from '../src/store/open.ts';
import { type Cast, SUBJECT, ZONE } from './cast.ts';

/** Who is to be known before the benchmark begins. */
export interface Seeding {
  readonly database: { readonly url?: string; readonly dataDir?: string };
  readonly cast: Cast;
  readonly team: string;
  readonly server: string;
}

// A program of its own, because the embedded database would stay in the memory of the one that drives the benchmark.

const { database: where, cast, team, server } = (await json(process.stdin)) as Seeding;
const database = await openDatabase(where);
const store = createStore(database, { enqueue: async () => {} });
const now = new Date();

const inSlack = ({ id, realName, locale, tz }: SlackPerson) => ({
  chat: 'slack',
  space: team,
  userId: id,
  name: realName,
  locale,
  zone: tz,
});
const inDiscord = ({ id, globalName, locale }: DiscordPerson) => ({
  chat: 'discord',
  space: server,
  userId: id,
  name: globalName,
  locale,
});
type Sighting = ReturnType<typeof inSlack> | ReturnType<typeof inDiscord>;

/** Discord tells nobody's zone: people said it with /timezone before. */
const know = async (sighting: Sighting, isTutor: boolean) => {
  const { person } = await store.recognise({ ...sighting, organization: 'school' }, now);
  await store.transaction(async (tx) => {
    if (sighting.chat === 'discord') await tx.changePerson(person.id, { zone: ZONE });
    if (!isTutor) return;
    await tx.saveOffer(person, {
      bio: 'I like proofs that fit on a napkin.',
      subjects: [SUBJECT],
      lengths: [30, 60, 90],
      weeklyHours: [],
      defaultPlatform: undefined,
      ownRoom: undefined,
      platformAccount: undefined,
      isPaused: false,
    });
  });
};

for (const tutor of [...cast.slack.tutors.map(inSlack), ...cast.discord.tutors.map(inDiscord)]) await know(tutor, true);
for (const learner of cast.discord.learners.map(inDiscord)) await know(learner, false);
await database.close();
process.stdout.write('ready\n');

import type { App } from './app.ts';
import type { Offer } from './core/people/person.ts';

const WEEKDAYS = [1, 2, 3, 4, 5];

/** What the tutors of the sandbox teach, so that a newcomer has somebody to book. By their names in the chats. */
const OFFERS: Readonly<Record<string, Pick<Offer, 'bio' | 'subjects' | 'lengths' | 'weeklyHours'>>> = {
  'Theo Park': {
    subjects: ['Algebra', 'Physics'],
    bio: 'I like proofs that fit on a napkin.',
    lengths: [30, 60, 90],
    weeklyHours: WEEKDAYS.map((day) => ({ day, from: '09:00', to: '18:00' })),
  },
  'Ada Obi': {
    subjects: ['Algebra', 'Python'],
    bio: 'Eight years of bootcamps. Bring me your error messages.',
    lengths: [30, 45, 60, 90, 120],
    weeklyHours: [...WEEKDAYS, 6].map((day) => ({ day, from: '10:00', to: '20:00' })),
  },
  'Jonas Weber': {
    subjects: ['Algebra', 'Essay writing'],
    bio: 'We find the argument first and the words later.',
    lengths: [45, 60],
    weeklyHours: WEEKDAYS.map((day) => ({ day, from: '13:00', to: '19:00' })),
  },
  'Camila Rojas': {
    subjects: ['Spanish', 'Algebra'],
    bio: 'Clases en español o en inglés, como prefieras.',
    lengths: [30, 60],
    weeklyHours: WEEKDAYS.map((day) => ({ day, from: '08:00', to: '16:00' })),
  },
};

interface Cast {
  readonly cast: Readonly<Record<string, { readonly role: string; readonly zone: string }>>;
  readonly slack: {
    readonly credentials: { readonly teamId: string };
    readonly people: readonly { id: string; realName: string; locale: string }[];
  };
  readonly discord: {
    readonly credentials: { readonly serverId: string };
    readonly people: readonly { id: string; globalName: string; locale: string }[];
  };
}

/** Lets the sandbox's tutors teach, where they do not yet. For a bot that has started: it knows where it is at home. */
export async function seed(
  { store, reception }: Pick<App, 'store' | 'reception'>,
  { cast, slack, discord }: Cast,
): Promise<void> {
  const people = [
    ...slack.people.map(({ id, realName, locale }) => ({
      chat: 'slack',
      space: slack.credentials.teamId,
      userId: id,
      name: realName,
      locale,
    })),
    ...discord.people.map(({ id, globalName, locale }) => ({
      chat: 'discord',
      space: discord.credentials.serverId,
      userId: id,
      name: globalName,
      locale,
    })),
  ];
  for (const one of people) {
    const offer = OFFERS[one.name];
    const zone = cast[one.userId]?.zone;
    if (!offer || zone === undefined) continue;
    const { person } = (await reception.recognise(one, false)) ?? {};
    if (!person || (await store.tutor(person.id))) continue;
    await store.transaction(async (tx) => {
      await tx.changePerson(person.id, { zone });
      await tx.saveOffer(person, {
        ...offer,
        defaultPlatform: undefined,
        ownRoom: undefined,
        platformAccount: undefined,
        isPaused: false,
      });
    });
  }
}

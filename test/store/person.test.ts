import { expect, test } from 'vitest';
import type { TutorQuery } from '../../src/core/people/port.ts';
import type { Store } from '../../src/core/store.ts';
import { at, LENA, NOW, someone } from './some.ts';
import { onEveryDatabase } from './with-database.ts';

onEveryDatabase((fresh) => {
  test('somebody who acts twice at the same moment is one person', async () => {
    const { store } = await fresh();
    const met = await Promise.all(Array.from({ length: 5 }, () => store.recognise(LENA, NOW)));
    expect(new Set(met.map(({ person }) => person.id)).size).toBe(1);
    expect(new Set(met.map(({ account }) => account.id)).size).toBe(1);
    const [first] = met;
    expect(await store.accounts(first?.person.id ?? '')).toEqual([first?.account]);
    expect(await store.of('school').account('slack', 'U-lena')).toEqual(first?.account);
  });

  test('meeting somebody known and unchanged writes nothing', async () => {
    const { store, database } = await fresh();
    await store.recognise(LENA, NOW);
    const written = async () =>
      database.prisma
        .$queryRaw`SELECT a.xmin::text AS account, p.xmin::text AS person FROM account a JOIN person p ON p.id = a.person_id`;
    const before = await written();
    await store.recognise(LENA, at('09:00', 1));
    expect(await written()).toEqual(before);
    await store.recognise({ ...LENA, name: 'Lena S.' }, at('09:00', 1));
    expect(await written()).not.toEqual(before);
  });

  test('what the chat shows anew is taken over, what it does not say this time stays', async () => {
    const { store } = await fresh();
    await store.recognise({ ...LENA, zone: 'Europe/Berlin', dmChannel: 'D1' }, NOW);
    const { locale: _, ...unsaid } = LENA;
    const { person, account } = await store.recognise({ ...unsaid, name: 'Lena S.' }, NOW);
    expect(person).toMatchObject({ name: 'Lena S.', zone: 'Europe/Berlin' });
    expect(account).toMatchObject({ name: 'Lena S.', locale: 'de', dmChannel: 'D1' });
  });

  test('when somebody last opened their dashboard is known to the day', async () => {
    const { store } = await fresh();
    expect((await store.recognise(LENA, NOW)).account.homeOpenedAt).toBeUndefined();
    const opens = async (when: Date) =>
      (await store.recognise({ ...LENA, opensHome: true }, when)).account.homeOpenedAt;
    expect(await opens(NOW)).toEqual(NOW);
    expect(await opens(at('20:00', 1))).toEqual(NOW);
    expect(await opens(at('09:00', 3))).toEqual(at('09:00', 3));
    expect((await store.recognise(LENA, at('09:00', 6))).account.homeOpenedAt).toEqual(at('09:00', 3));
  });

  test('somebody whose DMs were closed and who acts is tried again', async () => {
    const { store } = await fresh();
    const { account } = await store.recognise(LENA, NOW);
    const dmClosed = { since: NOW, why: '50007' };
    await store.transaction((tx) => tx.changeAccount(account.id, { dmClosed }));
    expect(await store.of('school').account('slack', 'U-lena')).toMatchObject({ dmClosed });
    expect((await store.recognise(LENA, NOW)).account.dmClosed).toEqual(dmClosed); // to be told of it, once
    expect((await store.recognise(LENA, NOW)).account.dmClosed).toBeUndefined();
  });

  test('the zone that a person chose comes before that of the chat', async () => {
    const { store } = await fresh();
    const lena = await someone(store, 'Lena', { zone: 'Europe/Berlin' });
    const zone = async () => (await store.person(lena))?.zone;
    expect(await zone()).toBe('Europe/Berlin');
    await store.transaction((tx) => tx.changePerson(lena, { zone: 'Asia/Kolkata' }));
    expect(await zone()).toBe('Asia/Kolkata');
    await someone(store, 'Lena', { zone: 'America/New_York' });
    expect(await zone()).toBe('Asia/Kolkata');
  });

  test('no leads at all is not the same as the usual leads', async () => {
    const { store } = await fresh();
    const lena = await someone(store, 'Lena');
    const leads = async () => (await store.person(lena))?.reminderLeads;
    const choose = (reminderLeads: readonly number[] | undefined) =>
      store.transaction((tx) => tx.changePerson(lena, { reminderLeads }));
    expect(await leads()).toBeUndefined();
    await choose([]);
    expect(await leads()).toEqual([]);
    await choose([60, 10]);
    await store.transaction((tx) => tx.changePerson(lena, { name: 'Lena S.' }));
    expect(await leads()).toEqual([60, 10]);
    await choose(undefined);
    expect(await leads()).toBeUndefined();
    expect((await store.people([lena, 'nobody'])).get(lena)?.name).toBe('Lena S.');
  });

  test('instants come back as they went in, whatever zone the database server has', async () => {
    const { store, database } = await fresh();
    await store.recognise(LENA, at('02:30', 8));
    const [row] = await database.prisma.$queryRaw<
      { ms: number }[]
    >`SELECT extract(epoch FROM seen_at)::float8 * 1000 AS ms FROM account`;
    expect(row?.ms).toBe(at('02:30', 8).getTime());
  });
});

async function teach(store: Store, name: string, subjects: readonly string[], isPaused = false): Promise<string> {
  const id = await someone(store, name);
  const person = await store.person(id);
  if (!person) throw new Error('nobody');
  await store.transaction((tx) =>
    tx.saveOffer(person, {
      bio: '',
      subjects,
      lengths: [60],
      defaultPlatform: undefined,
      ownRoom: undefined,
      platformAccount: undefined,
      weeklyHours: [],
      isPaused,
    }),
  );
  return id;
}

onEveryDatabase((fresh) => {
  test('a subject is the same whatever its case and accents', async () => {
    const { store } = await fresh();
    const theo = await teach(store, 'Theo', ['Français', 'Latin']);
    await teach(store, 'Ada', [' francais', 'FRANÇAIS']);
    await teach(store, 'Mia', ['Greek'], true);
    expect(await store.of('school').subjects()).toEqual(['Français', 'Latin']);
    expect(await store.of('school').subjects('ANC')).toEqual(['Français']);
    const names = async (query: TutorQuery) =>
      (await store.of('school').tutors(query)).map((tutor) => tutor.person.name);
    expect(await names({ subject: 'FRANCAIS' })).toEqual(['Ada', 'Theo']);
    expect(await names({ subject: 'latin' })).toEqual(['Theo']);
    expect(await names({ isPaused: true })).toEqual(['Mia']);
    expect((await store.of('school').tutorNames()).map(({ name }) => name)).toEqual(['Ada', 'Theo']);
    expect((await store.tutor(theo))?.subjects).toEqual(['Français', 'Latin']);
  });

  test('a subject is found by its alias', async () => {
    const { store, database } = await fresh();
    await teach(store, 'Theo', ['Mathematics']);
    await database.prisma.subject.updateMany({ data: { aliases: ['Maths', 'Algèbre'] } });
    await teach(store, 'Ada', ['maths']);
    const tutors = await store.of('school').tutors({ subject: 'algebre' });
    expect(tutors.map((tutor) => tutor.subjects)).toEqual([['Mathematics'], ['Mathematics']]);
  });

  test('a tutor who teaches something else now does not teach the old any more', async () => {
    const { store } = await fresh();
    await teach(store, 'Theo', ['Latin', 'Greek']);
    const theo = await teach(store, 'Theo', ['Greek', 'Logic']);
    await store.transaction((tx) => tx.addRating(theo, 5, 1));
    expect(await store.tutor(theo)).toMatchObject({ subjects: ['Greek', 'Logic'], ratingSum: 5, ratingCount: 1 });
  });
});

import { expect, test } from 'vitest';
import { type Office, waitingIn } from '../../src/core/groups/office.ts';
import { createOffices } from '../../src/core/groups/offices.ts';
import { createLinking } from '../../src/core/people/linking.ts';
import { createObservers } from '../../src/core/people/observers.ts';
import type { Actor } from '../../src/core/people/person.ts';
import { createRights } from '../../src/core/people/rights.ts';
import { createProgrammes } from '../../src/core/programmes/programmes.ts';
import { Refusal } from '../../src/core/refusal.ts';
import { LENA } from '../store/some.ts';
import { createStage, DAY, HOUR, MINUTE, START } from './stage.ts';

async function stageWithLinks() {
  const stage = await createStage();
  const { store, clock } = stage;
  const linking = createLinking(store, clock);
  const refusal = async (work: Promise<unknown>) => {
    const error = await work.then(
      () => undefined,
      (thrown: unknown) => thrown,
    );
    return error instanceof Refusal ? error.code : error;
  };
  /** Who somebody is now, in Discord. */
  const inDiscord = async (name: string): Promise<Actor> => ({
    ...(await store.recognise({ ...LENA, chat: 'discord', space: 'S1', name, userId: `D-${name}` }, clock())),
    isAdmin: false,
  });
  return { ...stage, linking, refusal, inDiscord };
}

test('a code typed in the other chat makes two one person, and an admin can take it back', async () => {
  const { store, drop, linking, inDiscord, book, sessions, refusal, database, lena, theo, grace, ada, owed } =
    await stageWithLinks();
  const twin = await inDiscord('Lena D');
  const first = await book(new Date(START.getTime() + 3 * DAY));
  const wish = { subject: 'Algebra', startsAt: new Date(START.getTime() + 4 * DAY), lengthMinutes: 60, note: '' };
  const second = (await sessions.request(twin, { ...wish, tutor: ada.person.id })).id;
  await store.transaction((tx) =>
    tx.changePerson(twin.person.id, { email: 'l@home.example', emailConfirmedAt: START }),
  );
  const code = await linking.begin(lena);
  expect((await linking.owner(twin, code.toLowerCase().replaceAll('-', ' '))).name).toBe('Lena');
  await linking.link(twin, code);
  const both = await inDiscord('Lena D');
  expect(both.person).toMatchObject({ id: lena.person.id, email: 'l@home.example' });
  const org = store.of(lena.person.organization);
  const mine = await org.sessions({ person: lena.person.id });
  expect(mine.map(({ id }) => id).toSorted()).toEqual([first, second].toSorted());
  expect((await org.accounts(lena.person.id)).map(({ chat }) => chat).toSorted()).toEqual(['discord', 'slack']);
  expect((await org.peopleNamed('Lena', 9)).map(({ id }) => id)).toEqual([lena.person.id]);
  await sessions.cancel(both, second, '');
  expect((await owed('linked')).length).toBe(2);
  const [card] = (await store.auditOf({ kind: 'person', id: lena.person.id })).filter(({ event }) => event === 'link');
  expect(card?.by).toBe(lena.person.id);

  const [link] = await database.sql<{ id: string }>('SELECT id FROM link');
  const id = link?.id ?? '';
  expect(await refusal(linking.undo(theo, id))).toBe('only-admins');
  await linking.undo(grace, id);
  expect(await refusal(linking.undo(grace, id))).toBe('not-linked');
  expect((await inDiscord('Lena D')).person.id).toBe(twin.person.id);
  expect((await org.sessions({ person: twin.person.id })).map(({ id }) => id)).toEqual([second]);
  expect((await org.sessions({ person: lena.person.id })).map(({ id }) => id)).toEqual([first]);
  expect((await org.person(lena.person.id))?.email).toBeUndefined();
  await drop();
});

test('a tutor stays who they are, and is the learner too who they were in the other chat', async () => {
  const { store, database, drop, linking, inDiscord, book, lena, theo, clock } = await stageWithLinks();
  const twin = await inDiscord('Theo D');
  await book(new Date(START.getTime() + 3 * DAY));
  const code = await linking.begin(twin);
  await linking.link(theo, code);
  const org = store.of(lena.person.organization);
  expect((await inDiscord('Theo D')).person.id).toBe(theo.person.id);
  // What of the other moved nowhere is shown to its owner all the same.
  await store.transaction((tx) => tx.changePerson(twin.person.id, { language: 'pt' }));
  await store.transaction((tx) =>
    tx.audit({ about: { kind: 'person', id: twin.person.id }, by: twin.person.id, event: 'import', at: START }),
  );
  expect(await org.everythingAbout(theo.person.id)).toMatchObject({
    alsoYou: [{ name: 'Theo D', language: 'pt' }],
    history: expect.arrayContaining([expect.objectContaining({ event: 'import', by: 'you' })]),
  });
  expect((await org.tutors({})).map(({ person }) => person.name)).toEqual(['Ada', 'Theo']);
  // Who is deleted is deleted in all that they were.
  await createRights(store, clock).forget(await inDiscord('Theo D'));
  const left = await database.sql<{ count: number }>(
    `SELECT count(*)::int AS "count" FROM person WHERE name LIKE 'Theo%' OR linked_to IS NOT NULL`,
  );
  expect(left).toEqual([{ count: 0 }]);
  await drop();
});

test('two are not one person who meet each other, are in two places at once, or are of two organizations', async () => {
  const { store, drop, linking, refusal, inDiscord, book, sessions, lena, theo, ada } = await stageWithLinks();
  const at = new Date(START.getTime() + 3 * DAY);
  await book(at);
  expect(await refusal(linking.link(theo, await linking.begin(lena)))).toBe('link-together');
  const twin = await inDiscord('Lena D');
  const wish = { subject: 'Algebra', startsAt: new Date(at.getTime() + HOUR / 2), lengthMinutes: 60, note: '' };
  await sessions.request(twin, { ...wish, tutor: ada.person.id });
  expect(await refusal(linking.link(twin, await linking.begin(lena)))).toBe('link-overlap');
  // Of those whom somebody has asked, with others, they are none themself.
  const noor = await inDiscord('Noor');
  await sessions.request(noor, { ...wish, startsAt: new Date(at.getTime() + DAY), tutor: undefined });
  expect(await refusal(linking.link(ada, await linking.begin(noor)))).toBe('link-together');
  expect(await refusal(linking.link(lena, await linking.begin(lena)))).toBe('linked-already');
  const stranger = {
    ...(await store.recognise({ ...LENA, organization: 'college', userId: 'U-x' }, at)),
    isAdmin: false,
  };
  expect(await refusal(linking.link(stranger, await linking.begin(lena)))).toBe('link-elsewhere');
  await drop();
});

test('what both have, and what the one has with the other, is in the way of nothing: it stays where it is', async () => {
  const { store, database, drop, linking, inDiscord, clock, lena, theo, grace } = await stageWithLinks();
  const twin = await inDiscord('Lena D');
  const org = store.of(lena.person.organization);
  const [kept, gone] = [lena.person.id, twin.person.id];
  const address = 'https://calendar.example/lena.ics';
  const calendar = { address, name: 'calendar.example', etag: undefined, readAt: undefined, failing: undefined };
  for (const person of [kept, gone])
    await store.transaction((tx) => tx.addForeignCalendar({ ...calendar, id: `of ${person}`, person }, START));
  const offices = createOffices(store, clock);
  const plan = { subject: 'Algebra', minutes: 15, platform: 'jitsi', openUntil: new Date(START.getTime() + HOUR) };
  const office = (await offices.open(theo, plan)).id;
  for (const one of [lena, twin]) await offices.queue(one, office);
  const complaint = { organization: lena.person.organization, session: undefined, reason: 'Who is that?' };
  await store.transaction((tx) =>
    tx.addComplaint({
      ...{ ...complaint, id: 'c', complainant: gone, person: kept },
      ...{ madeAt: START, state: 'open', decidedBy: undefined },
    }),
  );
  await createObservers(store, clock).ask(grace, kept, gone);
  const programmes = createProgrammes(store, clock, 'UTC');
  const { id: programme } = await programmes.open(grace, {
    ...{ name: 'Spring', subject: 'Algebra', everyDays: 7, from: '2026-03-02', until: '2026-06-30' },
  });
  await programmes.pair(grace, programme, [{ learner: gone, tutor: kept }]);

  await linking.link(twin, await linking.begin(lena));
  expect((await inDiscord('Lena D')).person.id).toBe(kept);
  expect((await org.foreignCalendars(kept)).map(({ id }) => id)).toEqual([`of ${kept}`]);
  expect(waitingIn((await org.office(office)) as Office)).toEqual([kept]);
  expect(await org.complaint('c')).toMatchObject({ complainant: gone, person: kept });

  const [link] = await database.sql<{ id: string }>('SELECT id FROM link');
  await linking.undo(grace, link?.id ?? '');
  expect((await inDiscord('Lena D')).person.id).toBe(gone);
  expect((await org.foreignCalendars(gone)).map(({ id }) => id)).toEqual([`of ${gone}`]);
  await drop();
});

test('who is kept from something by the admins is so in both chats, until they are two again', async () => {
  const { store, database, drop, linking, inDiscord, lena, grace } = await stageWithLinks();
  const twin = await inDiscord('Lena D');
  const email = { email: 'l@home.example', emailConfirmedAt: START };
  await store.transaction(async (tx) => {
    await tx.changePerson(twin.person.id, { ...email, silencedAt: START });
    await tx.changePerson(lena.person.id, email);
    await tx.restrict(twin.person.id, { suspendedUntil: new Date(START.getTime() + 2 * DAY) });
    await tx.restrict(lena.person.id, { suspendedUntil: new Date(START.getTime() + DAY) });
  });
  await linking.link(twin, await linking.begin(lena));
  expect((await inDiscord('Lena D')).person).toMatchObject({
    ...{ id: lena.person.id, isSilenced: true, suspendedUntil: new Date(START.getTime() + 2 * DAY) },
    ...{ email: 'l@home.example' },
  });
  const [link] = await database.sql<{ id: string }>('SELECT id FROM link');
  await linking.undo(grace, link?.id ?? '');
  const after = await store.person(lena.person.id);
  expect(after).not.toHaveProperty('isSilenced');
  // What was theirs before stays theirs.
  expect(after?.suspendedUntil).toEqual(new Date(START.getTime() + DAY));
  expect(after?.email).toBe('l@home.example');
  await drop();
});

test('of several who became one the last is taken out first, and a secret of each leads to who they are now', async () => {
  const { store, database, drop, linking, refusal, inDiscord, lena, grace } = await stageWithLinks();
  const [second, third] = [await inDiscord('Lena D'), await inDiscord('Lena E')];
  await store.transaction((tx) => tx.changePerson(third.person.id, { feedSecret: 'feed' }));
  const fourth = await inDiscord('Lena F');
  await linking.link(fourth, await linking.begin(third));
  await linking.link(await inDiscord('Lena E'), await linking.begin(second));
  await linking.link(await inDiscord('Lena D'), await linking.begin(lena));
  const whose = async () => (await store.personByFeed('feed'))?.id;
  expect(await whose()).toBe(lena.person.id);
  const links = await database.sql<{ id: string }>('SELECT id FROM link ORDER BY id');
  const [, first = '', last = ''] = links.map(({ id }) => id);
  const became = async () => {
    const [row] = await database.sql<{ id: string }>(
      'SELECT linked_to AS "id" FROM person WHERE id = $1',
      fourth.person.id,
    );
    return row?.id;
  };
  expect(await became()).toBe(lena.person.id);
  expect(await refusal(linking.undo(grace, first))).toBe('not-linked');
  await linking.undo(grace, last);
  expect(await whose()).toBe(second.person.id);
  expect(await became()).toBe(second.person.id);
  expect((await inDiscord('Lena E')).person.id).toBe(second.person.id);
  await linking.undo(grace, first);
  expect(await whose()).toBe(third.person.id);
  expect(await became()).toBe(third.person.id);
  expect((await inDiscord('Lena E')).person.id).toBe(third.person.id);
  expect((await inDiscord('Lena D')).person.id).toBe(second.person.id);
  await drop();
});

test('a statement tells of both with whom it was, also when they are two again', async () => {
  const { store, database, drop, linking, inDiscord, lena, theo, grace } = await stageWithLinks();
  const twin = await inDiscord('Lena D');
  const line = (nr: number, person: string) => ({
    at: START.getTime() + nr,
    subject: 'Algebra',
    minutes: 60,
    learners: [person],
  });
  const lines = [line(1, lena.person.id), line(2, twin.person.id)];
  await store.transaction((tx) =>
    tx.addStatement({
      ...{ id: 's', organization: lena.person.organization, tutor: theo.person.id, tutorName: 'Theo' },
      ...{ fromDay: '2026-03-01', untilDay: '2026-03-31', zone: 'UTC', madeAt: START, madeBy: theo.person.id },
      ...{ code: undefined, minutes: 120, unsettled: 0, lines },
    }),
  );
  await linking.link(twin, await linking.begin(lena));
  const [link] = await database.sql<{ id: string }>('SELECT id FROM link');
  await linking.undo(grace, link?.id ?? '');
  expect((await store.statement('s'))?.lines).toEqual(lines);
  await drop();
});

test('a code is good for ten minutes and five tries, and nobody guesses more often', async () => {
  const { database, drop, linking, refusal, inDiscord, moveTo, lena, theo } = await stageWithLinks();
  const twin = await inDiscord('Lena D');
  const code = await linking.begin(lena);
  const [kept] = await database.sql<{ text: string }>('SELECT link_code::text AS "text" FROM link_code');
  expect(kept?.text).not.toContain(code.replaceAll('-', '').slice(3));
  const last = code.at(-1) === 'A' ? 'B' : 'A';
  const wrong = `${code.slice(0, -1)}${last}`;
  for (let tried = 0; tried < 5; tried++) expect(await refusal(linking.owner(theo, wrong))).toBe('no-such-code');
  expect(await refusal(linking.owner(theo, code))).toBe('too-many-guesses');
  // All tries of the code are used up, whoever used them.
  expect(await refusal(linking.owner(twin, code))).toBe('no-such-code');
  const another = await linking.begin(lena);
  moveTo(START.getTime() + 10 * MINUTE);
  expect(await refusal(linking.owner(twin, another))).toBe('no-such-code');
  const third = await linking.begin(lena);
  expect((await linking.owner(theo, third)).id).toBe(lena.person.id);
  await drop();
});

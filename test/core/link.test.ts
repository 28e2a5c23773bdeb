import { expect, test } from 'vitest';
import { createLinking } from '../../src/core/people/linking.ts';
import type { Actor } from '../../src/core/people/person.ts';
import { createRights } from '../../src/core/people/rights.ts';
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
  expect(await refusal(linking.link(lena, await linking.begin(lena)))).toBe('linked-already');
  const stranger = {
    ...(await store.recognise({ ...LENA, organization: 'college', userId: 'U-x' }, at)),
    isAdmin: false,
  };
  expect(await refusal(linking.link(stranger, await linking.begin(lena)))).toBe('link-elsewhere');
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

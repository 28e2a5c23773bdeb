import { expect, test } from 'vitest';
import { CODE_MINUTES, CODE_TRIES, CODES_A_DAY, CODES_AN_HOUR } from '../../src/core/limits.ts';
import { createAddresses } from '../../src/core/people/addresses.ts';
import { createFeeds } from '../../src/core/people/feeds.ts';
import { Refusal } from '../../src/core/refusal.ts';
import { freshDatabase } from '../database.ts';
import { LENA } from '../store/some.ts';

const START = new Date('2026-03-02T08:00:00Z');
const MINUTE = 60_000;
const ADDRESS = 'lena@school.example';

async function stage(canMail = true) {
  const { store, queued, drop } = await freshDatabase('embedded');
  let now = START;
  const addresses = createAddresses(store, () => now, canMail);
  const meet = async (name: string) => ({
    ...(await store.recognise({ ...LENA, name, userId: `U-${name}` }, now)),
    isAdmin: false,
  });
  const [lena, eve] = [await meet('Lena'), await meet('Eve')];
  const codeOf = async (one = lena) => (await store.postbox(one.person.id))?.pending?.code ?? '';
  return {
    store,
    addresses,
    feeds: createFeeds(store),
    lena,
    eve,
    drop,
    codeOf,
    mails: () => queued.filter(({ name }) => name === 'mail').length,
    refusal: async (work: Promise<unknown>) => {
      const error = await work.then(
        () => undefined,
        (thrown: unknown) => thrown,
      );
      return error instanceof Refusal ? error.code : error;
    },
    after: (minutes: number) => {
      now = new Date(now.getTime() + minutes * MINUTE);
    },
    emailOf: async (one = lena) => (await store.person(one.person.id))?.email,
  };
}

test('an address counts from when its code was typed, and the one before it until then', async () => {
  const { store, addresses, lena, codeOf, emailOf, refusal, drop, after } = await stage();
  expect(await addresses.give(lena, ADDRESS)).toBe(true);
  expect(await emailOf()).toBeUndefined();
  expect(await refusal(addresses.confirm(lena, '12345'))).toBe('wrong-code');
  const code = await codeOf();
  await addresses.confirm(lena, ` ${code.slice(0, 3)} ${code.slice(3)} `);
  expect(await emailOf()).toBe(ADDRESS);
  expect(await addresses.give(lena, ADDRESS)).toBe(false);
  expect(await refusal(addresses.confirm(lena, code))).toBe('code-over');

  expect(await addresses.give(lena, 'new@school.example')).toBe(true);
  expect(await emailOf()).toBe(ADDRESS);
  after(CODE_MINUTES);
  expect(await refusal(addresses.confirm(lena, await codeOf()))).toBe('code-over');
  expect(await addresses.sendAgain(lena)).toBe('new@school.example');
  await addresses.confirm(lena, await codeOf());
  expect(await emailOf()).toBe('new@school.example');

  const secret = (await store.postbox(lena.person.id))?.mailSecret ?? '';
  expect(await addresses.stopMail('nobody’s')).toBeUndefined();
  expect((await addresses.stopMail(secret))?.name).toBe('Lena');
  expect((await store.person(lena.person.id))?.wantsMail).toBe(false);
  await addresses.remove(lena);
  expect(await emailOf()).toBeUndefined();
  await drop();
});

test('a code is guessed a few times and no more, and nobody’s mailbox is filled', async () => {
  const { addresses, lena, eve, codeOf, emailOf, refusal, mails, after, drop } = await stage();
  await addresses.give(lena, ADDRESS);
  const wrong = (await codeOf()) === '000000' ? '000001' : '000000';
  const answers: unknown[] = [];
  for (let tried = 0; tried < CODE_TRIES; tried += 1) answers.push(await refusal(addresses.confirm(lena, wrong)));
  expect(answers).toEqual([...Array(CODE_TRIES - 1).fill('wrong-code'), 'code-over']);
  expect(await refusal(addresses.confirm(lena, await codeOf()))).toBe('code-over');
  expect(await emailOf()).toBeUndefined();

  for (let sent = 1; sent < CODES_AN_HOUR; sent += 1) await addresses.sendAgain(lena);
  expect(await refusal(addresses.sendAgain(lena))).toBe('too-many-codes');
  expect(await refusal(addresses.give(eve, ADDRESS))).toBe('too-many-codes');
  for (let sent = CODES_AN_HOUR; sent < CODES_A_DAY; sent += 1) {
    after(61);
    await addresses.give(eve, ADDRESS);
  }
  after(61);
  expect(await refusal(addresses.give(eve, ADDRESS))).toBe('too-many-codes');
  expect(mails()).toBe(CODES_A_DAY);
  // What is somebody's own is not counted against an address of another.
  expect(await refusal(addresses.confirm(lena, await codeOf(eve)))).toBe('code-over');
  await drop();
});

test('where no mail is sent no address counts, also none of before', async () => {
  const { store, addresses, lena, emailOf, refusal, drop } = await stage(false);
  expect(await refusal(addresses.give(lena, ADDRESS))).toBe('no-mail');
  await store.transaction((tx) => tx.changePerson(lena.person.id, { email: ADDRESS }));
  expect(await emailOf()).toBeUndefined();
  expect(await store.postbox(lena.person.id)).toMatchObject({ address: ADDRESS, isConfirmed: false });
  await drop();
});

test('the address of a calendar is one person’s, stays until it is changed, and then is nobody’s', async () => {
  const { store, feeds, lena, drop } = await stage();
  const [first, again] = await Promise.all([feeds.open(lena), feeds.open(lena)]);
  expect(again).toBe(first);
  expect((await store.personByFeed(first))?.calendar).toBe('feed');
  const second = await feeds.open(lena, true);
  expect(second).not.toBe(first);
  expect(await store.personByFeed(first)).toBeUndefined();
  await feeds.wantFiles(lena, false);
  await feeds.close(lena);
  expect(await store.personByFeed(second)).toBeUndefined();
  expect((await store.person(lena.person.id))?.calendar).toBe('none');
  await drop();
});

test('an admin sees whether mail arrives, at the address that they have confirmed', async () => {
  const { addresses, lena, mails, codeOf, refusal, drop } = await stage();
  const admin = { ...lena, isAdmin: true };
  expect(await refusal(addresses.test(lena))).toBe('only-admins');
  expect(await refusal(addresses.test(admin))).toBe('no-address');
  await addresses.give(admin, ADDRESS);
  expect(await refusal(addresses.test(admin))).toBe('no-address');
  await addresses.confirm(admin, await codeOf());
  const before = mails();
  expect(await addresses.test(admin)).toBe(ADDRESS);
  expect(mails()).toBe(before + 1);
  await drop();
});

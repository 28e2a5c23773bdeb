import { afterEach, describe, expect, test } from 'vitest';
import { createRules, USUAL_RULES } from '../../src/core/community/rules.ts';
import type { CreditEntry } from '../../src/core/credits/credit.ts';
import { createCredits } from '../../src/core/credits/credits.ts';
import { createOffices } from '../../src/core/groups/offices.ts';
import type { Actor } from '../../src/core/people/person.ts';
import { seenKey } from '../../src/core/session/confirm-all.ts';
import { createHelpNow } from '../../src/core/session/help-now.ts';
import { databaseKinds } from '../database.ts';
import { booked, someone } from '../store/some.ts';
import { createStage, DAY, HOUR, START, type Stage } from './stage.ts';

let stage: Stage;
afterEach(() => stage.drop());

async function begin(kind = databaseKinds.at(-1), rules = {}) {
  stage = await createStage(kind);
  await createRules(stage.store, stage.clock).change(stage.grace, { ...USUAL_RULES, usesCredits: true, ...rules });
  const credits = createCredits(stage.store, stage.clock);
  const give = (sessions: number, to: Actor = stage.lena, validUntil: Date | undefined = undefined) =>
    credits.grant(stage.grace, { person: to.person.id, sessions, validUntil, note: '' });
  return { ...stage, credits, give };
}

const left = async (of: Actor = stage.lena) =>
  (await stage.store.packagesOf(of.person.id)).reduce((sum, one) => sum + one.left, 0);
const uses = async () =>
  (await stage.store.creditLines(stage.lena.person.id, 50, 0)).map(({ kind }) => kind).toReversed();
const at = (days: number) => new Date(START.getTime() + days * DAY);
const code = async (deed: Promise<unknown>) =>
  deed.then(
    () => 'done',
    (error: { code?: string }) => error.code,
  );

test('asking reserves a credit, the confirmation takes it, and what comes to nothing gives it back', async () => {
  const { lena, theo, grace, sessions, request, book, give } = await begin();
  expect(await code(request(at(2)))).toBe('no-credit');
  await give(3);
  const declined = await request(at(2));
  expect(await left()).toBe(2);
  await sessions.decline(theo, declined, 1, '');
  expect(await left()).toBe(3);
  const expired = await request(at(9));
  await stage.tickAt(START.getTime() + 49 * HOUR);
  expect(await stage.stateOf(expired)).toBe('expired');
  expect(await left()).toBe(3);
  const cancelled = await book(at(9));
  await sessions.cancel(lena, cancelled, '');
  expect(await left()).toBe(3);
  const handedOver = await book(at(10));
  await sessions.handOver(theo, handedOver);
  expect(await left()).toBe(2);
  await stage.tickAt(START.getTime() + 98 * HOUR);
  expect(await left()).toBe(3);
  expect(await uses()).toEqual([
    ...['granted', 'reserved', 'returned', 'reserved', 'returned', 'reserved', 'taken', 'returned'],
    ...['reserved', 'taken', 'reserved', 'returned'],
  ]);
  expect(await code(createCredits(stage.store, stage.clock).grant(lena, GRANT(lena)))).toBe('only-admins');
  expect((await createCredits(stage.store, stage.clock).withdraw(grace, await first())).count).toBe(3);
  expect(await code(request(at(12)))).toBe('no-credit');
});

const GRANT = (to: Actor) => ({ person: to.person.id, sessions: 1, validUntil: undefined, note: '' });
const first = async () => (await stage.store.packagesOf(stage.lena.person.id))[0]?.id ?? '';

test('cancelling late and staying away cost it, the tutor’s doing never does; the rule can be otherwise', async () => {
  const { lena, theo, sessions, feedback, book, give } = await begin();
  await give(4);
  const [late, theirs, missed, unheld] = [
    await book(at(2)),
    await book(at(2.1)),
    await book(at(3)),
    await book(at(3.1)),
  ];
  stage.moveTo(at(2).getTime() - HOUR);
  await sessions.cancel(lena, late ?? '', '');
  await sessions.cancel(theo, theirs ?? '', '');
  expect(await left()).toBe(1);
  await stage.tickAt(at(3.5));
  for (const [id, claim] of [
    [missed, 'learner-missing'],
    [unheld, 'tutor-missing'],
  ] as const)
    for (const by of [lena, theo])
      await feedback.give(by, id, { claim, rating: undefined, comment: undefined, notes: undefined });
  expect(await left()).toBe(2);
  expect((await uses()).filter((one) => one === 'kept')).toHaveLength(2);
  await createRules(stage.store, stage.clock).change(stage.grace, {
    ...USUAL_RULES,
    usesCredits: true,
    lateCostsCredit: false,
  });
  const free = await book(at(4));
  stage.moveTo(at(4).getTime() - HOUR);
  await sessions.cancel(lena, free, '');
  expect(await left()).toBe(2);
});

test('a package is good until its day, and the one that ends first is used first', async () => {
  const { lena, book, request, give } = await begin();
  await give(1, lena, at(5));
  expect(await code(request(at(6)))).toBe('no-credit');
  await give(1);
  await book(at(4));
  const packages = await stage.store.packagesOf(lena.person.id);
  expect(packages.map(({ left }) => left)).toEqual([0, 1]);
  const later = await book(at(6));
  expect(await stage.store.creditPlace({ id: later }, lena.person.id)).toEqual({ nth: 1, of: 1 });
});

test('a series reserves one for each, or is refused as a whole', async () => {
  const { lena, theo, series, give } = await begin();
  const repeat = { every: 'week', end: { times: 4 } } as const;
  const wish = {
    ...{ tutor: theo.person.id, subject: 'Algebra', startsAt: at(2), lengthMinutes: 60, note: '', zone: 'UTC' },
    ...{ repeat, skips: [], moves: new Map() },
  };
  await give(3);
  await expect(series.request(lena, wish)).rejects.toMatchObject({ code: 'no-credit', data: { needs: 4, has: 3 } });
  expect(await left()).toBe(3);
  await give(2);
  const { id } = await series.request(lena, wish);
  expect(await left()).toBe(1);
  const all = await stage.store.sessionsOfSeries(id);
  await series.confirm(theo, id, seenKey(all), 'jitsi');
  expect((await stage.store.creditsInUse(lena.person.id)).map(({ use }) => use)).toEqual(Array(4).fill('taken'));
});

describe('in a group', () => {
  test('each learner uses one, who leaves gets it back, and whoever has none does not move up', async () => {
    const { lena, theo, ada, groups, give } = await begin();
    const mia = await stage.meet('Mia');
    const plan = { tutor: theo.person.id, subject: 'Algebra', startsAt: at(2), lengthMinutes: 60, capacity: 2 };
    const { id } = await groups.open(theo, { ...plan, minimum: 1, minimumUntil: at(1), note: '', platform: 'jitsi' });
    for (const one of [lena, mia, ada]) await give(1, one);
    await groups.enrol(lena, id);
    await groups.enrol(mia, id);
    await groups.enrol(ada, id);
    expect([await left(lena), await left(mia), await left(ada)]).toEqual([0, 0, 1]);
    await createCredits(stage.store, stage.clock).withdraw(
      stage.grace,
      (await stage.store.packagesOf(ada.person.id))[0]?.id ?? '',
    );
    await groups.leave(lena, id);
    expect([await left(lena), await left(ada)]).toEqual([1, 0]);
    expect((await stage.store.session(id))?.waiting).toEqual([ada.person.id]);
  });
});

test('what was opened before credits were wanted stays free; who has none waits in no queue, and asks for no help', async () => {
  const { lena, theo, grace, groups, give } = await begin(databaseKinds.at(-1), { usesCredits: false });
  const plan = { tutor: theo.person.id, subject: 'Algebra', startsAt: at(2), lengthMinutes: 60, capacity: 2 };
  const { id } = await groups.open(theo, { ...plan, minimum: 1, minimumUntil: at(1), note: '', platform: 'jitsi' });
  await createRules(stage.store, stage.clock).change(grace, { ...USUAL_RULES, usesCredits: true });
  await groups.enrol(lena, id);
  const offices = createOffices(stage.store, stage.clock);
  const office = await offices.open(theo, { subject: 'Algebra', minutes: 15, openUntil: at(0.2), platform: 'jitsi' });
  expect(await code(offices.queue(lena, office.id))).toBe('no-credit');
  expect(await code(createHelpNow(stage.store, stage.clock).askForHelp(lena, 'Algebra'))).toBe('no-credit');
  await give(1);
  await offices.queue(lena, office.id);
  await createCredits(stage.store, stage.clock).withdraw(grace, await first());
  // It was there when they came, and is not now.
  expect(await code(offices.callNext(theo, office.id))).toBe('nobody-free-now');
  await give(1);
  await offices.callNext(theo, office.id);
  expect(await left()).toBe(0);
});

describe.each(databaseKinds)('%s', (kind) => {
  test('what is given with the same press is given once, and told of once', async () => {
    const { credits, give, grace, lena, owed } = await begin(kind);
    const given = { person: lena.person.id, sessions: 5, validUntil: undefined, note: '', key: 'pressed' };
    await Promise.all(Array.from({ length: 5 }, () => credits.grant(grace, given)));
    expect(await left()).toBe(5);
    expect(await owed('credits-granted')).toEqual(['Lena']);
    expect(await uses()).toEqual(['granted']);
    await give(5);
    expect(await left()).toBe(10);
  });
});

test('what admins decide for all is written down, and nothing where nothing is changed', async () => {
  const { store, grace, clock } = await begin();
  const rules = createRules(store, clock);
  const decided = async () =>
    (await store.of(grace.person.organization).auditEntries({ by: grace.person.id, limit: 9, offset: 0 }))
      .map(({ event }) => event)
      .toReversed();
  expect(await decided()).toEqual(['change-credits']);
  const now = await store.rules(grace.person.organization);
  await rules.change(grace, now);
  await rules.change(grace, { ...now, lateCancelHours: 3, messages: 'off' });
  expect(await decided()).toEqual(['change-credits', 'change-rules', 'change-messages']);
});

test('what the clock does at once to sessions of several organizations follows the rules of each', async () => {
  const { store } = await begin();
  const opened = await Promise.all(
    ['school', 'college'].map(async (organization) => {
      const [learner, tutor] = [
        await someone(store, 'Nora', { organization }),
        await someone(store, 'Otto', { organization }),
      ];
      await store.of(organization).transaction(async (tx) => {
        await tx.saveRules(organization, {
          ...{ ...USUAL_RULES, usesCredits: true, lateCostsCredit: organization === 'school' },
        });
        const given = { id: organization, organization, person: learner, sessions: 1, left: 0, note: '' };
        await tx.addPackage({ ...given, validUntil: undefined, grantedAt: START, grantedBy: tutor });
        const entry = {
          package: organization,
          person: learner,
          kind: 'granted',
          amount: 1,
          at: START,
          step: 1,
        } as const;
        await tx.addCreditEntries([{ ...entry, session: undefined }]);
      });
      return { learner, id: (await booked(store, learner, tutor, { organization })).id };
    }),
  );
  await store.transaction(async (tx) => {
    for (const { id, learner } of opened) {
      const session = await tx.lockSession(id);
      if (session) await tx.changeSession(session, { state: 'cancelled', cancelledLate: true, closedBy: learner });
    }
  });
  const packages = await Promise.all(opened.map(({ learner }) => store.packagesOf(learner)));
  expect(packages.flat().map(({ id, left }) => [id, left])).toEqual([
    ['school', 0],
    ['college', 1],
  ]);
});

test('without credits nothing is counted, but which session it is with this tutor', async () => {
  const { lena, book } = await begin(databaseKinds.at(-1), { usesCredits: false });
  const [one, two] = [await book(at(2)), await book(at(3))];
  expect(await stage.store.creditPlace({ id: two }, lena.person.id)).toEqual({ nth: 2, of: undefined });
  expect(await stage.store.of('elsewhere').creditPlace({ id: one }, lena.person.id)).toBeUndefined();
  expect(await uses()).toEqual([]);
});

describe.each(databaseKinds)('on %s', (kind) => {
  test('of twenty requests at the same moment as many are granted as there are credits', async () => {
    const { lena, theo, sessions, give } = await begin(kind);
    await give(5);
    const asked = await Promise.all(
      Array.from({ length: 20 }, (_, nr) => {
        const wish = { tutor: theo.person.id, subject: 'Algebra', startsAt: at(2 + nr), lengthMinutes: 60, note: '' };
        return code(sessions.request(lena, wish));
      }),
    );
    expect(asked.filter((one) => one === 'done')).toHaveLength(5);
    expect(asked.filter((one) => one === 'no-credit')).toHaveLength(15);
    expect(await left()).toBe(0);
  });

  test('the database itself lets nobody overdraw a package, take twice for one session, or change the ledger', async () => {
    const { lena, store, database, give } = await begin(kind);
    const { id } = await give(3);
    const taking = (session: string): CreditEntry => ({
      ...{ package: id, person: lena.person.id, kind: 'reserved', amount: -1, at: START, session, step: 1 },
    });
    const all = await Promise.all(
      Array.from({ length: 20 }, (_, nr) =>
        store
          .transaction((tx) => tx.addCreditEntries([taking(`s${nr}`)]))
          .then(
            () => 'done',
            () => 'refused',
          ),
      ),
    );
    expect(all.filter((one) => one === 'done')).toHaveLength(3);
    expect(await left()).toBe(0);
    await expect(database.prisma.creditEntry.updateMany({ data: { amount: 9 } })).rejects.toThrow(/only added to/);
    await give(1);
    const session = all.indexOf('done');
    await expect(store.transaction((tx) => tx.addCreditEntries([taking(`s${session}`)]))).rejects.toThrow();
  });
});

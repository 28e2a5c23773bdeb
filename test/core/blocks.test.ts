import { expect, test } from 'vitest';
import { createComplaints, refuseBanned } from '../../src/core/moderation/complaints.ts';
import { createBlocks } from '../../src/core/people/blocks.ts';
import { createCallOff } from '../../src/core/people/call-off.ts';
import { createOffers } from '../../src/core/people/offers.ts';
import type { Actor } from '../../src/core/people/person.ts';
import { Refusal } from '../../src/core/refusal.ts';
import { createStage, DAY, START } from './stage.ts';

async function stageWithBlocks() {
  const stage = await createStage();
  const { store, clock, sessions, series, groups } = stage;
  const callOff = createCallOff(store, { sessions, series, groups }, clock);
  const done = new Set<unknown>();
  return {
    ...stage,
    blocks: createBlocks(store, clock),
    complaints: createComplaints(store, clock),
    offers: createOffers(store, clock),
    refusal: async (work: Promise<unknown>) => {
      const error = await work.then(
        () => undefined,
        (thrown: unknown) => thrown,
      );
      return error instanceof Refusal ? error.code : error;
    },
    /** What the queue would do next. */
    calledOff: async () => {
      for (const job of stage.queued('call-off').filter((one) => !done.has(one))) {
        done.add(job);
        if (job.name === 'call-off') await callOff(job.data);
      }
    },
    /** Somebody as they are known now. */
    again: async (one: Actor): Promise<Actor> => ({
      ...one,
      person: (await store.person(one.person.id)) ?? one.person,
    }),
    names: async (viewer: Actor) => {
      const ours = store.of(viewer.person.organization, viewer.person.id);
      const lists = [
        (await ours.tutors({})).map(({ person }) => person.name),
        (await ours.tutorNames()).map(({ name }) => name),
      ];
      expect(lists[0]).toEqual(lists[1]);
      return lists[0];
    },
  };
}

const ALGEBRA = { subject: 'Algebra', lengthMinutes: 60, note: '' };

test('of two who are apart neither finds nor books the other, and what one asked is withdrawn', async () => {
  const {
    store,
    drop,
    blocks,
    refusal,
    calledOff,
    names,
    sessions,
    book,
    request,
    groups,
    owed,
    stateOf,
    lena,
    theo,
    ada,
  } = await stageWithBlocks();
  const at = (days: number) => new Date(START.getTime() + days * DAY);
  const agreed = await book(at(3));
  const asked = await request(at(4));
  const open = (await sessions.request(lena, { ...ALGEBRA, startsAt: at(5), tutor: undefined })).id;
  await blocks.block(theo, lena.person.id);
  await calledOff();
  expect([await stateOf(agreed), await stateOf(asked), await stateOf(open)]).toEqual([
    'confirmed',
    'declined',
    'requested',
  ]);
  expect((await store.session(open))?.candidates).toEqual([ada.person.id]);
  expect(await owed('declined')).toEqual(['Lena']);
  expect(await names(lena)).toEqual(['Ada']);
  expect(await names(ada)).toEqual(['Ada', 'Theo']);
  const ours = store.of(lena.person.organization, lena.person.id);
  expect(await ours.tutor(theo.person.id)).toBeUndefined();
  expect((await ours.peopleNamed('Theo', 9)).length).toBe(0);
  const wish = { ...ALGEBRA, startsAt: at(6) };
  expect(await refusal(sessions.request(lena, { ...wish, tutor: theo.person.id }))).toBe('unknown-tutor');
  const any = await sessions.request(lena, { ...wish, tutor: undefined });
  expect(any.candidates).toEqual([ada.person.id]);
  const plan = { tutor: theo.person.id, subject: 'Algebra', startsAt: at(8), lengthMinutes: 60, note: '' };
  const group = await groups.open(theo, { ...plan, capacity: 3, minimum: 1, minimumUntil: at(7), platform: 'jitsi' });
  expect(await ours.groups({ startsFrom: START, limit: 9 })).toEqual([]);
  expect(await refusal(groups.enrol(lena, group.id))).toBe('no-such-session');
  expect(await refusal(sessions.meetNow(theo, { person: lena.person.id, platform: 'jitsi', subject: 'x' }))).toBe(
    'unknown-person',
  );
  expect(await ours.blockedBy(lena.person.id)).toEqual([]);
  expect(await store.of(theo.person.organization).blockedBy(theo.person.id)).toEqual([lena.person.id]);
  await blocks.unblock(theo, lena.person.id);
  expect(await names(lena)).toEqual(['Ada', 'Theo']);
  expect(await refusal(blocks.block(lena, lena.person.id))).toBe('unknown-person');
  expect(await refusal(blocks.block(lena, 'nobody'))).toBe('unknown-person');
  await drop();
});

test('admins warn, pause, block or dismiss; whom it is about reads what was decided, and not by whose word', async () => {
  const {
    store,
    database,
    drop,
    complaints,
    offers,
    refusal,
    calledOff,
    again,
    sessions,
    book,
    owed,
    stateOf,
    moveTo,
    lena,
    theo,
    ada,
    grace,
  } = await stageWithBlocks();
  const session = await book(new Date(START.getTime() + 3 * DAY));
  const told = { person: theo.person.id, session, reason: 'Rude' };
  expect(await refusal(complaints.make(ada, told))).toBe('no-such-session');
  expect(await refusal(complaints.make(lena, { ...told, person: ada.person.id }))).toBe('unknown-person');
  expect(await refusal(complaints.make(lena, { ...told, reason: '' }))).toBe('required');
  await complaints.make(lena, told);
  expect(await owed('complaint')).toHaveLength(2);
  const id = await newest();
  expect(await refusal(complaints.decide(lena, id, 'warned'))).toBe('only-admins');
  expect(await refusal(complaints.decide({ ...theo, isAdmin: true }, id, 'dismissed'))).toBe('own-complaint');
  await complaints.decide(grace, id, 'talking');
  await complaints.decide(grace, id, 'paused');
  expect(await refusal(complaints.decide(grace, id, 'blocked'))).toBe('complaint-over');
  expect(await owed('moderated')).toEqual(['Theo']);
  expect((await store.tutor(theo.person.id))?.isPaused).toBe(true);
  expect(await refusal(offers.change(await again(theo), { isPaused: false }))).toBe('suspended');
  const wish = { ...ALGEBRA, startsAt: new Date(START.getTime() + 9 * DAY), tutor: ada.person.id };
  expect(await refusal(sessions.request(await again(theo), wish))).toBe('suspended');
  expect(await stateOf(session)).toBe('confirmed');
  moveTo(START.getTime() + 7 * DAY);
  await offers.change(await again(theo), { isPaused: false });

  await complaints.make(lena, { person: theo.person.id, session: undefined, reason: 'Again' });
  moveTo(START);
  const second = await newest();
  await complaints.decide(grace, second, 'blocked');
  await calledOff();
  expect(await stateOf(session)).toBe('cancelled');
  const banned = await again(theo);
  expect(() => refuseBanned(banned)).toThrow('banned');
  await complaints.decide(grace, second, 'readmitted');
  const back = await again(theo);
  expect(() => refuseBanned(back)).not.toThrow();
  for (let more = 0; more < 5; more++) await refusal(complaints.make(lena, { ...told, session: undefined }));
  expect(await refusal(complaints.make(lena, { ...told, session: undefined }))).toBe('too-many-complaints');
  await drop();

  async function newest(): Promise<string> {
    const rows = await database.sql<{ id: string }>('SELECT id FROM complaint ORDER BY id DESC LIMIT 1');
    return rows[0]?.id ?? '';
  }
});

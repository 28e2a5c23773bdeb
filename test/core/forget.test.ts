import { expect, test } from 'vitest';
import { createCredits } from '../../src/core/credits/credits.ts';
import { createByWebhook } from '../../src/core/meeting/by-webhook.ts';
import { createCallOff } from '../../src/core/people/call-off.ts';
import { createObservers } from '../../src/core/people/observers.ts';
import { createRights } from '../../src/core/people/rights.ts';
import { createProgrammes } from '../../src/core/programmes/programmes.ts';
import type { Database } from '../../src/store/open.ts';
import { createStage, DAY, HOUR, START } from './stage.ts';

/** The whole database, all tables, as text. */
async function everything({ sql }: Database): Promise<string> {
  const tables = await sql<{ name: string }>(
    `SELECT format('%I.%I', table_schema, table_name) AS "name" FROM information_schema.tables
     WHERE table_type = 'BASE TABLE' AND table_schema NOT IN ('pg_catalog', 'information_schema')`,
  );
  const texts = await Promise.all(
    tables.map(({ name }) =>
      sql<{ text: string | null }>(`SELECT string_agg(one::text, ' ') AS "text" FROM ${name} one`),
    ),
  );
  return texts.map(([row]) => row?.text ?? '').join('\n');
}

async function stageWithRights() {
  const stage = await createStage();
  const { store, sessions, series, groups, clock } = stage;
  const callOff = createCallOff(store, { sessions, series, groups }, clock);
  return {
    ...stage,
    rights: createRights(store, clock),
    /** Lena asks all who teach it. */
    ofAny: async (startsAt: Date) =>
      (
        await sessions.request(stage.lena, {
          subject: 'Algebra',
          startsAt,
          lengthMinutes: 60,
          note: 'Of Lena',
          tutor: undefined,
        })
      ).id,
    /** What the queue would do next. */
    calledOff: async () => {
      for (const job of stage.queued('call-off')) if (job.name === 'call-off') await callOff(job.data);
    },
  };
}

test('of somebody who is deleted nothing is found in the whole database, and the others keep what was', async () => {
  const stage = await stageWithRights();
  const {
    store,
    database,
    drop,
    moveTo,
    book,
    request,
    ofAny,
    feedback,
    rights,
    calledOff,
    meet,
    groups,
    owed,
    lena,
    theo,
    ada,
  } = stage;
  const org = store.of(lena.person.organization);
  const past = await book(new Date(START.getTime() + HOUR));
  const upcoming = await book(new Date(START.getTime() + 3 * DAY));
  const open = await ofAny(new Date(START.getTime() + 4 * DAY));
  const asked = await request(new Date(START.getTime() + 5 * DAY), ada);
  const group = await groups.open(theo, {
    ...{ tutor: theo.person.id, subject: 'Algebra', startsAt: new Date(START.getTime() + 6 * DAY), lengthMinutes: 60 },
    ...{
      capacity: 3,
      minimum: 1,
      minimumUntil: new Date(START.getTime() + 5 * DAY),
      note: 'For all',
      platform: 'jitsi',
    },
  });
  await groups.enrol(lena, group.id);
  await store.transaction(async (tx) => {
    await tx.changePerson(lena.person.id, {
      email: 'lena@home.example',
      emailConfirmedAt: START,
      feedSecret: 'feed-of-lena',
    });
    await tx.changeAccount(lena.account.id, { dmChannel: 'D-of-Lena' });
    await tx.changeParticipant(past, lena.person.id, { note: 'Noted by Lena' });
    for (const [id, from] of [
      ['r1', lena.person.id],
      ['r2', theo.person.id],
    ] as const)
      await tx.addRelayed({ id, session: past, from, text: 'Dear Lena', sentAt: START });
    const file = { name: 'lena.txt', type: 'text/plain', bytes: Buffer.from('by Lena') };
    await tx.keepFiles(
      lena.person.id,
      [
        { ...file, id: 'given' },
        { ...file, id: 'kept' },
      ],
      START,
      9,
    );
    await tx.giveFiles(lena.person.id, ['given'], 'r1');
    await tx.addAim({
      ...{ id: 'aim', organization: lena.person.organization, learner: lena.person.id, tutor: theo.person.id },
      ...{
        kind: 'goal',
        text: 'Lena passes',
        by: theo.person.id,
        addedAt: START,
        doneAt: undefined,
        remindAt: undefined,
      },
    });
    await tx.saveDraft(
      { id: 'draft', person: lena.person.id, handler: 'book', input: { note: 'typed by Lena' } },
      START,
    );
    await tx.putStay(past, {
      key: 'k',
      name: 'Lena at home',
      email: 'lena@home.example',
      joinedAt: START,
      leftAt: undefined,
    });
    const about = { kind: 'session', id: past } as const;
    await tx.owe([{ kind: 'handed-over', to: { person: theo.person.id }, about, data: { name: 'Lena' } }], START);
    const out = { subject: 'Algebra', at: 1, by: lena.person.id, name: 'Lena' };
    const theirs = { kind: 'person', id: theo.person.id } as const;
    await tx.owe([{ kind: 'taken-out', to: { person: theo.person.id }, about: theirs, data: out }], START);
    const recording = { kind: 'recording', about, dedupeKey: 'https://zoom.example/lena' } as const;
    const where = { url: 'https://zoom.example/lena', passcode: 'pass-lena' };
    await tx.owe([{ ...recording, to: { person: theo.person.id }, data: where }], START);
    await tx.owe(
      [{ kind: 'late', to: { person: theo.person.id }, about, data: { by: lena.person.id, minutes: 5, at: 1 } }],
      START,
    );
    await tx.addForeignCalendar(
      {
        id: 'c',
        person: lena.person.id,
        address: 'https://lena.example/a.ics',
        name: 'lena.example',
        etag: undefined,
        readAt: undefined,
        failing: undefined,
      },
      START,
    );
  });
  const { clock, grace } = stage;
  const given = { person: lena.person.id, sessions: 2, validUntil: undefined, note: 'For Lena' };
  await createCredits(store, clock).grant(grace, given);
  const observers = createObservers(store, clock);
  const { id: observer } = await observers.ask(lena, lena.person.id, ada.person.id);
  await observers.confirm(grace, observer);
  await observers.agree(ada, observer);
  const programmes = createProgrammes(store, clock, 'UTC');
  const plan = { name: 'Spring', subject: 'Algebra', everyDays: 7, from: '2026-03-02', until: '2026-06-30' };
  const { id: programme } = await programmes.open(grace, plan);
  await programmes.pair(grace, programme, [{ learner: lena.person.id, tutor: theo.person.id }]);
  moveTo(START.getTime() + 3 * HOUR);
  await store.transaction(async (tx) => {
    const session = await tx.lockSession(past);
    if (session) await tx.changeSession(session, { state: 'ended', endedAt: new Date(START.getTime() + 2 * HOUR) });
  });
  await feedback.give(lena, past, { claim: 'took-place', rating: 5, comment: 'From Lena', notes: undefined });

  await rights.forget(lena);
  await calledOff();

  const text = await everything(database);
  for (const trace of [lena.person.id, lena.account.id, 'U-Lena', 'Lena', 'lena', 'D-of-Lena', 'feed-of-lena'])
    expect(text.includes(trace) ? trace : undefined).toBeUndefined();
  expect(await store.session(past)).toMatchObject({ state: 'ended', tutor: theo.person.id, note: '' });
  expect((await store.session(past))?.participants.find((one) => one.role === 'learner')).toMatchObject({
    rating: 5,
    comment: undefined,
  });
  for (const id of [upcoming, open, asked]) expect((await store.session(id))?.state).toBe('cancelled');
  expect((await store.session(group.id))?.participants).toHaveLength(1);
  expect(await owed('cancelled')).toEqual(['Theo']);
  const former = (await store.session(past))?.participants.find((one) => one.role === 'learner')?.person ?? '';
  expect(await org.person(former)).toBeUndefined();
  expect(await org.peopleNamed('', 99)).not.toContainEqual(expect.objectContaining({ id: former }));
  // Safe to repeat, and who comes back is somebody new.
  await rights.forget(lena);
  await calledOff();
  const anew = await meet('Lena');
  expect(anew.person.id).not.toBe(lena.person.id);
  expect(await org.sessions({ person: anew.person.id })).toEqual([]);
  await drop();
});

test('a tutor who is deleted is offered no more, and their learners are told', async () => {
  const { store, database, clock, drop, book, request, ofAny, rights, calledOff, owed, stateOf, lena, theo } =
    await stageWithRights();
  const agreed = await book(new Date(START.getTime() + 3 * DAY));
  const asked = await request(new Date(START.getTime() + 4 * DAY));
  const open = await ofAny(new Date(START.getTime() + 5 * DAY));
  const past = await book(new Date(START.getTime() + HOUR));
  const room = { passcode: undefined, madeAt: START, fallback: undefined };
  const own = { ...room, platform: 'own', meetingId: 'https://meet.example/theos', url: 'https://meet.example/theos' };
  await store.transaction(async (tx) => {
    const offer = await tx.lockTutor(theo.person.id);
    if (offer) await tx.saveOffer(theo.person, { ...offer, platformAccount: 'theo@zoom.example' });
    const zoom = {
      ...room,
      platform: 'zoom',
      meetingId: '1',
      url: 'https://zoom.example/1',
      host: 'theo@zoom.example',
    };
    await tx.setMeeting(past, zoom);
    await tx.setMeeting(agreed, { ...own, host: undefined });
    await tx.holdHost('theo@zoom.example', past, START, new Date(START.getTime() + HOUR));
    for (const { person } of [theo, lena]) await tx.changeParticipant(past, person.id, { agreesToRecording: true });
    const session = await tx.lockSession(past);
    if (session) await tx.changeSession(session, { state: 'ended', endedAt: START });
  });
  await rights.forget(theo);
  await calledOff();
  // The platform tells of it late.
  const recording = { what: 'recording', url: 'https://zoom.example/recording' } as const;
  await createByWebhook(store, clock).recorded(past, recording);
  expect((await store.session(past))?.recordingUrl).toBeUndefined();
  expect(await owed('recording')).toEqual([]);
  const org = store.of(lena.person.organization);
  expect((await org.tutors({})).map(({ person }) => person.name)).toEqual(['Ada']);
  expect((await org.tutorNames()).map(({ name }) => name)).toEqual(['Ada']);
  expect([await stateOf(agreed), await stateOf(asked), await stateOf(open)]).toEqual([
    'cancelled',
    'declined',
    'requested',
  ]);
  expect((await store.session(open))?.candidates).toHaveLength(1);
  expect(await owed('cancelled')).toEqual(['Lena']);
  expect(await owed('declined')).toEqual(['Lena']);
  const text = await everything(database);
  expect(text.includes(theo.person.id) || /theo/i.test(text)).toBe(false);
  await drop();
});

test('what somebody may read of themself is all that is theirs, under names', async () => {
  const { store, drop, book, lena, theo } = await stageWithRights();
  await book(new Date(START.getTime() + HOUR));
  const mine = JSON.stringify(await store.of(lena.person.organization).everythingAbout(lena.person.id));
  for (const said of [
    '"tutor":["Theo"]',
    '"learners":["you"]',
    '"userId":"U-Lena"',
    '"event":"confirm"',
    '"by":"Theo"',
  ])
    expect(mine.replaceAll('": "', '":"').replaceAll(' : ', ':')).toContain(said);
  expect(mine).not.toContain(theo.person.id);
  expect(await store.of('another').everythingAbout(lena.person.id)).toBeUndefined();
  await drop();
});

test('what was written long ago is forgotten, and that it happened is not', async () => {
  const { store, database, drop, book, request, moveTo, lena, theo } = await stageWithRights();
  const old = await book(new Date(START.getTime() + HOUR));
  await store.transaction(async (tx) => {
    const session = await tx.lockSession(old);
    if (session) await tx.changeSession(session, { state: 'ended', endedAt: new Date(START.getTime() + 2 * HOUR) });
    await tx.annotateSession(old, { tutorNotes: 'Long ago' });
    await tx.changeParticipant(old, lena.person.id, { comment: 'Very good', rating: 5 });
    await tx.audit({
      about: { kind: 'session', id: old },
      by: lena.person.id,
      event: 'move',
      at: START,
      data: { a: 'detail' },
    });
  });
  const { organization } = lena.person;
  const complaint = { organization, complainant: lena.person.id, person: theo.person.id, session: old } as const;
  const wanted = { organization, person: lena.person.id, subject: 'Algebra', session: undefined };
  const kept = new Date(START.getTime() + 59 * DAY);
  await store.transaction(async (tx) => {
    const about = { kind: 'session', id: old } as const;
    const url = 'https://zoom.example/old';
    await tx.annotateSession(old, { recordingUrl: url });
    await tx.owe([{ kind: 'recording', to: { person: theo.person.id }, about, dedupeKey: url, data: { url } }], START);
    for (const [state, reason] of [
      ['warned', 'Rude once'],
      ['open', 'Not decided'],
    ] as const)
      await tx.addComplaint({ ...complaint, id: state, reason, madeAt: START, state, decidedBy: undefined });
    await tx.addHelpWanted({ ...wanted, id: 'old help', askedAt: START, lapsesAt: START });
    await tx.addHelpWanted({ ...wanted, id: 'new help', askedAt: kept, lapsesAt: kept });
  });
  moveTo(START.getTime() + 60 * DAY);
  const recent = await request(new Date(START.getTime() + 61 * DAY));
  await store.transaction((tx) => tx.forgetWordsBefore(new Date(START.getTime() + 30 * DAY)));
  const text = await everything(database);
  for (const trace of ['Long ago', 'Very good', 'detail', 'zoom.example', 'Rude once', 'old help'])
    expect(text).not.toContain(trace);
  for (const trace of ['Not decided', 'new help']) expect(text).toContain(trace);
  expect((await store.session(old))?.participants[0]).toMatchObject({ rating: 5, comment: undefined });
  expect((await store.auditOf({ kind: 'session', id: old })).map(({ event }) => event)).toContain('move');
  const owed = await database.sql<{ subject: string }>('SELECT DISTINCT subject_id AS "subject" FROM delivery');
  expect(owed.map(({ subject }) => subject)).toEqual([recent]);
  await drop();
});

import { expect, test } from 'vitest';
import { sessionSubject } from '../../src/core/owing/subject.ts';
import { at, booked, NOW, someone, someParticipant, someSession } from './some.ts';
import { onEveryDatabase } from './with-database.ts';

onEveryDatabase((fresh) => {
  test('a session is read as it was written', async () => {
    const { store } = await fresh();
    const lena = await someone(store, 'Lena');
    const theo = await someone(store, 'Theo');
    const meeting = {
      platform: 'zoom',
      meetingId: '98765432109',
      url: 'https://zoom.us/j/98765432109',
      passcode: undefined,
      host: undefined,
      madeAt: NOW,
      fallback: { from: 'jitsi', why: 'unreachable' as const },
    };
    const session = await booked(store, lena, theo, { note: 'Chapter 3', platformWanted: 'zoom', meeting });
    expect(await store.session(session.id)).toEqual(session);
    const token = session.participants[1]?.joinToken ?? '';
    expect(await store.sessionByJoinToken(token)).toEqual({ session, person: theo });
    expect(await store.sessionByJoinToken('nonsense')).toBeUndefined();
  });

  test('participants stay in the order in which they came', async () => {
    const { store } = await fresh();
    const people = await Promise.all(['Lena', 'Theo', 'Mia', 'Noah'].map((name) => someone(store, name)));
    const [lena = '', theo = '', mia = '', noah = ''] = people;
    const session = await booked(store, lena, theo, { capacity: 3 });
    await store.transaction((tx) => tx.addParticipant(session.id, someParticipant(noah, 'learner')));
    await store.transaction((tx) => tx.addParticipant(session.id, someParticipant(mia, 'learner')));
    const read = await store.session(session.id);
    expect(read?.participants.map((one) => one.person)).toEqual([lena, theo, noah, mia]);
  });

  test('one’s sessions with one person, whom one has met, and how long one has taught', async () => {
    const { store } = await fresh();
    const [lena, noah, theo, ada] = (await Promise.all(
      ['Lena', 'Noah', 'Theo', 'Ada'].map((name) => someone(store, name)),
    )) as [string, string, string, string];
    const held = { state: 'ended', endedAt: at('18:00') } as const;
    const first = await booked(store, lena, theo, held);
    const second = await booked(store, noah, theo, { startsAt: at('17:00', 3), endsAt: at('18:30', 3), ...held });
    await booked(store, lena, ada, { startsAt: at('17:00', 4), endsAt: at('18:00', 4) });
    await booked(store, lena, theo, { startsAt: at('17:00', 5), endsAt: at('18:00', 5), state: 'cancelled' });
    const missed = await booked(store, lena, theo, { startsAt: at('17:00', 6), endsAt: at('18:00', 6), ...held });
    await store.transaction((tx) => tx.changeParticipant(missed.id, lena, { outcome: 'learner-missing' }));
    const query = { person: theo, states: ['ended'], order: 'soonest' } as const;
    const ids = async (more: object) => (await store.sessions({ ...query, ...more })).map(({ id }) => id);
    expect(await ids({ with: noah })).toEqual([second.id]);
    expect(await ids({ with: lena, startsBefore: at('00:00', 4) })).toEqual([first.id]);
    expect(await store.companions(theo, 9)).toEqual([lena, noah]);
    expect(await store.companions(lena, 1)).toEqual([theo]);
    expect(await store.minutesTaught(theo, [at('00:00'), at('00:00', 3), at('00:00', 4)])).toEqual([150, 90, 0]);
    expect(await store.minutesTaught(lena, [at('00:00')])).toEqual([0]);
  });

  test('of two who change the same version of a session, one does', async () => {
    const { store } = await fresh();
    const session = await booked(store, await someone(store, 'Lena'), await someone(store, 'Theo'));
    const confirm = () =>
      store.transaction(async (tx) => tx.changeSession(session, { state: 'confirmed', confirmedAt: NOW }));
    const outcomes = await Promise.all([confirm(), confirm()]);
    expect(outcomes.map((one) => one?.version).toSorted()).toEqual([2, undefined]);
    expect(await store.session(session.id)).toMatchObject({ state: 'confirmed', version: 2, confirmedAt: NOW });
  });

  test('a change that empties a field empties it, and leaves the others', async () => {
    const { store } = await fresh();
    const session = await booked(store, await someone(store, 'Lena'), await someone(store, 'Theo'), { reason: 'ill' });
    await store.transaction((tx) => tx.changeSession(session, { reason: undefined, tutor: undefined }));
    expect(await store.session(session.id)).toMatchObject({ reason: undefined, tutor: undefined, state: 'requested' });
  });

  test('a note about a session leaves its version alone', async () => {
    const { store } = await fresh();
    const session = await booked(store, await someone(store, 'Lena'), await someone(store, 'Theo'));
    await store.transaction((tx) => tx.annotateSession(session.id, { escalatedAt: NOW }));
    expect(await store.session(session.id)).toMatchObject({ version: 1, escalatedAt: NOW });
  });

  test('a tutor who declined is no candidate any more', async () => {
    const { store } = await fresh();
    const [lena, theo, ada] = [await someone(store, 'Lena'), await someone(store, 'Theo'), await someone(store, 'Ada')];
    const session = someSession(lena, theo, {
      tutor: undefined,
      candidates: [theo, ada],
      participants: [someParticipant(lena, 'learner')],
    });
    await store.transaction((tx) => tx.addSession(session));
    await store.transaction((tx) => tx.declineCandidate(session.id, theo));
    expect((await store.session(session.id))?.candidates).toEqual([ada]);
    expect(await store.sessions({ person: theo })).toEqual([]);
    expect(await store.sessions({ person: ada })).toHaveLength(1);
  });

  test('sessions are found by person, state and time', async () => {
    const { store } = await fresh();
    const [lena, theo] = [await someone(store, 'Lena'), await someone(store, 'Theo')];
    const early = await booked(store, lena, theo, { startsAt: at('09:00'), endsAt: at('10:00') });
    const late = await booked(store, lena, theo, { state: 'confirmed' });
    const ids = async (query: Parameters<typeof store.sessions>[0]) =>
      (await store.sessions(query)).map((session) => session.id);
    expect(await ids({ person: lena })).toEqual([early.id, late.id]);
    expect(await ids({ person: lena, order: 'latest', limit: 1 })).toEqual([late.id]);
    expect(await ids({ states: ['confirmed'] })).toEqual([late.id]);
    expect(await ids({ startsFrom: at('09:00'), startsBefore: at('17:00') })).toEqual([early.id]);
    expect(await ids({ person: lena, offset: 1, limit: 5 })).toEqual([late.id]);
  });

  test('what happened to a session is kept in order', async () => {
    const { store } = await fresh();
    const [lena, theo] = [await someone(store, 'Lena'), await someone(store, 'Theo')];
    const { id: session } = await booked(store, lena, theo);
    await store.transaction(async (tx) => {
      await tx.audit({
        about: sessionSubject(session),
        by: lena,
        event: 'request',
        from: undefined,
        to: 'requested',
        at: NOW,
      });
      await tx.audit({
        about: sessionSubject(session),
        by: theo,
        event: 'confirm',
        from: 'requested',
        to: 'confirmed',
        at: NOW,
        data: { platform: 'jitsi' },
      });
    });
    expect(await store.auditOf(sessionSubject(session))).toMatchObject([
      { by: lena, from: undefined, to: 'requested' },
      { by: theo, from: 'requested', to: 'confirmed', data: { platform: 'jitsi' } },
    ]);
  });
});

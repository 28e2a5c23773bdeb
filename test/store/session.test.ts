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
    const session = await booked(store, lena, theo);
    await store.transaction((tx) => tx.addParticipant(session.id, someParticipant(noah, 'learner')));
    await store.transaction((tx) => tx.addParticipant(session.id, someParticipant(mia, 'learner')));
    const read = await store.session(session.id);
    expect(read?.participants.map((one) => one.person)).toEqual([lena, theo, noah, mia]);
  });

  test('of two who change the same version of a session, one does', async () => {
    const { store } = await fresh();
    const session = await booked(store, await someone(store, 'Lena'), await someone(store, 'Theo'));
    const confirm = () =>
      store.transaction(async (tx) => tx.changeSession(session, { state: 'confirmed', confirmedAt: NOW }));
    const outcomes = await Promise.all([confirm(), confirm()]);
    expect(outcomes.toSorted()).toEqual([false, true]);
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

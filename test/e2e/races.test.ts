import { afterEach, expect, test } from 'vitest';
import { sessionSubject } from '../../src/core/owing/subject.ts';
import { acrossChats, books, type Pair } from '../world/pairs.ts';

acrossChats((meet) => {
  let pair: Pair;
  afterEach(() => pair.stop());

  test('pressing twice, and pressing an old button, has one effect', async () => {
    pair = await meet();
    const { learner, tutor, app } = pair;
    await books(learner, tutor.name);
    await tutor.waitsFor('asks you for a session');
    await Promise.all([tutor.presses('Confirm'), tutor.presses('Confirm')]);
    await learner.waitsFor(/\/j\//);
    await pair.settled();
    const confirmed = await app.store.sessions({ states: ['confirmed'] });
    expect(confirmed).toHaveLength(1);
    const audit = await app.store.auditOf(sessionSubject(confirmed[0]?.id ?? ''));
    expect(audit.map(({ event }) => event)).toEqual(['request', 'confirm', 'meeting']);
    expect(learner.messages().filter((message) => /\/j\//.test(message))).toHaveLength(1);
    expect(pair.faults).toEqual([]);
  });

  test('confirming and cancelling at once: one of them happens, the other gets a sentence', async () => {
    pair = await meet();
    const { learner, tutor, app } = pair;
    await books(learner, tutor.name);
    await tutor.waitsFor('asks you for a session');
    await pair.settled();
    await learner.presses('Cancel');
    await learner.waitsFor('dialog: Cancel the session');
    await Promise.all([tutor.presses('Confirm'), learner.fills({ reason: 'Never mind' })]);
    await pair.settled();
    const [session] = await app.store.sessions({});
    expect(['confirmed', 'cancelled']).toContain(session?.state);
    // Whoever came second may still cancel a session that is confirmed: then both things happened, one after the other.
    const events = (await app.store.auditOf(sessionSubject(session?.id ?? ''))).map(({ event }) => event);
    expect(events[0]).toBe('request');
    expect(new Set(events).size).toBe(events.length);
    expect(pair.faults).toEqual([]);
  });

  test('two learners who want the same hour of a tutor: one gets it, the other a sentence at the field', async () => {
    pair = await meet();
    const { learner, tutor, app } = pair;
    const other = learner.chat === 'slack' ? pair.mateo : pair.lucia;
    await books(learner, tutor.name);
    const wish = { tutor: tutor.name, subject: 'Algebra' };
    const session = (await app.store.sessions({}))[0];
    if (other.chat === 'slack') {
      // The same instant in Mexico City.
      await other.types('/book');
      await other.waitsFor('dialog:');
      await other.fills({ ...wish, when: '2026-12-01 10:00' });
    } else {
      await other.types('/book', { ...wish, when: session?.startsAt.toISOString() ?? '' });
      if (other.dialog()) await other.fills({ zone: 'Madrid' });
    }
    await other.waitsFor(tutor.name);
    await pair.settled();
    expect(await app.store.sessions({})).toHaveLength(1);
    expect(pair.faults).toEqual([]);
  });

  test('somebody else’s button does nothing but say whose it is', async () => {
    pair = await meet();
    const { learner, tutor, app } = pair;
    await books(learner, tutor.name);
    await tutor.waitsFor('asks you for a session');
    await pair.settled();
    const [session] = await app.store.sessions({});
    const stranger = learner.chat === 'slack' ? pair.mateo : pair.lucia;
    const by = await pair.actor(stranger);
    for (const [handler, input] of [
      ['confirm', { version: '1', platform: 'jitsi' }],
      ['decline', { version: '1', reason: 'x' }],
      ['cancel', { reason: 'x' }],
      ['join', {}],
      ['end', {}],
      ['rate', { rating: '5' }],
      ['not-held', { missing: 'tutor' }],
      ['nudge', {}],
      ['open', {}],
      ['book-again', {}],
      ['choose-platform', { choice: 'jitsi' }],
      ['tick', { item: 'sound' }],
    ] as const) {
      // Forged: their screen has no such button.
      const answer = await app.reception.submit(by, handler, {
        session: session?.id ?? '',
        ...input,
      });
      expect(JSON.stringify(answer), handler).toMatch(/Only/);
    }
    expect((await app.store.session(session?.id ?? ''))?.state).toBe('requested');
    expect(await app.store.auditOf(sessionSubject(session?.id ?? ''))).toHaveLength(1);
    expect(pair.faults).toEqual([]);
  });
});

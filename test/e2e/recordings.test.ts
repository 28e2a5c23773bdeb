import { afterEach, expect, test } from 'vitest';
import { acrossChats, books, type Pair } from '../world/pairs.ts';

const MINUTE = 60_000;

acrossChats((meet) => {
  let pair: Pair;
  afterEach(() => pair.stop());

  test('where all agree Google Meet records; the recording and what was said come to both, with how they get in', async () => {
    pair = await meet({ env: { MEETING_PLATFORMS: 'google-meet,jitsi' } });
    const { learner, tutor, google, app } = pair;
    const { person } = await pair.actor(learner);
    const email = 'learner@school.example';
    await app.store.transaction((tx) => tx.changePerson(person.id, { email, emailConfirmedAt: pair.now() }));
    await books(learner, tutor.name);
    await tutor.waitsFor('asks you for a session');
    await tutor.presses('Confirm');
    await learner.waitsFor(/\/j\//);
    await pair.settled();
    await tutor.presses('Ask to record');
    await learner.waitsFor('would like to record Algebra');
    await learner.presses('Agree');
    await tutor.waitsFor('Google Meet records once somebody is in the room');
    await pair.settled();
    const [session] = await app.store.sessions({ states: ['confirmed'] });
    if (!session?.meeting) throw new Error('no meeting');
    const code = new URL(session.meeting.url).pathname.split('/').at(-1) ?? '';
    await pair.moveTo(session.startsAt);
    const visitors = [google.joins(code, tutor.name, true), google.joins(code, learner.name)];
    await pair.moveTo(session.endsAt);
    for (const visitor of visitors) google.leaves(code, visitor);
    const endsAt = session.endsAt.getTime();
    await pair.moveTo(endsAt + 15 * MINUTE);
    expect(learner.sees('is ready')).toBe(false);
    await pair.moveTo(endsAt + 30 * MINUTE);
    for (const human of [learner, tutor]) {
      await human.waitsFor('The recording of Algebra is ready');
      await human.waitsFor('The transcript of Algebra is ready');
      expect(human.sees(/drive\.google\.com\/file\/d\/video-/)).toBe(true);
    }
    // The one who was invited from the account's own domain gets in; of the other nobody knows.
    expect([learner, tutor].map((human) => human.sees('If Google doesn’t let you in'))).toEqual([false, true]);
    const kept = await app.store.session(session.id);
    expect(kept?.recordingUrl).toContain('/video-');
    expect(kept?.transcriptUrl).toContain('/text-');
    await pair.moveTo(endsAt + 120 * MINUTE);
    await pair.settled();
    expect(learner.messages().filter((one) => one.includes('The recording of Algebra is ready'))).toHaveLength(1);

    // Of whoever is deleted nothing is to be looked at any more.
    await learner.types('/settings', { what: 'delete' });
    await learner.waitsFor('Yes, delete me');
    await learner.presses('Yes, delete me');
    await learner.waitsFor('Really?');
    await learner.presses('Delete me for good');
    await tutor.waitsFor('The link is gone: somebody in it has had their data deleted.');
    await pair.settled();
    expect(tutor.sees(/(drive|docs)\.google\.com/)).toBe(false);
    expect(pair.faults).toEqual([]);
  });
});

import { afterEach, expect, test } from 'vitest';
import { acrossChats, books, type Pair } from '../world/pairs.ts';

acrossChats((meet) => {
  let pair: Pair;
  afterEach(() => pair.stop());

  async function confirmed() {
    const { learner, tutor } = pair;
    await books(learner, tutor.name);
    await tutor.waitsFor('asks you for a session');
    await tutor.presses('Confirm');
    await learner.waitsFor(/\/j\//);
    await tutor.waitsFor(/\/j\//);
    await pair.settled();
    const [session] = await pair.app.store.sessions({ states: ['confirmed'] });
    if (!session) throw new Error('nothing is confirmed');
    return session;
  }
  const linkOf = (text: string) => /\/j\/[0-9A-Za-z]+/.exec(text)?.[0] ?? '';

  test('the door opens 15 minutes before, and the session starts when both are there and its time has come', async () => {
    pair = await meet();
    const { learner, tutor, app } = pair;
    const { id, startsAt } = await confirmed();
    await learner.presses('Join');
    await learner.waitsFor('It’s too early for that');
    await pair.moveTo(new Date(startsAt.getTime() - 15 * 60_000));
    await learner.presses('Join');
    await learner.waitsFor('Open the room');
    expect(learner.sees(`Who is there: ${learner.name}`)).toBe(true);
    await tutor.presses('Join');
    await tutor.waitsFor('Open the room');
    await pair.settled();
    expect((await app.store.session(id))?.state).toBe('confirmed');
    await pair.moveTo(startsAt);
    expect((await app.store.session(id))?.state).toBe('started');
    expect(learner.buttons()).toContain('End the session');
    expect(pair.faults).toEqual([]);
  });

  test('a personal link lets its owner in, within the window, and a preview records nothing', async () => {
    pair = await meet();
    const { learner, app, origin } = pair;
    const { id, startsAt, endsAt } = await confirmed();
    const link = `${origin}${linkOf(learner.reads())}`;
    const enter = () => fetch(link, { method: 'POST', redirect: 'manual' });
    const joined = async () => (await app.store.session(id))?.participants.filter((one) => one.joinedAt).length;
    expect((await enter()).status).toBe(409);
    await pair.moveTo(new Date(startsAt.getTime() - 5 * 60_000));
    expect((await fetch(link)).status).toBe(200);
    expect(await joined()).toBe(0);
    const answer = await enter();
    expect(answer.status).toBe(303);
    expect(answer.headers.get('location')).toContain(`${pair.rooms.paths.jitsi}/tutorline-`);
    expect(await joined()).toBe(1);
    await pair.moveTo(endsAt);
    expect((await enter()).status).toBe(410);
    expect((await fetch(`${origin}/j/${'x'.repeat(24)}`, { method: 'POST', redirect: 'manual' })).status).toBe(404);
    expect(pair.faults).toEqual([]);
  });

  test('the clock ends a session that nobody ended, a quarter of an hour after its end', async () => {
    pair = await meet();
    const { learner, tutor, app } = pair;
    const { id, endsAt } = await confirmed();
    await pair.moveTo(new Date(endsAt.getTime() + 14 * 60_000));
    expect((await app.store.session(id))?.state).toBe('confirmed');
    await pair.moveTo(new Date(endsAt.getTime() + 15 * 60_000));
    await learner.waitsFor(`How was your session with ${tutor.name}?`);
    await tutor.waitsFor(`How was your session with ${learner.name}?`);
    // One reminder to rate after a day, then silence.
    const asked = () => learner.messages().filter((message) => message.includes('how was it?')).length;
    const first = asked();
    await pair.moveTo(new Date(endsAt.getTime() + 25 * 3_600_000));
    expect(asked()).toBe(first + 1);
    await pair.moveTo(new Date(endsAt.getTime() + 60 * 3_600_000));
    expect(asked()).toBe(first + 1);
    expect(pair.faults).toEqual([]);
  });

  test('both say that it did not take place, and nobody is rated', async () => {
    pair = await meet();
    const { learner, tutor, app } = pair;
    const { id, endsAt } = await confirmed();
    await pair.moveTo(new Date(endsAt.getTime() + 15 * 60_000));
    for (const human of [learner, tutor]) {
      await human.waitsFor('How was your session');
      await human.presses('It didn’t take place');
      await human.waitsFor('dialog: What happened?');
      await human.fills({ missing: 'learner' });
      await human.waitsFor('You said that it didn’t take place');
    }
    await pair.settled();
    expect((await app.store.session(id))?.participants[0]?.outcome).toBe('learner-missing');
    expect(pair.faults).toEqual([]);
  });

  test('a rating can be changed for a week, and the average follows', async () => {
    pair = await meet();
    const { learner, app } = pair;
    const { id, endsAt, tutor } = await confirmed();
    await pair.moveTo(new Date(endsAt.getTime() + 15 * 60_000));
    await learner.waitsFor('How was your session');
    await learner.presses('Rate the session');
    await learner.waitsFor('dialog: How was it?');
    await learner.fills({ rating: '2' });
    await learner.waitsFor('You gave ★★☆☆☆ 2/5.');
    await pair.settled();
    await learner.presses('Change my rating');
    await learner.waitsFor('dialog: How was it?');
    await learner.fills({ rating: '4' });
    await learner.waitsFor('You gave ★★★★☆ 4/5.');
    expect(await app.store.tutor(tutor ?? '')).toMatchObject({ ratingSum: 4, ratingCount: 1 });
    await pair.moveTo(new Date(endsAt.getTime() + 8 * 86_400_000));
    await pair.settled();
    expect(learner.sees('that week is over')).toBe(true);
    expect(learner.buttons()).not.toContain('Change my rating');
    // An old card that was never brought up to date.
    await app.reception.submit(await pair.actor(learner), 'rate', { session: id, rating: '1' });
    expect(await app.store.tutor(tutor ?? '')).toMatchObject({ ratingSum: 4, ratingCount: 1 });
    expect(pair.faults).toEqual([]);
  });
});

import { afterEach, expect, test } from 'vitest';
import { acrossChats, books, type Pair } from '../world/pairs.ts';
import { createWorld } from '../world/world.ts';

const MINUTE = 60_000;

acrossChats((meet) => {
  let pair: Pair;
  afterEach(() => pair.stop());

  /** A session that is over, to which both came. */
  async function held() {
    const { learner, tutor, app } = pair;
    await books(learner, tutor.name);
    await tutor.waitsFor('asks you for a session');
    await tutor.presses('Confirm');
    await learner.waitsFor(/\/j\//);
    await tutor.waitsFor(/\/j\//);
    await pair.settled();
    const [session] = await app.store.sessions({ states: ['confirmed'] });
    if (!session) throw new Error('nothing is confirmed');
    await pair.moveTo(session.startsAt.getTime() - 5 * MINUTE);
    await learner.presses('Join');
    await tutor.presses('Join');
    await learner.waitsFor('Open the room');
    await tutor.waitsFor('Open the room');
    await pair.moveTo(session.endsAt.getTime() + 15 * MINUTE);
    await learner.waitsFor('How was your session');
    await tutor.waitsFor('How was your session');
    return session;
  }

  test('history keeps where it was, the link that still leads there, the note, the recording, the notes, and who came', async () => {
    pair = await meet();
    const { learner, tutor, admin, app } = pair;
    const { id } = await held();
    const url = (await app.store.session(id))?.meeting?.url ?? '?';
    await app.store.transaction((tx) => tx.annotateSession(id, { recordingUrl: 'https://zoom.example/rec/1' }));
    await tutor.presses('Rate the session');
    await tutor.waitsFor('dialog: How was it?');
    expect(tutor.sees('Only admins read it')).toBe(true);
    await tutor.fills({ rating: '4', notes: 'Practise factoring.' });
    await tutor.waitsFor('You gave ★★★★☆');
    await pair.settled();
    const kept = [
      /Where: Jitsi/,
      url,
      /Quadratic equations/,
      /Recording: \S*zoom\.example\/rec\/1/,
      /Practise factoring\./,
      new RegExp(`Who came: ${learner.name} \\(.*${tutor.name} \\(`),
    ];
    for (const human of [learner, tutor, admin]) {
      human.reloads();
      if (human !== admin) {
        await human.types('/sessions', { which: 'past' });
        await human.waitsFor('Your past sessions');
        for (const what of kept) expect(human.sees(what), `${what} in the list of ${human.name}`).toBe(true);
        human.reloads();
        await human.types('/sessions', { which: 'past' });
        await human.waitsFor('Your past sessions');
      } else {
        await human.types('/tutoring sessions');
        await human.waitsFor('Everybody’s upcoming sessions');
        await human.presses('Past sessions');
        await human.waitsFor('Everybody’s past sessions');
      }
      await human.presses('Open');
      await pair.settled();
      const opened = human.messages().at(-1) ?? '';
      for (const what of kept) expect(opened, `opened by ${human.name}`).toMatch(what);
    }
    expect(pair.faults).toEqual([]);
  });

  test('the form says who reads the comment; the tutor does if the learner lets them, and admins read all with the stars', async () => {
    pair = await meet();
    const { learner, tutor, admin } = pair;
    await held();
    expect(tutor.sees('Only admins see your rating and your comment; your notes are for both of you')).toBe(true);
    expect(learner.sees('Only admins')).toBe(false);
    await learner.presses('Rate the session');
    await learner.waitsFor('dialog: How was it?');
    expect(learner.sees('Who may read that?')).toBe(true);
    expect(learner.dialog()?.['readers']).toBe(`${tutor.name} and the admins`);
    await learner.fills({ rating: '4', comment: 'Now I get it' });
    await tutor.waitsFor(`Comment by ${learner.name}: Now I get it`);
    await pair.settled();
    await learner.presses('Change my rating');
    await learner.waitsFor('dialog: How was it?');
    await learner.fills({ rating: '2', comment: 'Too fast', readers: 'admins' });
    await learner.waitsFor('You gave ★★☆☆☆');
    await pair.settled();
    expect(tutor.sees('Too fast')).toBe(false);
    expect(tutor.sees('Now I get it')).toBe(false);
    await admin.types('/tutoring sessions');
    await admin.waitsFor('Everybody’s upcoming sessions');
    await admin.presses('Past sessions');
    await admin.waitsFor(`${learner.name}: ★★☆☆☆ 2/5 · “Too fast” (for admins only)`);
    await admin.presses('Open');
    await admin.waitsFor(`${learner.name}: ★★☆☆☆ 2/5 · “Too fast” (for admins only)`, 2);
    expect(pair.faults).toEqual([]);
  });

  test('who does not agree on whether it took place reads what happens; the admins get a card, and decide', async () => {
    pair = await meet();
    const { learner, tutor, admin, app } = pair;
    const { id, tutor: tutorId } = await held();
    await learner.presses('Rate the session');
    await learner.waitsFor('dialog: How was it?');
    await learner.fills({ rating: '5' });
    await learner.waitsFor('You gave ★★★★★');
    await tutor.presses('It didn’t take place');
    await tutor.waitsFor('dialog: What happened?');
    await tutor.fills({ missing: 'learner' });
    for (const human of [learner, tutor])
      await human.waitsFor('You two say different things about whether it took place. I’ve asked the admins');
    await admin.waitsFor(`${learner.name} and ${tutor.name} don’t agree on Algebra`);
    expect(admin.sees(`${learner.name} says: it took place`)).toBe(true);
    expect(admin.sees(`${tutor.name} says: the learner didn’t come`)).toBe(true);
    expect(await app.store.tutor(tutorId ?? '')).toMatchObject({ ratingCount: 0 });
    await admin.presses('It took place');
    await admin.waitsFor('It’s decided: took place');
    await learner.waitsFor('You gave ★★★★★');
    await pair.settled();
    expect(tutor.sees('You two say different things')).toBe(false);
    expect(await app.store.tutor(tutorId ?? '')).toMatchObject({ ratingSum: 5, ratingCount: 1 });
    expect((await app.store.session(id))?.participants[0]?.outcome).toBe('took-place');
    expect(admin.buttons()).not.toContain('It took place');
    expect(pair.faults).toEqual([]);
  });

  test('an admin who was in it does not decide it: another one does', async () => {
    pair = await meet();
    pair = { ...pair, learner: pair.learner.chat === 'slack' ? pair.grace : pair.priya };
    const { learner, tutor, admin, app } = pair;
    const { id } = await held();
    await learner.presses('Rate the session');
    await learner.waitsFor('dialog: How was it?');
    await learner.fills({ rating: '5' });
    await learner.waitsFor('You gave ★★★★★');
    await tutor.presses('It didn’t take place');
    await tutor.waitsFor('dialog: What happened?');
    await tutor.fills({ missing: 'learner' });
    await learner.waitsFor(`${learner.name} and ${tutor.name} don’t agree on Algebra`);
    await learner.presses('It took place');
    await learner.waitsFor('You were in this session, so another admin has to decide');
    await pair.settled();
    expect((await app.store.session(id))?.participants[0]?.outcome).toBe('disputed');
    await admin.presses('It took place');
    await admin.waitsFor('It’s decided: took place');
    await pair.settled();
    expect((await app.store.session(id))?.participants[0]?.outcome).toBe('took-place');
    expect(pair.faults).toEqual([]);
  });

  test('an admin confirms from /tutoring sessions, on a platform of their choice, the tutor’s usual one first', async () => {
    pair = await meet({
      env: { MEETING_PLATFORMS: 'jitsi,custom', CUSTOM_MEETING_BASE_URL: 'https://rooms.example.org/tutoring' },
    });
    const { learner, tutor, admin } = pair;
    await tutor.types('/teach', { what: 'change' });
    await tutor.waitsFor('dialog: Your offer');
    await tutor.fills({});
    await tutor.waitsFor('This is what learners see');
    await tutor.chooses('rooms.example.org');
    await books(learner, tutor.name, '2026-12-03 17:00');
    await pair.settled();
    await admin.types('/tutoring sessions');
    await admin.waitsFor(`Algebra: ${learner.name} with ${tutor.name}`);
    await admin.presses('Open');
    await pair.settled();
    const confirms = admin.buttons().filter((label) => label.startsWith('Confirm'));
    expect(confirms).toEqual(['Confirm on rooms.example.org', 'Confirm on Jitsi']);
    await admin.presses('Confirm on Jitsi');
    await learner.waitsFor('Where: Jitsi');
    // What is opened stays open, as it is now.
    await pair.settled();
    expect(admin.messages().at(-1)).toMatch(/confirmed/);
    expect(admin.buttons()).not.toContain('Decline');

    await books(learner, tutor.name, '2026-12-04 17:00');
    await pair.settled();
    admin.reloads();
    await admin.types('/tutoring sessions');
    await admin.waitsFor('waiting for an answer');
    const [, second] = await pair.app.store.sessions({ states: ['requested', 'confirmed'], order: 'soonest' });
    const by = await pair.actor(admin, true);
    const declined = await pair.app.reception.run(by, 'decline', {
      session: second?.id ?? '',
      version: String(second?.version),
      reason: 'No time left',
      on: 'opened',
    });
    expect(declined.kind).toBe('replace');
    await learner.waitsFor(`${admin.name} (admin) declined: `);
    expect(pair.faults).toEqual([]);
  });
});

test('More turns the page where it is, in both chats', async () => {
  const world = await createWorld({ env: { OPEN_REQUESTS: '5,5' } });
  const { lena, noor, theo, grace, priya } = world;
  for (const learner of [lena, noor])
    for (const day of ['01', '02', '03', '04', '07']) {
      await books(learner, theo.name, `2026-12-${day} ${learner === lena ? '16:00' : '12:00'}`);
      await world.settled();
    }
  for (const human of [lena, noor]) {
    await human.types('/sessions');
    await human.waitsFor('Your upcoming sessions');
    const before = human.messages().length;
    await human.presses('More');
    await human.waitsFor('Back');
    await human.presses('Back');
    await human.waitsFor('More');
    await human.presses('Past sessions');
    await human.waitsFor('Your past sessions');
    expect(human.messages()).toHaveLength(before);
    expect(human.sees('Your upcoming sessions')).toBe(false);
  }
  for (const admin of [grace, priya]) {
    await admin.types('/tutoring sessions');
    await admin.waitsFor('Everybody’s upcoming sessions');
    const before = admin.messages().length;
    await admin.presses('More');
    await admin.waitsFor('Back');
    await admin.presses('Past sessions');
    await admin.waitsFor('Everybody’s past sessions');
    expect(admin.messages()).toHaveLength(before);
  }
  expect(world.faults).toEqual([]);
  await world.stop();
});

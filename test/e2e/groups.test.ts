import { afterEach, expect, test } from 'vitest';
import type { Human } from '../world/human.ts';
import { createWorld, type World } from '../world/world.ts';

let world: World;
afterEach(() => world.stop());

/** The channel in which Slack's people type, and the server's. */
const GENERAL = 'C0GENERAL1';

async function opens(tutor: Human, fields: Readonly<Record<string, string>>): Promise<void> {
  if (tutor.chat === 'slack') await world.slack.types(tutor.userId, GENERAL, '/tutorline teach group');
  else await tutor.types('/teach', { what: 'group' });
  await tutor.waitsFor('dialog: Open a group session');
  await tutor.fills({ subject: 'Algebra', note: 'Exam preparation', ...fields });
  await tutor.waitsFor('Nothing is opened until');
  await tutor.presses('Open it');
  await tutor.waitsFor('It’s open, and I’m announcing it');
}

test('eight learners of both chats: a waitlist, one leaves and the next moves up, the meeting, and how it was for each', async () => {
  world = await createWorld({ locale: 'en-US' });
  const { theo, jonas, lena, mateo, ada, grace, noor, lucia, camila, priya, slack } = world;
  await opens(theo, { when: '2026-12-02 17:00', places: '2-6' });
  // The bot is not in that channel: whoever wanted it there reads what to do.
  await theo.waitsFor('/invite @Tutorline');
  slack.invites(GENERAL);
  await slack.types(theo.userId, GENERAL, '/tutorline tutors');
  await theo.waitsFor('You teach it');
  await theo.presses('Announce it here');
  await lena.waitsFor('Group session: Algebra with Theo Park');
  expect(lena.sees('0 of 6 taken')).toBe(true);

  // From the card in Slack's channel, and from /tutors in the other chat.
  const signsUp = async (human: Human, from: 'the card' | 'the list') => {
    if (from === 'the list') await human.types('/tutors');
    await human.waitsFor('Group session: Algebra with Theo Park');
    await human.presses('Sign up');
    await human.waitsFor('You’re signed up. The details come');
  };
  await Promise.all([lena, mateo, ada, grace].map((human) => signsUp(human, 'the card')));
  await Promise.all([noor, lucia].map((human) => signsUp(human, 'the list')));
  await world.settled();
  expect(lena.sees('6 of 6 taken')).toBe(true);
  await camila.types('/tutors');
  await camila.waitsFor('Group session');
  await camila.presses('Join the waitlist');
  await camila.waitsFor('number 1 on the waitlist');
  // Announced in the server, too, by an admin there.
  await priya.types('/tutors');
  await priya.waitsFor('Group session');
  await priya.presses('Announce it here');
  await priya.waitsFor('I’m announcing it in this channel');
  await jonas.waitsFor('1 on the waitlist');
  await jonas.presses('Join the waitlist');
  await jonas.waitsFor('number 2 on the waitlist');
  // Whoever is in it cannot be somewhere else at that time.
  await lena.presses('Sign up').catch(() => lena.presses('Join the waitlist'));
  await lena.waitsFor('You’re in this session already');

  await mateo.types('/sessions');
  await mateo.waitsFor('Your upcoming sessions');
  await mateo.presses('Leave');
  await mateo.waitsFor('You’ve left: Algebra with Theo Park');
  await camila.waitsFor('A place came free, and it’s yours');
  await world.settled();
  expect(lena.sees('6 of 6 taken · 1 on the waitlist')).toBe(true);
  expect(jonas.sees('6 of 6 taken · 1 on the waitlist')).toBe(true);
  expect(theo.sees(/Signed up: .*Camila/)).toBe(true);
  await theo.waitsFor(/Link: \S*\/j\//);
  await camila.waitsFor(/Link: \S*\/j\//);
  // One card says so, and what else there was of it is a line.
  const said = (words: string) => mateo.messages().filter((message) => message.includes(words)).length;
  expect(said('You’re not in this session any more')).toBe(1);
  expect(said('You’re not in it any more: Algebra with Theo Park')).toBeGreaterThan(0);
  // What is public names nobody.
  expect(jonas.reads()).not.toContain('Lena Vogt');

  await world.moveTo('2026-12-02T21:00:00Z');
  for (const human of [theo, lena, noor, camila]) expect(human.sees(/Algebra with .* starts/)).toBe(true);
  expect(mateo.sees(/Algebra with .* starts/)).toBe(false);
  await world.moveTo('2026-12-02T21:50:00Z');
  await theo.presses('Join');
  await lena.presses('Join');
  await world.moveTo('2026-12-02T22:00:00Z');
  await theo.presses('End the session');
  await theo.waitsFor('for everybody? The link stops working here, and everybody is asked');
  await theo.presses('Yes, end it');
  for (const human of [theo, lena, ada, grace, noor, lucia, camila]) await human.waitsFor('how was it?');
  await world.settled();
  await theo.presses('Rate the session');
  await theo.waitsFor('Who didn’t come?');
  const { missing: _asked, ...fields } = theo.dialog() ?? {};
  expect(Object.keys(fields)).toEqual(['rating', 'comment', 'notes']);
  await theo.fills({ rating: '5', notes: 'Read chapter two.' });
  await noor.presses('Rate the session');
  await noor.fills({ rating: '5' });
  await noor.waitsFor('★★★★★');
  await lena.waitsFor('Read chapter two.');
  expect(world.faults).toEqual([]);
});

test('too few sign up: it is called off, everybody hears of it, and the card says so', async () => {
  world = await createWorld({ locale: 'en-US' });
  const { jonas, lena, noor, lucia } = world;
  await opens(jonas, { when: '2026-12-02 17:00', places: '3-8' });
  await lucia.waitsFor('at least 3 by');
  await lucia.presses('Sign up');
  await lucia.waitsFor('You’re signed up');
  await lena.types('/tutors');
  await lena.waitsFor('Group session');
  await lena.presses('Sign up');
  await lena.waitsFor('You’re signed up');
  await world.moveTo('2026-12-02T10:00:00Z');
  for (const human of [jonas, lucia, lena])
    expect(human.sees('Too few people signed up, so it’s called off')).toBe(true);
  expect(noor.sees('Too few people signed up, so it was called off')).toBe(true);
  expect(noor.buttons()).not.toContain('Sign up');
  expect(world.faults).toEqual([]);
});

test('the people of a group say which of several times fit them; the tutor takes one, and it becomes the session', async () => {
  world = await createWorld({ locale: 'en-US' });
  const { jonas, lena, noor, lucia } = world;
  await opens(jonas, { when: '2026-12-02 17:00', places: '2-8' });
  await noor.waitsFor('Group session');
  await Promise.all([noor.presses('Sign up'), lucia.presses('Sign up')]);
  await lena.types('/tutors');
  await lena.waitsFor('Group session');
  await lena.presses('Sign up');
  await world.settled();
  await jonas.presses('Find another time');
  await jonas.waitsFor('dialog: Find a time together');
  await jonas.fills({ times: '2026-12-04 17:00\n2026-12-05 10:00' });
  await jonas.waitsFor('Nobody is asked until');
  await jonas.presses('Ask them');
  await jonas.waitsFor('No answer yet: ');
  for (const human of [lena, noor, lucia]) await human.waitsFor('When does it suit you? Algebra with Jonas Weber');
  const [, second = ''] = lena.buttonsOf('When does it suit you?');
  await lena.presses(second);
  await noor.presses(/^☐ 2/);
  await lucia.presses(/^☐ 1/);
  await world.settled();
  expect(lena.buttonsOf('When does it suit you?')[1]).toBe(second.replace('☐', '☑'));
  await jonas.waitsFor(/fits (Lena Vogel, Noor Haddad|Noor Haddad, Lena Vogel)/);
  await jonas.presses(/^Take Sat.*\(2\)$/);
  await jonas.waitsFor('with 2 signed up');
  await world.settled();
  for (const human of [lena, noor]) {
    expect(human.sees('is the time of the session')).toBe(true);
    await human.waitsFor('Jonas Weber opened this group session', 2);
  }
  // Whom it does not fit may still come.
  expect(lucia.sees('If you’re not in it yet')).toBe(true);
  // One of which no time is taken is over with the last of them, and says so.
  await jonas.presses('Find another time');
  await jonas.waitsFor('dialog: Find a time together');
  await jonas.fills({ times: '2026-12-01 17:00\n2026-12-01 19:00' });
  await jonas.waitsFor('Nobody is asked until');
  await jonas.presses('Ask them');
  await noor.waitsFor('When does it suit you? Algebra with Jonas Weber', 2);
  await world.settled();
  await world.moveTo('2026-12-01T19:01:00Z');
  expect(noor.sees('This poll is over, and no time was taken.')).toBe(true);
  expect(world.faults).toEqual([]);
});

test.each(['theo', 'jonas'] as const)(
  '%s: a group is recorded when everybody in it agrees, and who did not come is said of each',
  async (who) => {
    world = await createWorld({ locale: 'en-US', env: { MEETING_PLATFORMS: 'zoom,jitsi' } });
    const { lena, noor, lucia, app } = world;
    const tutor = world[who];
    await opens(tutor, { when: '2026-12-02 17:00', places: '2-6' });
    await world.settled();
    for (const human of [lena, noor]) {
      await human.types('/tutors');
      await human.waitsFor('Group session: Algebra');
      await human.presses('Sign up');
      await human.waitsFor('You’re signed up');
    }
    await world.settled();
    const wanted = () => app.store.sessions({ states: ['confirmed'] }).then(([one]) => one);
    await tutor.presses('Ask to record');
    for (const human of [lena, noor]) await human.waitsFor('recorded only if everybody agrees');
    await lena.presses('Agree');
    await noor.presses('No');
    await world.settled();
    expect((await wanted())?.participants.map(({ agreesToRecording }) => agreesToRecording)).toEqual([
      true,
      true,
      false,
    ]);
    expect(tutor.sees('Everybody agreed')).toBe(false);
    await noor.presses('Ask to record');
    await tutor.waitsFor('Everybody agreed: the session will be recorded.');
    // Whoever comes later is asked as well, and until they agree nothing is recorded.
    await lucia.types('/tutors');
    await lucia.waitsFor('Group session: Algebra');
    await lucia.presses('Sign up');
    await lucia.waitsFor('recorded only if everybody agrees');
    await world.settled();
    expect(tutor.sees('Everybody agreed')).toBe(false);
    await lucia.presses('Agree');
    await tutor.waitsFor('Everybody agreed: the session will be recorded.');

    const session = await wanted();
    await world.moveTo(session?.startsAt.getTime() ?? 0);
    await tutor.presses('Join');
    await lena.presses('Join');
    await world.moveTo((session?.startsAt.getTime() ?? 0) + 30 * 60_000);
    await tutor.presses('End the session');
    await tutor.waitsFor('for everybody?');
    await tutor.presses('Yes, end it');
    await lena.waitsFor('how was it?');
    await world.settled();
    await tutor.presses('Rate the session');
    await tutor.waitsFor('Who didn’t come?');
    // Whoever did not enter by us stands first.
    expect(tutor.choices('missing').at(-1)).toBe(lena.name);
    await tutor.fills({ rating: '5', missing: noor.name });
    await tutor.waitsFor('Thank');
    for (const human of [lena, lucia]) {
      await human.presses('Rate the session');
      await human.waitsFor('dialog: ');
      await human.fills({ rating: '5' });
    }
    await world.settled();
    const ended = session && (await app.store.session(session.id));
    const outcomes = await Promise.all(
      [lena, noor, lucia].map(async (human) => {
        const { person } = await world.actor(human);
        return ended?.participants.find((one) => one.person === person.id);
      }),
    );
    expect(outcomes.map((one) => [one?.outcome, one?.tutorClaim])).toEqual([
      ['took-place', undefined],
      [undefined, 'learner-missing'],
      ['took-place', undefined],
    ]);
    expect(world.faults).toEqual([]);
  },
);

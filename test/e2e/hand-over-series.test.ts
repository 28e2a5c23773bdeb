import { afterEach, expect, test } from 'vitest';
import type { Human } from '../world/human.ts';
import { acrossChats, type Pair } from '../world/pairs.ts';
import { START } from '../world/world.ts';

const HOUR = 3_600_000;

async function tutorsFor(admin: Human): Promise<readonly string[]> {
  return admin.chat === 'slack' ? admin.completes('', 'tutor', '') : admin.choices('tutor');
}

const times = (human: Human, text: string) => human.messages().filter((message) => message.includes(text)).length;

acrossChats((meet) => {
  let pair: Pair;
  afterEach(() => pair.stop());

  test('an admin gives the rest of a series to another tutor in one go: each reads it once, and one press answers it', async () => {
    pair = await meet();
    const { learner, tutor, admin, theo, jonas, app } = pair;
    const other = tutor.chat === 'slack' ? jonas : theo;
    // Slack says where she is.
    if (learner.chat === 'discord') await learner.types('/timezone', { zone: 'Berlin' });
    await pair.settled();
    await learner.says(`algebra with ${tutor.name} every friday at 17:00 for four weeks`);
    await learner.waitsFor('Are these right?');
    await learner.presses('Send the request');
    await tutor.waitsFor('asks you for 4 sessions');
    await tutor.presses('Confirm all 4');
    await learner.waitsFor('confirmed all 4');
    await pair.settled();
    const [first] = await app.store.sessions({ states: ['confirmed'], order: 'soonest' });
    const all = () => app.store.sessionsOfSeries(first?.series?.id ?? '');
    const [, , third] = await all();
    // At the third the other one has something else.
    const they = await pair.actor(other);
    await app.store.transaction((tx) =>
      tx.hold(
        they.person.id,
        { why: 'calendar', id: 'theirs' },
        third?.startsAt ?? new Date(),
        third?.endsAt ?? new Date(),
      ),
    );

    await pair.moveTo(START.getTime() + HOUR);
    await admin.types('/tutoring sessions');
    await admin.waitsFor('Everybody’s upcoming sessions');
    await admin.presses('Open');
    await pair.settled();
    await admin.presses('Hand it to…');
    await admin.waitsFor('This and the following: 4 sessions');
    const free = await tutorsFor(admin);
    await admin.fills({
      scope: 'following',
      tutor: free.find((one) => one.startsWith(other.name)) ?? '',
      platform: 'ask',
    });
    await admin.waitsFor(`I’ve asked ${other.name} for 3 sessions`);
    expect(admin.sees(`${other.name} can’t at one of the times, so that one stays as before`)).toBe(true);
    await learner.waitsFor(`${admin.name} (admin) has asked ${other.name} to teach 3 sessions of Algebra`);
    await tutor.waitsFor(`${admin.name} (admin) has given 3 sessions of Algebra`);
    await other.waitsFor('asks you for 3 sessions');
    await pair.settled();
    expect(times(learner, 'to teach')).toBe(1);
    expect(learner.sees(`${tutor.name} confirmed all 4`)).toBe(true);
    expect(times(tutor, 'to somebody else')).toBe(1);
    await tutor.waitsFor('out of your calendar');
    expect((await tutor.files()).at(-1)?.text.match(/STATUS:CANCELLED/g)).toHaveLength(3);

    await other.presses('Confirm all 3');
    await learner.waitsFor('confirmed all 3');
    await pair.settled();
    const me = (await pair.actor(tutor)).person.id;
    expect((await all()).map((one) => [one.state, one.tutor === me])).toEqual([
      ['confirmed', false],
      ['confirmed', false],
      ['confirmed', true],
      ['confirmed', false],
    ]);
    expect(pair.faults).toEqual([]);
  });
});

import { afterEach, expect, test } from 'vitest';
import { acrossChats, books, type Pair } from '../world/pairs.ts';

const DAY = 86_400_000;
const TRICKY = 'Is 3.2 on it? <!channel> @everyone [here](https://evil.example) https://evil.example/a *b*';

acrossChats((meet) => {
  let pair: Pair;
  afterEach(() => pair.stop());

  test('the people of a session write to each other, whichever chats they use, for a week after it; admins read it where everybody is told', async () => {
    pair = await meet();
    const { learner, tutor, admin, app } = pair;
    await books(learner, tutor.name);
    await pair.settled();
    await tutor.presses('Confirm');
    await learner.waitsFor('Where: ');
    await pair.settled();

    await learner.presses('Message');
    await learner.waitsFor('dialog: Write a message');
    await learner.fills({ text: TRICKY });
    await learner.waitsFor('I’ve passed it on to');
    await tutor.waitsFor('writes to you');
    // It is what she typed, and nothing in it can be pressed or calls anybody.
    expect(tutor.reads().replaceAll('\\', '').replaceAll('\u200b', '')).toContain('Is 3.2 on it?');
    expect(JSON.stringify(pair.traffic)).not.toMatch(/"type":"(broadcast|link)"[^}]*(channel|evil)/);
    await tutor.presses('Reply');
    await tutor.waitsFor('dialog: Write a message');
    await tutor.fills({ text: 'Yes, all of chapter three.' });
    await learner.waitsFor('Yes, all of chapter three.');
    await learner.presses('Earlier messages');
    await learner.waitsFor('Messages: ');
    expect(learner.messages().at(-1)).toMatch(/all of chapter three[\s\S]*Is 3\.2 on it/);

    // Who is bothered by a message tells the admins, with what was written.
    await tutor.presses('Report to the admins');
    await tutor.waitsFor('dialog: Report');
    expect(tutor.dialog()?.['reason']).toContain('Is 3.2 on it?');
    await tutor.fills({});
    await admin.waitsFor(`Somebody reported ${learner.name}`);
    expect(admin.sees('Is 3.2 on it?')).toBe(true);
    await pair.settled();

    // An admin cannot read it, and can once everybody is told.
    const opens = async () => {
      await admin.types('/tutoring sessions');
      await admin.waitsFor('Everybody’s upcoming sessions');
      await admin.presses('Open');
      await pair.settled();
    };
    await opens();
    expect(admin.buttonsOf('Quadratic equations')).not.toContain('Earlier messages');
    await admin.types('/tutoring status');
    await admin.waitsFor('and only they read it');
    await admin.presses('Messages');
    await admin.waitsFor('dialog: Messages');
    await admin.fills({ messages: 'seen' });
    await admin.waitsFor('Saved. It counts from now on');
    await opens();
    await admin.presses('Earlier messages');
    await admin.waitsFor('all of chapter three');
    await learner.presses('Reply');
    await learner.waitsFor('Admins of your organization can read it too');
    await learner.fills({ text: 'Thank you!' });
    await tutor.waitsFor('Thank you!');
    expect(tutor.sees('Admins of your organization can read what you write to each other.')).toBe(true);

    // A week after it nobody writes here any more.
    const [session] = await app.store.sessions({ states: ['confirmed'] });
    await pair.moveTo((session?.endsAt.getTime() ?? 0) + 7 * DAY + 1);
    for (const human of [learner, tutor]) expect(human.buttons()).not.toContain('Reply');
    const late = app.reception.run(await pair.actor(tutor), 'message', { session: session?.id ?? '', text: 'Hello?' });
    await expect(late).resolves.toMatchObject({
      message: { text: [{ text: expect.stringContaining('a week after') }] },
    });
    expect(pair.faults).toEqual([]);
  });
});

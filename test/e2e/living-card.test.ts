import { afterEach, describe, expect, test } from 'vitest';
import { sessionSubject } from '../../src/core/owing/subject.ts';
import type { Human } from '../world/human.ts';
import { acrossChats, books, type Pair } from '../world/pairs.ts';
import { createWorld } from '../world/world.ts';

/** The cards on somebody's screen: what stands there with all that belongs to the session. */
const cards = (human: Human) => human.messages().filter((message) => message.includes('What to achieve: '));
/** A whole way, on a busy machine. */

const about = (human: Human, what: string) => human.messages().filter((message) => message.includes(what));

acrossChats((meet) => {
  let pair: Pair;
  afterEach(() => pair.stop());

  test('each has one card of a session, from the request to what became of it, and news that lead to it', async () => {
    pair = await meet();
    const { learner, tutor } = pair;
    await books(learner, tutor.name);
    await tutor.waitsFor('asks you for a session');
    await pair.settled();
    // Beside what goes into calendars.
    const said = (human: Human) => human.messages().filter((message) => !/^ ?$|For your calendar/.test(message)).length;
    const before = new Map([learner, tutor].map((human) => [human, said(human)]));
    const isNew = (human: Human) => said(human) - (before.get(human) ?? 0);

    // The request becomes where and when to meet; who asked hears of it, one press from the door and from the card.
    await tutor.presses('Confirm');
    await learner.waitsFor(`${tutor.name} confirmed: Algebra`);
    await tutor.waitsFor(/\/j\//);
    await pair.settled();
    for (const human of [learner, tutor]) {
      expect(cards(human)).toHaveLength(1);
      expect(cards(human)[0]).toMatch(/Link: [\s\S]*\/j\//);
    }
    expect(cards(tutor)[0]).toContain('You confirmed. I’ll remind you in time.');
    expect(cards(learner)[0]).toContain(`${tutor.name} confirmed. I’ll remind you in time.`);
    expect([isNew(learner), isNew(tutor)]).toEqual([1, 0]);
    expect(learner.opens(`${tutor.name} confirmed`)).toBe(cards(learner)[0]);
    expect(learner.buttonsOf(`${tutor.name} confirmed`)).toEqual(['Join', 'Open']);

    // A reminder carries the way in itself.
    const [session] = await pair.app.store.sessions({ states: ['confirmed'] });
    const startsAt = session?.startsAt.getTime() ?? 0;
    await pair.moveTo(startsAt - 10 * 60_000);
    for (const human of [learner, tutor]) {
      const late = ['5 min late', '10 min late', '15 min late'];
      expect(human.buttonsOf(/Algebra with [\p{L} ]+ starts/u)).toEqual(['Join', ...late, 'Open']);
      expect(cards(human)).toHaveLength(1);
    }

    // After the end: one line that asks, and nothing else says that it is over.
    await learner.presses('Join');
    await tutor.presses('Join');
    await pair.moveTo(startsAt + 60_000);
    await pair.moveTo(startsAt + 50 * 60_000);
    await tutor.presses('End the session');
    await tutor.waitsFor('for everybody?');
    await tutor.presses('Yes, end it');
    await learner.waitsFor(/Algebra with .*: how was it\?/);
    await tutor.waitsFor(/Algebra with .*: how was it\?/);
    await pair.settled();
    for (const human of [learner, tutor]) {
      human.reloads();
      expect(about(human, 'is over')).toEqual([]);
      expect(about(human, 'how was it?')).toHaveLength(1);
      expect(human.buttons()).not.toContain('Join');
      expect(human.buttonsOf('how was it?')).toEqual(['Rate the session', 'It didn’t take place', 'Open']);
      expect(human.opens('how was it?')).toContain('How was your session with');
    }
    expect(pair.faults).toEqual([]);
  });

  test('a card that is gone while it is needed is sent anew, and what was sent before leads to the new one', async () => {
    pair = await meet();
    const { learner, tutor } = pair;
    await books(learner, tutor.name);
    await tutor.waitsFor('asks you for a session');
    await pair.settled();
    await deletesCard(pair);
    expect(cards(learner)).toEqual([]);
    await tutor.presses('Confirm');
    await learner.waitsFor('confirmed: Algebra');
    await pair.settled();
    expect(cards(learner)).toHaveLength(1);
    expect(cards(learner)[0]).toMatch(/\/j\//);
    expect(learner.opens('confirmed: Algebra')).toBe(cards(learner)[0]);
    expect(pair.faults).toEqual([]);
  });

  test('every card says who did it: an admin who confirms for the tutor, an admin who moves it', async () => {
    pair = await meet({ env: { DEFAULT_TIME_ZONE: 'Europe/Stockholm' } });
    const { learner, tutor, admin } = pair;
    await books(learner, tutor.name, '2026-12-03 17:00');
    await pair.moveTo(pair.now().getTime() + 24 * 3_600_000);
    await admin.presses(`Confirm for ${tutor.name}`);
    const who = `${admin.name} (admin)`;
    await tutor.waitsFor(`${who} confirmed for you: Algebra with ${learner.name}`);
    await learner.waitsFor(`${who} confirmed for ${tutor.name}: Algebra with ${tutor.name}`);
    await pair.settled();
    expect(tutor.sees('You confirmed')).toBe(false);
    expect(cards(tutor)[0]).toContain(`${who} confirmed for you.`);
    expect(cards(learner)[0]).toContain(`${who} confirmed for ${tutor.name}.`);

    await admin.types('/tutoring sessions');
    await admin.waitsFor('Everybody’s upcoming sessions');
    await admin.presses('Open');
    await pair.settled();
    await admin.presses('Move');
    await admin.waitsFor('dialog: Move the session');
    await admin.fills({ when: '2026-12-04 10:30' });
    await pair.settled();
    if (admin.chat === 'discord') await admin.presses(/^Move: /);
    await learner.waitsFor(`${who} moved it: Algebra with ${tutor.name}`);
    await tutor.waitsFor(`${who} moved it: Algebra with ${learner.name}`);
    await pair.settled();
    for (const human of [learner, tutor]) {
      expect(cards(human)).toHaveLength(1);
      expect(cards(human)[0]).toMatch(new RegExp(`Was: .*\\(${admin.name} \\(admin\\) moved it\\)`));
    }
    expect(pair.faults).toEqual([]);
  });
});

/** The learner's card is deleted, by whoever may do that. */
async function deletesCard({ learner, app, slack, discord, origin }: Pair): Promise<void> {
  const [session] = await app.store.sessions({});
  const { cards: shown } = await app.store.shown(sessionSubject(session?.id ?? ''));
  const { channel = '', messageId = '' } = shown.find(({ kind }) => kind === 'receipt') ?? {};
  const { status } =
    learner.chat === 'slack'
      ? await fetch(`${origin}${slack.credentials.apiPath}chat.delete`, {
          method: 'POST',
          headers: { authorization: `Bearer ${slack.credentials.botToken}` },
          body: new URLSearchParams({ channel, ts: messageId }),
        })
      : await fetch(`${origin}${discord.credentials.apiPath}/v10/channels/${channel}/messages/${messageId}`, {
          method: 'DELETE',
          headers: { authorization: `Bot ${discord.credentials.token}` },
        });
  expect([200, 204]).toContain(status);
}

describe('what is done from a list', () => {
  test.each(['lena', 'noor'] as const)(
    'is said in one line to %s: the card itself is in their messages',
    async (name) => {
      const world = await createWorld();
      const learner = world[name];
      const tutor = name === 'lena' ? world.theo : world.jonas;
      await books(learner, tutor.name);
      await tutor.waitsFor('asks you for a session');
      await tutor.types('/sessions');
      await tutor.waitsFor('waits for your answer');
      await world.settled();
      await tutor.presses('Confirm');
      await tutor.waitsFor(/\/j\//);
      await world.settled();
      expect(cards(tutor)).toHaveLength(1);
      expect(about(tutor, 'You confirmed.')).toHaveLength(2);
      expect(world.faults).toEqual([]);
      await world.stop();
    },
  );
});

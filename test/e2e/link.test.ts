import { afterEach, expect, test } from 'vitest';
import { acrossChats, books, type Pair } from '../world/pairs.ts';

acrossChats((meet) => {
  let pair: Pair;
  afterEach(() => pair.stop());

  test('whoever is in both chats is one person in them, until the admins take it back', async () => {
    pair = await meet();
    const { learner, tutor, admin } = pair;
    // The learner's other self is in the tutor's chat.
    const twin = tutor.chat === 'slack' ? pair.mateo : pair.lucia;
    await books(learner, tutor.name, '2026-12-02 17:00');
    await tutor.waitsFor('asks you for a session');
    await twin.types('/sessions');
    await twin.waitsFor('No hay nada previsto');
    await learner.types('/link');
    await learner.waitsFor('in your other chat within 10 minutes');
    const [, code = ''] = /\/link ([0-9A-Z-]{11})/.exec(learner.reads()) ?? [];
    await twin.types('/link', { code: code.toLowerCase() });
    await twin.waitsFor(learner.name);
    await twin.presses('Sí, soy yo');
    await twin.waitsFor('ahora eres una sola persona');
    await twin.types('/sessions');
    await twin.waitsFor(tutor.name);
    await admin.waitsFor('are one person now');
    await twin.types('/settings', { what: 'quiet' });
    await twin.waitsFor('dialog: Horas de silencio');
    await twin.fills({ chat: twin.chat });
    await twin.waitsFor('No tienes horas de silencio');
    await tutor.presses('Confirm');
    await twin.waitsFor('ha confirmado');
    await pair.settled();
    await admin.presses('Take it back');
    await admin.waitsFor('They are two people again');
    await pair.settled();
    twin.reloads();
    await twin.types('/sessions');
    await twin.waitsFor('No hay nada previsto');
    expect((await pair.actor(learner)).person.id).not.toBe((await pair.actor(twin)).person.id);
    expect(pair.faults).toEqual([]);
  });
});

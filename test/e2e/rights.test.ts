import { afterEach, expect, test } from 'vitest';
import { acrossChats, books, type Pair } from '../world/pairs.ts';

acrossChats((meet) => {
  let pair: Pair;
  afterEach(() => pair.stop());

  test('quiet hours, a language of one’s own, all that is stored, and the way out', async () => {
    pair = await meet();
    const { learner, tutor } = pair;
    await learner.types('/settings', { what: 'quiet' });
    await learner.waitsFor('dialog: Quiet hours');
    await learner.fills({ from: '22:00', to: '07:00' });
    await learner.waitsFor('I only write what can’t wait');
    await books(learner, tutor.name, '2026-12-02 17:00');
    await tutor.waitsFor('asks you for a session');
    await pair.settled();
    const { person } = await pair.actor(learner);
    const zone = person.zone ?? 'UTC';
    const at = (day: string, hour: string) =>
      Temporal.PlainDateTime.from(`${day}T${hour}`).toZonedDateTime(zone).epochMilliseconds;
    await pair.moveTo(at('2026-11-30', '22:30'));
    await tutor.presses('Confirm');
    await pair.settled();
    const told = () => learner.messages().filter((one) => one.includes('confirmed')).length;
    const before = told();
    await pair.moveTo(at('2026-12-01', '06:59'));
    expect(told()).toBe(before);
    await pair.moveTo(at('2026-12-01', '07:00'));
    await pair.settled();
    expect(told()).toBe(before + 1);

    await learner.types('/settings', { what: 'data' });
    await learner.waitsFor('Your data');
    await pair.settled();
    const [file] = (await learner.files()).filter(({ name }) => name.endsWith('.json'));
    const mine = JSON.parse(file?.text ?? '{}');
    expect(mine.you).toMatchObject({ name: learner.name, quietFrom: '22:00' });
    expect(mine.sessions).toMatchObject([{ tutor: [tutor.name], learners: ['you'], subject: 'Algebra' }]);
    expect(mine.accounts).toMatchObject([{ chat: learner.chat, userId: learner.userId }]);

    await learner.types('/settings');
    await learner.waitsFor('dialog: Settings');
    await learner.fills({ language: 'es' });
    // In the language that was chosen, all of it.
    await learner.waitsFor(/Guardado\. .*Te avisaré .*Tu zona horaria es/);

    await tutor.types('/settings', { what: 'delete' });
    await tutor.waitsFor('would be called off');
    await tutor.presses('Yes, delete me');
    await tutor.waitsFor('Really?');
    expect((await pair.app.store.sessions({ states: ['confirmed'] })).length).toBe(1);
    await tutor.presses('Delete me for good');
    await tutor.waitsFor('Done: nothing that I have stored');
    await learner.waitsFor(/alguien que ya no está (ha )?cancel/i);
    await pair.settled();
    const options = await pair.noor.completes('/book', 'tutor', tutor.name.slice(0, 4));
    expect(options.filter((option) => option.includes(tutor.name))).toEqual([]);
    await tutor.types('/sessions');
    await tutor.waitsFor('Nothing is planned');
    expect(pair.faults).toEqual([]);
  });
});

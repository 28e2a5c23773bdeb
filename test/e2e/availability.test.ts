import { afterEach, expect, test } from 'vitest';
import { acrossChats, books, type Pair } from '../world/pairs.ts';

acrossChats((meet) => {
  let pair: Pair;
  afterEach(() => pair.stop());

  test('a tutor says when they teach, in words and in dialogs, and what is agreed stays and is named', async () => {
    pair = await meet();
    const { learner, tutor, app } = pair;
    await books(learner, tutor.name, '2026-12-01 14:00');
    await tutor.waitsFor('asks you for a session');
    await tutor.presses('Confirm');
    await learner.waitsFor(/\/j\//);
    await pair.settled();

    await tutor.types('/availability');
    await tutor.waitsFor('Your availability');
    expect(tutor.buttonsOf('Your availability')).toEqual(
      expect.arrayContaining(['Weekly hours', 'Days that differ', 'What I offer', 'Breaks and limits']),
    );
    // In words: a night over midnight, a vacation, a Saturday more.
    await tutor.types('/availability', { change: 'Mon-Tue 20-22, Fri 22-1' });
    await tutor.waitsFor('Mon–Tue 20:00–22:00');
    expect(tutor.sees('Fri 22:00–01:00')).toBe(true);
    await tutor.waitsFor('One session lies outside your hours now. It stays as it is');
    expect(tutor.sees(`Algebra with ${learner.name}`)).toBe(true);
    await tutor.types('/availability', { change: 'off 24 Dec - 2 Jan' });
    await tutor.waitsFor(/(December 24|24 December) – .*: off/);
    await tutor.types('/availability', { change: 'extra 5 Dec 10-12' });
    await tutor.waitsFor(/(December 5|5 December): also 10:00–12:00/);
    await tutor.types('/availability', { change: 'off whenever' });
    await tutor.waitsFor('I didn’t understand “whenever”. Write one day');

    // In dialogs.
    await tutor.types('/availability');
    await pair.settled();
    await tutor.presses('Days that differ');
    await tutor.waitsFor('dialog: Days that differ');
    await tutor.fills({ kind: 'I’m away', from: '7 Dec', until: '6 Dec' });
    await tutor.waitsFor('The last day lies before the first one');
    if (tutor.dialog()) await tutor.fills({ until: '', hours: '20-21' });
    else {
      await tutor.presses('Change');
      await tutor.waitsFor('dialog: Days that differ');
      await tutor.fills({ until: '', hours: '20-21' });
    }
    await tutor.waitsFor(/(December 7|7 December): off 20:00–21:00/);
    await tutor.presses('What I offer');
    await tutor.waitsFor('dialog: What you offer');
    await tutor.fills({ every: '1 hour', notice: '1 day', outside: 'Nobody can ask' });
    await tutor.waitsFor('starting every 1 hour');
    expect(tutor.sees(/at least 1 day/)).toBe(true);
    await tutor.presses('Breaks and limits');
    await tutor.waitsFor('dialog: Breaks and limits');
    await tutor.fills({ before: '15 minutes', aDay: '1' });
    await tutor.waitsFor('Breaks: 15 minutes before, none after.');
    expect(tutor.sees('Sessions: 1 a day at most.')).toBe(true);
    await tutor.chooses(/(December 7|7 December): off/);
    await pair.settled();
    const by = await pair.actor(tutor);
    const now = await app.store.tutor(by.person.id);
    expect(now?.exceptions.map(({ kind, from }) => [kind, from])).toEqual([
      ['extra', '2026-12-05'],
      ['off', '2026-12-24'],
    ]);
    expect(now?.rules).toMatchObject({ everyMinutes: 60, noticeMinutes: 1440, takesOutside: false, mostADay: 1 });
    const [session] = await app.store.sessions({ states: ['confirmed'] });
    expect(session?.startsAt).toBeDefined();

    // Whoever asks for what is not offered hears why, and what is near.
    const asks = async (when: string, answer: string | RegExp) => {
      const wish = { tutor: tutor.name, subject: 'Algebra', when };
      await learner.types('/book', learner.chat === 'slack' ? {} : wish);
      if (learner.chat === 'slack') {
        await learner.waitsFor('dialog: Book a session');
        await learner.fills(wish);
      }
      await learner.waitsFor(answer);
    };
    await asks('2026-12-25 20:00', `${tutor.name} is away on that day`);
    await asks('2026-12-08 10:00', 'who takes no requests for other times');
    expect(pair.faults).toEqual([]);
  });
});

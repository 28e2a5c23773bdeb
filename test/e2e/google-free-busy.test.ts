import { afterEach, expect, test } from 'vitest';
import type { Human } from '../world/human.ts';
import { acrossChats, type Pair } from '../world/pairs.ts';

let pair: Pair;
afterEach(() => pair.stop());

const ADDRESS = 'tutor@school.example';
const BUTTON = 'Use my Google calendar’s busy times';

async function confirmsAddress(human: Human): Promise<void> {
  await human.types('/settings');
  await human.waitsFor('dialog: Settings');
  await human.fills({ zone: 'Berlin', email: ADDRESS });
  await human.waitsFor(`I’ve sent a code to ${ADDRESS}`);
  await expect.poll(() => pair.mail.letters(ADDRESS).length).toBe(1);
  const code = /^(\d{6}) is your code/.exec(pair.mail.letters(ADDRESS)[0]?.subject ?? '')?.[1] ?? '';
  await human.presses('Enter the code');
  await human.waitsFor('dialog: Confirm your address');
  await human.fills({ code });
  await human.waitsFor('Confirmed. Mails about your sessions');
}

acrossChats((meet) => {
  test('a tutor lets Google say when they are busy: nobody books them then, until they stop it', async () => {
    pair = await meet();
    const { learner, tutor, google } = pair;
    google.isBusy(ADDRESS, [{ start: '2026-12-01T16:00:00Z', end: '2026-12-01T17:00:00Z' }]);
    const { person } = await pair.actor(tutor);
    const books = async () => {
      const when = '2026-12-01T17:00[Europe/Berlin]';
      const wish = { tutor: person.id, subject: 'Algebra', when, length: '60', zone: 'Europe/Berlin' };
      return JSON.stringify(await pair.app.reception.run(await pair.actor(learner), 'book', wish));
    };

    await tutor.types('/calendar');
    await tutor.waitsFor('Your calendar');
    expect(tutor.sees(BUTTON)).toBe(false);
    await confirmsAddress(tutor);
    google.grantFreeBusy(false);
    await tutor.types('/calendar');
    await tutor.waitsFor(BUTTON);
    await tutor.presses(BUTTON);
    await tutor.waitsFor('I may not ask Google when people are busy');
    expect(await pair.app.store.foreignCalendars(person.id)).toEqual([]);
    google.grantFreeBusy(true);
    await tutor.presses(BUTTON);
    await tutor.waitsFor('1 stretch of time is taken there');
    expect(await books()).toContain('already has something at that time');

    await tutor.types('/calendar');
    await tutor.waitsFor(`I follow the calendar at ${ADDRESS}`);
    // It is followed already, so it is not offered once more.
    const [mine] = await pair.app.store.foreignCalendars(person.id);
    expect(mine).toMatchObject({ address: `google:${ADDRESS}`, name: ADDRESS, failing: undefined });
    const shown = await pair.app.reception.run(await pair.actor(tutor), 'calendar', {});
    expect(JSON.stringify(shown)).not.toContain('connect-google');
    await tutor.presses('Remove it');
    await tutor.waitsFor('Its times are free again');
    expect(await books()).not.toContain('already has something at that time');
    expect(pair.faults).toEqual([]);
  });
});

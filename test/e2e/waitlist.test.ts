import { afterEach, expect, test } from 'vitest';
import { acrossChats, type Pair } from '../world/pairs.ts';

const HOUR = 3_600_000;

acrossChats((meet) => {
  let pair: Pair;
  afterEach(() => pair.stop());

  test('who finds nothing free waits, is offered what opens, and lets it pass to the next', async () => {
    pair = await meet();
    const { learner, tutor, lena, noor, mateo, now, app } = pair;
    const second = learner === lena ? noor : lena;
    await noor.types('/timezone', { zone: 'Europe/Berlin' });
    await noor.waitsFor('Europe/Berlin');
    await tutor.types('/availability', { change: 'off 30 Nov - 27 Jan' });
    await tutor.waitsFor(/: off/);
    await tutor.types('/availability', { change: 'off 28 Jan - 31 Mar' });
    await tutor.waitsFor(/: off[\s\S]*: off/);

    const waits = async (human: typeof learner, answer: string | RegExp) => {
      await human.says(`book algebra with ${tutor.name} on 2026-12-02 16:00`);
      await human.waitsFor(/is away on that day|no está ese día/);
      await human.presses(/Tell me when it’s free|Avísame si hay hueco/);
      await human.waitsFor(answer);
    };
    await waits(learner, 'You’re the first in line.');
    await waits(second, '1 person is before you.');
    await second.presses('Only on some days…');
    await second.waitsFor('dialog: Only on some days');
    await second.fills({ days: '30 Nov - 12 Dec' });
    await second.waitsFor('I only tell you of times then');
    await waits(mateo, 'Hay 2 personas antes.');
    await pair.moveTo(now());
    expect(learner.sees('A time is free')).toBe(false);

    // Days that are of no use to her are not offered to her.
    const watch = (await app.store.watchesOf((await pair.actor(second)).person.id))[0];
    expect(watch?.within?.to.getTime()).toBeLessThan(new Date('2026-12-14').getTime());
    // One morning opens: one time, so the first in line is asked.
    await tutor.types('/availability', { change: 'extra 3 Dec 10-11' });
    await tutor.waitsFor(/also 10:00–11:00/);
    const by = await pair.actor(tutor);
    const offer = await app.store.tutor(by.person.id);
    const first = offer?.exceptions.find(({ from }) => from === '2026-11-30');
    await app.store.transaction(async (tx) => {
      const all = offer?.exceptions.filter((one) => one !== first) ?? [];
      const around = [
        { id: 'a', kind: 'off' as const, from: '2026-11-30', until: '2026-12-02', windows: [] },
        {
          id: 'b',
          kind: 'off' as const,
          from: '2026-12-03',
          until: '2026-12-03',
          windows: [
            { from: '00:00', to: '10:00' },
            { from: '11:00', to: '24:00' },
          ],
        },
        { id: 'c', kind: 'off' as const, from: '2026-12-04', until: '2027-01-27', windows: [] },
      ];
      if (offer) await tx.saveAvailability(by.person.id, { ...offer, exceptions: [...all, ...around] });
      await tx.wakeWatches(by.person.id, now());
    });
    await pair.moveTo(now());
    await learner.waitsFor(`A time is free: Algebra with ${tutor.name}`);
    expect(second.sees('A time is free')).toBe(false);

    // Two hours later it is the next one's, and who is not quick is told so.
    await pair.moveTo(now().getTime() + 2 * HOUR);
    await second.waitsFor(`A time is free: Algebra with ${tutor.name}`);
    await learner.waitsFor('This is over');
    await second.presses('No, thanks');
    await second.waitsFor('You don’t wait for it any more');
    await pair.moveTo(now());
    await mateo.waitsFor(`Hay un hueco: Algebra con ${tutor.name}`);
    await mateo.presses('Pedirla');
    await mateo.waitsFor('Tu solicitud está enviada');
    await tutor.waitsFor('asks you for a session');

    // What is declined is free again, for whoever waits by then.
    await learner.says(`book algebra with ${tutor.name} on 2026-12-02 16:00`);
    await learner.waitsFor('is away on that day');
    await learner.presses('Tell me when it’s free');
    await learner.waitsFor('You’re the first in line.', 2);
    await pair.moveTo(now());
    await tutor.presses('Decline');
    await tutor.waitsFor('dialog: ');
    await tutor.fills({ reason: 'Too early' });
    await pair.settled();
    await pair.moveTo(now());
    await learner.waitsFor(`A time is free: Algebra with ${tutor.name}`, 2);
    await learner.presses('Ask for it');
    await learner.waitsFor('Your request is out');
    expect(pair.faults).toEqual([]);
  });
});

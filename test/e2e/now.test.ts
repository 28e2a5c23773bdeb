import { afterEach, expect, test } from 'vitest';
import { acrossChats, type Pair } from '../world/pairs.ts';

const MINUTE = 60_000;

acrossChats((meet) => {
  let pair: Pair;
  afterEach(() => pair.stop());

  test('who needs help now is helped by the first of those who are there', async () => {
    pair = await meet();
    const { learner, tutor, ada, camila, now, app } = pair;
    const other = tutor.chat === 'slack' ? camila : ada;
    await learner.types('/now', { subject: 'Algebra' });
    await learner.waitsFor('No tutor of Algebra is there right now. Book a session instead');
    expect(learner.buttons()).toContain('Book a session');

    await tutor.types('/free', { until: 'for 2 hours' });
    await tutor.waitsFor('you’re there for whoever needs help');
    await other.types(other === ada ? '/free' : '/libre');
    await other.waitsFor(/you’re there for whoever needs help|estás para quien necesite ayuda/);
    await learner.types('/now', { subject: 'Algebra' });
    await learner.waitsFor('2 tutors of Algebra are there, and I’ve asked them');
    await learner.types('/now', { subject: 'Algebra' });
    await learner.waitsFor('I’ve asked for you already');
    await tutor.waitsFor(`${learner.name} needs help now: Algebra`);
    await other.waitsFor(/needs help now: Algebra|necesita ayuda ahora: Algebra/);
    await tutor.presses('I help');
    await learner.waitsFor(/\/j\//);
    await tutor.waitsFor(/\/j\//);
    await pair.settled();
    expect(other.sees(/This is over: somebody helps already|Ya pasó: alguien está ayudando/)).toBe(true);
    const [session] = await app.store.sessions({});
    expect(session).toMatchObject({ state: 'confirmed', subject: 'Algebra', startsAt: now() });

    // Who teaches is not asked again, and whoever is asked too late hears that.
    const second = learner === pair.lena ? pair.noor : pair.lena;
    await second.types('/now', { subject: 'Algebra' });
    await second.waitsFor('1 tutor of Algebra is there, and I’ve asked them');
    await second.presses('Stop asking');
    await second.waitsFor('Nobody is asked any more');
    await pair.settled();
    expect(other.buttons().filter((label) => /I help|Ayudo yo/.test(label))).toEqual([]);
    await pair.moveTo(now().getTime() + 61 * MINUTE);
    await second.types('/now', { subject: 'Algebra' });
    await second.waitsFor('No tutor of Algebra is there right now');
    expect(pair.faults).toEqual([]);
  });

  test('nobody is helped whom the admins have blocked since, nor by somebody who teaches something else', async () => {
    pair = await meet();
    const { learner, tutor, app } = pair;
    await tutor.types('/free', { until: 'for 2 hours' });
    await tutor.waitsFor('you’re there for whoever needs help');
    await learner.types('/now', { subject: 'Algebra' });
    await tutor.waitsFor(`${learner.name} needs help now: Algebra`);
    await tutor.types('/teach');
    await tutor.waitsFor('dialog: ');
    await tutor.fills({ subjects: 'Chess' });
    await tutor.waitsFor('Chess');
    await pair.settled();
    await tutor.presses('I help');
    await tutor.waitsFor('This is over: somebody helps already');

    await tutor.types('/teach');
    await tutor.waitsFor('dialog: ');
    await tutor.fills({ subjects: 'Algebra' });
    await tutor.waitsFor('Algebra');
    await pair.settled();
    const { person } = await pair.actor(learner);
    await app.store.transaction((tx) => tx.restrict(person.id, { bannedAt: pair.now() }));
    tutor.reloads();
    await tutor.presses('I help');
    await tutor.waitsFor('This is over: somebody helps already');
    expect(await app.store.sessions({})).toEqual([]);
    expect(pair.faults).toEqual([]);
  });
});

import { afterEach, expect, test } from 'vitest';
import { acrossChats, books, type Pair } from '../world/pairs.ts';

acrossChats((meet) => {
  let pair: Pair;
  afterEach(() => pair.stop());

  test('a learner asks for an observer, who then reads of the sessions, sees and cancels them, until it ends', async () => {
    pair = await meet();
    const { learner, tutor, admin } = pair;
    const parent = learner.chat === 'slack' ? pair.mateo : pair.lucia;
    await parent.types('/sessions');
    await pair.settled();
    admin.reloads();
    // Whoever the learner does not know is named by an admin.
    await learner.types('/observer');
    await learner.waitsFor('Nobody observes your sessions');
    expect(learner.sees(learner.chat === 'slack' ? '/tutorline observer' : '/observer')).toBe(true);
    await learner.types('/observer', { person: `<@${parent.userId}>` });
    await learner.waitsFor('I’ve asked the admins');
    await admin.waitsFor(`${learner.name} wants ${parent.name} as an observer`);
    expect(parent.sees(learner.name)).toBe(false);
    await admin.presses('Confirm the observer');
    await parent.waitsFor(/(Te piden observar|You’re asked to observe)/);
    await parent.presses(/^(I agree|Estoy de acuerdo)$/);
    await learner.waitsFor(`${parent.name} sees your sessions`);
    await books(learner, tutor.name);
    await tutor.waitsFor('asks you for a session');
    await tutor.presses('Confirm');
    await parent.waitsFor(new RegExp(`(Confirmed for|Confirmada para) ${learner.name}`));
    await pair.settled();
    const seen = parent.messages().at(-1) ?? '';
    expect(seen).not.toMatch(/\/j\/|localhost.*tutorline/);
    // Without packages it is counted with whom it is.
    expect(learner.sees(`Session: Your 1st with ${tutor.name}`)).toBe(true);
    expect(tutor.sees(`Session: The 1st with ${learner.name}`)).toBe(true);
    await parent.presses(/^(Open|Abrir)$/);
    await pair.settled();
    expect(parent.buttons()).toEqual(expect.arrayContaining([expect.stringMatching(/^(Cancel|Cancelar)$/)]));
    expect(parent.buttons()).not.toEqual(expect.arrayContaining([expect.stringMatching(/^(Join|Entrar|Unirse)$/)]));
    await parent.presses(/^(Cancel|Cancelar)$/);
    await parent.waitsFor('dialog: ');
    await parent.fills({ reason: 'A birthday' });
    await learner.waitsFor('A birthday');
    await tutor.waitsFor('A birthday');
    expect(learner.sees(/\((observer|observa)\)/)).toBe(true);
    await parent.types('/observer');
    await parent.waitsFor(/(An observer is told of|Quien observa recibe)/);
    await parent.presses(/^(Their sessions|Sus sesiones)$/);
    await parent.waitsFor(/(Nothing is planned|No hay nada planeado)/);
    await parent.presses(/^(Past sessions|Sesiones pasadas)$/);
    await parent.waitsFor(new RegExp(`(Sessions of|Sesiones de) ${learner.name}[^]*Algebra`));
    await admin.types('/tutoring observers');
    await admin.waitsFor(`${parent.name} observes ${learner.name}`);
    await learner.types('/observer');
    await learner.waitsFor('An observer is told of confirmations');
    await learner.presses('End it');
    await learner.waitsFor('This is over');
    await parent.waitsFor(/(You don’t see the sessions of|Ya no ves las sesiones de)/);
    await pair.settled();
    // Nothing that they were told of is theirs to read any more.
    const left = parent.messages().join('\n');
    expect(left).toMatch(/(This is over: the sessions|Esto ha terminado: las sesiones)/);
    expect(left).not.toMatch(
      /(Confirmed|Cancelled|Confirmada|Cancelada) (for|para)|Another tutor|Otro tutor|Otra persona/,
    );
    expect(pair.faults).toEqual([]);
  });

  test('an observer takes their learner out of a group session, which goes on; the learner reads who did it', async () => {
    pair = await meet();
    const { learner, tutor, admin } = pair;
    const parent = learner.chat === 'slack' ? pair.mateo : pair.lucia;
    await parent.types('/sessions');
    await pair.settled();
    await learner.types('/observer', { person: `<@${parent.userId}>` });
    await admin.waitsFor(`${learner.name} wants ${parent.name} as an observer`);
    await admin.presses('Confirm the observer');
    await parent.waitsFor(/(Te piden observar|You’re asked to observe)/);
    await parent.presses(/^(I agree|Estoy de acuerdo)$/);
    await learner.waitsFor(`${parent.name} sees your sessions`);
    await tutor.types('/teach', { what: 'group' });
    await tutor.waitsFor('dialog: Open a group session');
    await tutor.fills({ subject: 'Algebra', when: '2026-12-02 17:00', places: '1-3' });
    await tutor.waitsFor('Nothing is opened until');
    await tutor.presses('Open it');
    await tutor.waitsFor('It’s open');
    await learner.types('/tutors');
    await learner.waitsFor(`Group session: Algebra with ${tutor.name}`);
    await learner.presses('Sign up');
    await parent.waitsFor(new RegExp(`(Confirmed for|Confirmada para) ${learner.name}`));
    await pair.settled();
    await parent.presses(/^(Open|Abrir)$/);
    await pair.settled();
    await parent.presses(new RegExp(`^(Take ${learner.name} out|Dar de baja a ${learner.name})$`));
    await parent.waitsFor(/(They’re out of it|Ya no tiene plaza)/);
    await learner.waitsFor(new RegExp(`${parent.name} \\((observer|observa)\\) has taken you out of a group session`));
    await pair.settled();
    expect(tutor.sees('0 of 3 taken')).toBe(true);
    expect(parent.sees(/(That was late|Fue tarde)/)).toBe(false);

    await learner.types('/tutors');
    await learner.presses('Sign up');
    await pair.settled();
    expect(tutor.sees('1 of 3 taken')).toBe(true);
    const [session] = await pair.app.store.sessions({ states: ['confirmed'] });
    await pair.moveTo((session?.startsAt.getTime() ?? 0) - 6 * 3_600_000);
    await parent.presses(/^(Open|Abrir)$/);
    await pair.settled();
    await parent.presses(new RegExp(`^(Take ${learner.name} out|Dar de baja a ${learner.name})$`));
    await parent.waitsFor(/(That was late, so it’s counted|Fue tarde, así que se cuenta)/);
    await pair.settled();
    expect(pair.faults).toEqual([]);
  });

  test('the button of /observer asks for one by a dialog', async () => {
    pair = await meet();
    const { learner, tutor, admin } = pair;
    await books(learner, tutor.name);
    await pair.settled();
    await learner.types('/observer');
    await learner.waitsFor('Nobody observes your sessions');
    await learner.presses('Ask for an observer');
    await learner.waitsFor('dialog: Ask for an observer');
    await learner.fills({ person: tutor.name });
    await learner.waitsFor('I’ve asked the admins');
    await admin.waitsFor(`${learner.name} wants ${tutor.name} as an observer`);
    expect(pair.faults).toEqual([]);
  });
});

import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { sessionSubject } from '../../src/core/owing/subject.ts';
import { standing } from '../../src/core/session/standing.ts';
import { databaseKinds } from '../database.ts';
import { oldInstallation } from '../store/old-installation.ts';
import { createWorld } from '../world/world.ts';

/** When the program of before was stopped. */
const STOPPED_AT = new Date('2026-12-10T12:00:00Z');

/** The sessions of the installation, by what had become of them. */
const SESSIONS = {
  tookPlace: '7q6eVEcRxwJ0Gnvb',
  learnerMissing: 'JjEe9wBeOLAl1jVp',
  tutorMissing: 'rxQONQT0HK4UGJBQ',
  disputed: 'KWMnCr5DfeGFTALr',
  unknown: 'HrVOAzEidhbDnhVd',
  oneWord: 'EMnIT4KIYlnVO224',
  declined: '0oY6oX47eFtA85RZ',
  expired: 'wNkCTLs0zxJ5BZDY',
  cancelled: 'hwTfLoPc5LoLJvEN',
  withdrawn: 'NsRp0gV6jQuT1Rlx',
  oneClaim: 'tlG2a7zcqvT89uld',
  silent: 'ALfeOTPsX6WYFS7J',
  started: '2xh02CIhVpR49Lyo',
  tomorrow: 'XS38hsTGi1eEmXyt',
  recorded: 'n148OFmrhwhsuh94',
  escalated: 'zBsCUiXVKlapwjH4',
  fallback: 'kGtoSAiQFHaoIzTc',
  waitsForItsMeeting: 'yWHFLue3saWtLvEg',
  requested: 'CQN88gigrVwWTBWD',
  anyTutor: 'RML4yL3W3NPjmXx5',
  closed: '0DN1SzpEwh3biC8b',
} as const;

describe.each(databaseKinds)('on %s', (database) => {
  const start = async () => {
    const world = await createWorld({
      database,
      at: STOPPED_AT,
      env: { MEETING_PLATFORMS: 'jitsi,zoom' },
      fill: async (empty) => {
        const { run, bringUpToDate } = await oldInstallation({ database: empty }, '0005_meeting_due');
        await run(await readFile(new URL('old-installation.sql', import.meta.url), 'utf8'));
        await bringUpToDate();
      },
    });
    await world.settled();
    return world;
  };

  test('what an installation of before knew is all true after it was brought up to date', async () => {
    const world = await start();
    const { store } = world.app;
    const of = async (id: string) => {
      const session = await store.session(id);
      if (!session) throw new Error(`session ${id} is lost`);
      return session;
    };
    const becomes = Object.entries(SESSIONS).map(async ([name, id]) => {
      const session = await of(id);
      const learner = session.participants.find((one) => one.role === 'learner')?.person ?? '';
      return [name, standing(session, learner)] as const;
    });
    expect(Object.fromEntries(await Promise.all(becomes))).toEqual({
      tookPlace: 'took-place',
      learnerMissing: 'learner-missing',
      tutorMissing: 'tutor-missing',
      disputed: 'disputed',
      unknown: 'unknown',
      oneWord: 'took-place',
      declined: 'declined',
      expired: 'expired',
      cancelled: 'cancelled',
      withdrawn: 'cancelled',
      oneClaim: 'ended',
      silent: 'ended',
      started: 'started',
      tomorrow: 'confirmed',
      recorded: 'confirmed',
      escalated: 'requested',
      fallback: 'confirmed',
      waitsForItsMeeting: 'confirmed',
      requested: 'requested',
      anyTutor: 'requested',
      closed: 'requested',
    });

    const took = await of(SESSIONS.tookPlace);
    expect(took).toMatchObject({ note: 'Quadratic equations', tutorNotes: 'Next: the discriminant' });
    expect(took.participants.map(({ claim, rating, comment }) => ({ claim, rating, comment }))).toEqual([
      { claim: 'took-place', rating: 5, comment: 'Very clear' },
      { claim: 'took-place', rating: 4, comment: undefined },
    ]);
    expect((await of(SESSIONS.disputed)).participants.map(({ claim }) => claim)).toEqual([
      'took-place',
      'learner-missing',
    ]);
    expect((await of(SESSIONS.recorded)).participants.map(({ agreesToRecording }) => agreesToRecording)).toEqual([
      true,
      true,
    ]);
    expect((await of(SESSIONS.fallback)).meeting?.fallback).toEqual({ from: 'zoom', why: 'quota-used-up' });
    expect(await store.hostHeldBy(SESSIONS.recorded)).toBe('zoom-1@tutorline.example');
    expect((await of(SESSIONS.anyTutor)).candidates.length).toBeGreaterThan(0);
    expect((await store.auditOf(sessionSubject(SESSIONS.tookPlace))).map(({ event }) => event)).toEqual(
      expect.arrayContaining(['request', 'confirm', 'meeting', 'join', 'end', 'feedback', 'complete']),
    );
    // Seen by the platform, and kept as a hint.
    expect((await store.stays(SESSIONS.tookPlace)).map(({ name }) => name)).toEqual(
      expect.arrayContaining(['Lena Vogel', 'Theo Park']),
    );
    expect((await store.troubles()).map(({ platform, why }) => [platform, why])).toEqual([['zoom', 'quota-used-up']]);
    // Theo's: a five and a three. The two of the disputed session does not count.
    expect(await store.tutor(took.tutor ?? '')).toMatchObject({ ratingSum: 8, ratingCount: 2 });
    expect(world.faults).toEqual([]);
    await world.stop();
  });

  test('everybody goes on from where they were', async () => {
    const world = await start();
    const { lena, theo, mateo, noor, jonas } = world;
    const stateOf = async (id: string) => (await world.app.store.session(id))?.state;
    const press = async (human: typeof lena, handler: string, input: Readonly<Record<string, string>>) =>
      world.app.reception.run(await world.actor(human), handler, input);

    // Nothing that was sent before is sent again. Whose DMs were closed gets what waited as soon as they come back.
    expect([lena, theo, mateo, noor].flatMap((human) => human.messages())).toEqual([]);
    expect(jonas.messages().filter((message) => message.includes('asks you for a session'))).toHaveLength(1);
    await lena.types('/sessions', { which: 'past' });
    await lena.waitsFor('took place');
    expect(lena.sees('tutor didn’t come')).toBe(true);

    // An old button.
    await press(theo, 'confirm', { session: SESSIONS.requested, version: '1', platform: 'zoom' });
    await lena.waitsFor('Bring the <b>book</b> & 5 > 3');
    await world.settled();
    expect(await stateOf(SESSIONS.requested)).toBe('confirmed');

    await world.moveTo('2026-12-10T12:45:00Z');
    expect(await stateOf(SESSIONS.started)).toBe('ended');
    await mateo.waitsFor(/con Ada Obi[\s\S]*¿cómo fue\?/);

    // Asked a day before already; an hour before once more, and nobody twice.
    await world.moveTo('2026-12-11T09:01:00Z');
    await mateo.waitsFor('Nadie respondió a tiempo: ');
    expect(await stateOf(SESSIONS.escalated)).toBe('expired');
    const reminded = () => lena.messages().filter((message) => /Algebra with [\w ]+ starts/.test(message)).length;
    expect(reminded()).toBe(0);
    await world.moveTo('2026-12-11T10:00:00Z');
    expect(reminded()).toBe(1);
    // The day's limit is over, so what waited for a meeting has one.
    expect((await world.app.store.session(SESSIONS.waitsForItsMeeting))?.meeting?.platform).toBe('zoom');

    await world.moveTo('2026-12-13T10:16:00Z');
    const outcomes = async (id: string) =>
      (await world.app.store.session(id))?.participants.map(({ outcome }) => outcome);
    expect(await outcomes(SESSIONS.oneClaim)).toEqual(['took-place', undefined]);
    expect(world.faults).toEqual([]);
    await world.stop();
  });
});

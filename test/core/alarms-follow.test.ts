import fc from 'fast-check';
import { expect, test } from 'vitest';
import { may } from '../../src/core/may/may.ts';
import { createByWebhook } from '../../src/core/meeting/by-webhook.ts';
import type { Actor } from '../../src/core/people/person.ts';
import { Refusal } from '../../src/core/refusal.ts';
import { alarmsOf } from '../../src/core/session/alarms.ts';
import { createStage, DAY, HOUR, MINUTE, START } from './stage.ts';

const RUNS = 12;
const DEEDS = 25;

const WAYS = [
  'request',
  'request-any',
  'confirm',
  'confirm',
  'decline',
  'cancel',
  'join',
  'come-by-webhook',
  'end',
  'say',
  'move',
  'put-off-meeting',
  'change-leads',
  'meet-now',
  'tick',
  'tick',
  'wait',
  'wait',
] as const;

const way = fc.record({
  what: fc.constantFrom(...WAYS),
  who: fc.nat({ max: 2 }),
  session: fc.nat({ max: 3 }),
  minutes: fc.constantFrom(1, 20, 90, 11 * 60, 25 * 60, 4 * 24 * 60),
});

test('whatever happens to a session, its alarms are those of what it is now, and the clock may see to each of them', async () => {
  const stage = await createStage();
  const { store, sessions, feedback, database } = stage;
  let now = START;
  const byWebhook = createByWebhook(store, () => now);
  const people: readonly Actor[] = [stage.lena, stage.theo, { ...stage.grace, isAdmin: true }];

  async function does({ what, who, session, minutes }: typeof way extends fc.Arbitrary<infer W> ? W : never) {
    const by = people[who] ?? stage.lena;
    const all = await store.sessions({});
    const about = all[session % Math.max(1, all.length)];
    const startsAt = new Date(now.getTime() + minutes * MINUTE);
    switch (what) {
      case 'request':
        return stage.request(startsAt);
      case 'request-any':
        return stage.request(startsAt, 'any');
      case 'meet-now':
        return sessions.meetNow(stage.theo, { person: stage.lena.person.id, platform: 'jitsi', subject: 'Algebra' });
      case 'change-leads': {
        const reminderLeads = [undefined, [], [minutes], [30, 120]][session];
        return store.transaction((tx) => tx.changePerson(by.person.id, { reminderLeads }));
      }
      case 'tick':
        return stage.tick();
      case 'wait':
        now = startsAt;
        return stage.moveTo(now);
    }
    if (!about) return;
    const { id } = about;
    switch (what) {
      case 'confirm':
        return sessions.confirm(stage.theo, id, about.version, 'jitsi');
      case 'decline':
        return sessions.decline(stage.theo, id, about.version, 'No time.');
      case 'cancel':
        return sessions.cancel(by, id, 'Ill.');
      case 'join':
        return sessions.join(by, id);
      case 'come-by-webhook':
        return byWebhook.note(id, { person: by.person.id, event: 'joined', at: now });
      case 'end':
        return sessions.end(by, id);
      case 'say':
        return feedback.give(by, id, { claim: 'took-place', rating: 5, comment: undefined, notes: undefined });
      case 'move':
        return sessions.move(stage.grace, id, startsAt);
      case 'put-off-meeting':
        return store.transaction((tx) => tx.annotateSession(id, { meetingDueAt: startsAt }));
    }
  }

  async function expectAlarms(context: string): Promise<void> {
    const all = await store.sessions({});
    const leadsOf = await store.leadsOf(all.flatMap(({ participants }) => participants.map(({ person }) => person)));
    const told = (id: string, kind: string, at: Date) => `${id} ${kind} ${at.toISOString()}`;
    const expected = all.flatMap((one) => alarmsOf(one, leadsOf).map(({ kind, at }) => told(one.id, kind, at)));
    for (const one of all)
      for (const { kind, at } of alarmsOf(one, leadsOf))
        expect(may('clock', kind, one, at), `${kind} ${context}`).toMatchObject({ isAllowed: true });
    const kept = await database.prisma.alarm.findMany();
    expect(kept.map(({ subjectId, kind, at }) => told(subjectId, kind, at)).toSorted(), context).toEqual(
      expected.toSorted(),
    );
  }

  await fc.assert(
    fc.asyncProperty(fc.array(way, { minLength: DEEDS, maxLength: DEEDS, size: 'max' }), async (ways) => {
      await database.prisma.$executeRaw`TRUNCATE session, alarm CASCADE`;
      await database.prisma.$executeRaw`UPDATE person SET reminder_leads = NULL`;
      now = START;
      stage.moveTo(now);
      for (const [index, one] of ways.entries()) {
        await does(one).catch((error: unknown) => {
          if (!(error instanceof Refusal)) throw error;
        });
        await expectAlarms(`after ${index}: ${JSON.stringify(one)}`);
      }
      // Left alone for long enough, nothing wants attention for ever.
      for (const days of [1, 30, 70, 80]) await stage.tickAt(START.getTime() + days * DAY + HOUR);
      await expectAlarms('at the end');
      expect(await database.prisma.alarm.count()).toBe(0);
    }),
    { numRuns: RUNS },
  );
  await stage.drop();
});

import { expect, test } from 'vitest';
import { oldInstallation } from './old-installation.ts';
import { onEveryDatabase } from './with-database.ts';

const REQUESTED = '2026-03-02T08:00:00Z';
const CONFIRMED = '2026-03-02T09:00:00Z';
const STARTS = '2026-03-05T17:00:00Z';
const ENDS = '2026-03-05T18:00:00Z';

onEveryDatabase((fresh) => {
  test('an installation from before forgets nothing that is to happen', async () => {
    const database = await fresh();
    const { insert, bringUpToDate } = await oldInstallation(database, '0006_outcomes');
    await insert('organization', { id: 'school' });
    for (const id of ['lena', 'theo']) await insert('person', { id, organization_id: 'school', name: id });
    const session = async (id: string, state: string, more: object = {}, outcome?: string) => {
      const must = { organization_id: 'school', subject: 'Algebra', note: '', version: 1, capacity: 1 };
      const times = { requested_at: REQUESTED, starts_at: STARTS, ends_at: ENDS };
      await insert('session', { ...must, ...times, id, state, meeting_attempt: 1, ...more });
      const of = { session_id: id, checklist: [], join_token: `${id}-lena` };
      await insert('participant', { ...of, person_id: 'lena', role: 'learner', position: 0, outcome });
    };
    await session('requested', 'requested');
    await session('escalated', 'requested', { escalated_at: CONFIRMED });
    await session('confirmed', 'confirmed', { confirmed_at: CONFIRMED });
    await session('put-off', 'confirmed', { confirmed_at: CONFIRMED, meeting_due_at: '2026-03-04T08:00:00Z' });
    await session('started', 'started', { confirmed_at: CONFIRMED });
    await session('ended', 'ended', { ended_at: ENDS });
    await session('asked', 'ended', { ended_at: ENDS, rate_nudged_at: ENDS });
    await session('settled', 'ended', { ended_at: ENDS }, 'took-place');
    for (const state of ['declined', 'expired', 'cancelled']) await session(state, state);
    const reminder = { session_id: 'confirmed', starts_at: STARTS, person_id: 'lena' };
    await insert('reminder', { ...reminder, lead_minutes: 1440, at: '2026-03-04T17:00:00Z' });
    await insert('reminder', { ...reminder, lead_minutes: 60, at: '2026-03-05T16:00:00Z' });
    const event = { platform: 'zoom', event: {}, received_at: CONFIRMED };
    await insert('webhook_event', { ...event, id: 'waits', key: 'a' });
    await insert('webhook_event', { ...event, id: 'handled', key: 'b', handled_at: CONFIRMED });

    expect(await bringUpToDate()).toContain('0007_alarms');
    const { store } = database;
    const rows = await database.database.prisma.alarm.findMany({ orderBy: [{ subjectId: 'asc' }, { kind: 'asc' }] });
    expect(rows.map(({ subjectId, kind, at }) => `${subjectId}: ${kind} ${at.toISOString().slice(0, 16)}`)).toEqual([
      'asked: settle 2026-03-08T18:00',
      'confirmed: end 2026-03-05T18:15',
      'confirmed: remind 2026-03-02T09:00',
      'confirmed: start 2026-03-05T17:00',
      'ended: ask 2026-03-06T18:00',
      'ended: settle 2026-03-08T18:00',
      'escalated: expire 2026-03-04T08:00',
      'put-off: end 2026-03-05T18:15',
      'put-off: make-meeting 2026-03-04T08:00',
      'put-off: remind 2026-03-02T09:00',
      'put-off: start 2026-03-05T17:00',
      'requested: escalate 2026-03-02T20:00',
      'requested: expire 2026-03-04T08:00',
      'started: end 2026-03-05T18:15',
      'started: remind 2026-03-02T09:00',
    ]);
    expect((await store.session('confirmed'))?.decidedUntil).toEqual(new Date('2026-03-05T16:00:00Z'));
    expect((await store.session('put-off'))?.decidedUntil).toBeUndefined();
    expect(await store.waitingWebhooks(new Date(CONFIRMED))).toEqual(['waits']);
  });
});

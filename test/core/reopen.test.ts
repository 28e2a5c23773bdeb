import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Session } from '../../src/core/session/session.ts';
import { createStage, DAY, HOUR, START, type Stage } from './stage.ts';

let stage: Stage;
beforeEach(async () => {
  stage = await createStage();
});
afterEach(() => stage.drop());

const TOMORROW = new Date(START.getTime() + DAY);
const WHY = 'By mistake';

async function now(id: string): Promise<Session> {
  const session = await stage.store.session(id);
  if (!session) throw new Error('it is gone');
  return session;
}

async function reopens(id: string, by = stage.grace) {
  const session = await now(id);
  return stage.sessions.reopen(by, id, session.version, WHY);
}

test('what was declined is a request again, with all its time, and both hear who did it and why', async () => {
  const id = await stage.request(new Date(START.getTime() + 5 * DAY));
  await stage.sessions.decline(stage.theo, id, 1, 'No time');
  stage.moveTo(START.getTime() + 2 * DAY - HOUR);
  await reopens(id);
  expect(await now(id)).toMatchObject({ state: 'requested', reason: undefined, closedBy: undefined });
  expect(await stage.owed('reopened')).toEqual(['Lena', 'Theo']);
  expect((await stage.store.auditOf({ kind: 'session', id })).at(-1)).toMatchObject({
    event: 'reopen',
    from: 'declined',
    to: 'requested',
    data: { reason: WHY },
  });
  await stage.tickAt(START.getTime() + 2 * DAY + HOUR);
  expect(await stage.stateOf(id)).toBe('requested');
  // Its people's time is taken again.
  await expect(stage.request(new Date(START.getTime() + 5 * DAY))).rejects.toThrow();
  await stage.sessions.confirm(stage.theo, id, (await now(id)).version, 'jitsi');
  await stage.sessions.decline(stage.theo, id, 1, '').catch(() => undefined);
  expect(await stage.stateOf(id)).toBe('confirmed');
});

test('what expired or was declined by all is asked of all who are free then', async () => {
  const startsAt = new Date(START.getTime() + 5 * DAY);
  const wish = { subject: 'Algebra', startsAt, lengthMinutes: 60, note: '', tutor: undefined };
  const { id } = await stage.sessions.request(stage.lena, wish);
  await stage.tickAt(START.getTime() + 2 * DAY + HOUR);
  expect(await stage.stateOf(id)).toBe('expired');
  await reopens(id);
  for (const tutor of [stage.theo, stage.ada]) {
    const { version } = await now(id);
    await stage.sessions.decline(tutor, id, version, '');
  }
  expect(await stage.stateOf(id)).toBe('declined');
  await reopens(id);
  expect((await now(id)).candidates).toHaveLength(2);
  expect(await stage.owed('declined')).toEqual(['Lena']);
  for (const tutor of [stage.theo, stage.ada]) await stage.sessions.decline(tutor, id, (await now(id)).version, '');
  expect(await stage.owed('declined')).toEqual(['Lena', 'Lena']);
});

test('what was agreed and called off is agreed again, with another room, and can be called off again', async () => {
  const id = await stage.book(TOMORROW);
  await stage.sessions.cancel(stage.theo, id, 'Ill');
  await reopens(id);
  expect(await now(id)).toMatchObject({ state: 'confirmed', cancelledLate: false, meeting: undefined });
  expect(stage.queued('make-meeting')).toHaveLength(2);
  await stage.sessions.cancel(stage.lena, id, 'Ill, too');
  expect(await stage.owed('cancelled')).toEqual(['Lena', 'Theo']);
});

test('it comes back only while its people are free and it lies ahead, and for admins alone', async () => {
  const id = await stage.book(TOMORROW);
  await stage.sessions.cancel(stage.theo, id, 'Ill');
  await expect(reopens(id, stage.lena)).rejects.toMatchObject({ code: 'only-admins' });
  const elsewhere = { ...stage.grace, person: { ...stage.grace.person, organization: 'elsewhere' } };
  await expect(reopens(id, elsewhere)).rejects.toMatchObject({ code: 'no-such-session' });
  const other = await stage.book(TOMORROW);
  await expect(reopens(id)).rejects.toMatchObject({ code: 'person-busy', data: { name: 'Lena' } });
  expect(await stage.stateOf(id)).toBe('cancelled');
  await stage.sessions.cancel(stage.theo, other, 'Ill');
  const both = await Promise.allSettled([reopens(id), reopens(other), reopens(id)]);
  expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  const third = await stage.book(new Date(TOMORROW.getTime() + 2 * HOUR));
  await stage.sessions.cancel(stage.theo, third, 'Ill');
  stage.moveTo(TOMORROW.getTime() + 2 * HOUR);
  await expect(reopens(third)).rejects.toMatchObject({ code: 'too-late' });
});

test('what was ended too early goes on, until somebody has said how it went', async () => {
  const id = await stage.book(TOMORROW);
  await stage.store.transaction((tx) =>
    tx.setMeeting(id, {
      ...{ platform: 'jitsi', meetingId: 'a', url: 'https://meet.example.org/a', madeAt: START },
      ...{ passcode: undefined, host: undefined, fallback: undefined },
    }),
  );
  stage.moveTo(TOMORROW);
  await stage.sessions.join(stage.lena, id);
  await stage.sessions.join(stage.theo, id);
  await stage.sessions.end(stage.grace, id, 'A fire drill');
  expect(await now(id)).toMatchObject({ state: 'ended', reason: 'A fire drill' });
  await reopens(id);
  expect(await now(id)).toMatchObject({ state: 'confirmed', endedAt: undefined, startedAt: undefined });
  await stage.tickAt(TOMORROW.getTime() + 2 * HOUR);
  expect(await stage.stateOf(id)).toBe('ended');
  expect(await stage.owed('feedback')).toEqual(['Lena', 'Lena', 'Theo', 'Theo']);
  const over = await stage.book(new Date(TOMORROW.getTime() + 3 * HOUR));
  stage.moveTo(TOMORROW.getTime() + 3 * HOUR);
  await stage.sessions.end(stage.grace, over);
  await stage.feedback.give(stage.lena, over, { claim: 'took-place', rating: 5, comment: '', notes: undefined });
  await expect(reopens(over)).rejects.toMatchObject({ code: 'spoken-of' });
});

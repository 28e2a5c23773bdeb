import { expect, test } from 'vitest';
import { sessionSubject } from '../../src/core/owing/subject.ts';
import { createSessions } from '../../src/core/session/sessions.ts';
import { createStage, DAY, START } from './stage.ts';

test('a room for which nobody has to be asked is there as soon as the tutor confirms, and no job makes another', async () => {
  const stage = await createStage();
  const { store, clock, theo } = stage;
  const none = { passcode: undefined, host: undefined, fallback: undefined };
  const meeting = { platform: 'jitsi', meetingId: 'r', url: 'https://meet.example/r', madeAt: START, ...none };
  const sessions = createSessions(store, clock, undefined, ({ platformWanted }) =>
    platformWanted === 'jitsi' ? meeting : undefined,
  );
  const id = await stage.request(new Date(START.getTime() + 2 * DAY));
  expect((await sessions.confirm(theo, id, 1, 'jitsi')).meeting).toEqual(meeting);
  expect(await store.session(id)).toMatchObject({ state: 'confirmed', meeting });
  expect(stage.queued('make-meeting')).toEqual([]);
  expect(await stage.owed('confirmed')).toEqual(['Lena']);
  expect(await stage.owed('calendar')).toEqual(['Lena', 'Theo']);
  const events = (await store.auditOf(sessionSubject(id))).map(({ by, event }) => [by, event]);
  expect(events.slice(1)).toEqual([
    [theo.person.id, 'confirm'],
    ['tutorline', 'meeting'],
  ]);

  const other = await stage.request(new Date(START.getTime() + 3 * DAY));
  expect((await sessions.confirm(theo, other, 1, 'zoom')).meeting).toBeUndefined();
  expect(stage.queued('make-meeting')).toHaveLength(1);
});

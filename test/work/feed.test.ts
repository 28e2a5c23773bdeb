import { expect, test } from 'vitest';
import { newSession } from '../../src/core/session/steps.ts';
import { createCalendarDoor } from '../../src/features/session/feed.ts';
import { LENA, NOW } from '../store/some.ts';
import { createPostStage } from './stage.ts';

const HOUR = 3_600_000;

test('in the calendar of whoever teaches a lot stands what is to come, whatever there was', async () => {
  const { deps, store, drop } = await createPostStage();
  const meet = async (name: string) => (await store.recognise({ ...LENA, name, userId: `U-${name}` }, NOW)).person;
  const [lena, theo] = [await meet('Lena'), await meet('Theo')];
  const at = (hours: number, subject: string) => {
    const startsAt = new Date(NOW.getTime() + hours * HOUR);
    const endsAt = new Date(startsAt.getTime() + HOUR / 2);
    const agreed = { tutor: theo.id, candidates: [], subject, note: '', startsAt, endsAt };
    const state = hours > 0 ? 'confirmed' : 'ended';
    return { ...newSession(lena, agreed, NOW), state, confirmedAt: NOW } as const;
  };
  await store.transaction(async (tx) => {
    for (let nr = 1; nr <= 505; nr++) await tx.addSession(at(-nr, 'Past'));
    await tx.addSession(at(24, 'Tomorrow'));
    await tx.changePerson(theo.id, { feedSecret: 'feed' });
  });
  const feed = (await createCalendarDoor(deps).feed('feed')) ?? '';
  expect(feed).toContain('Tomorrow');
  expect(feed.match(/BEGIN:VEVENT/g)).toHaveLength(500);
  await drop();
});

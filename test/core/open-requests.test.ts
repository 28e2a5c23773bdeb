import { afterEach, describe, expect, test } from 'vitest';
import { OPEN_REQUESTS } from '../../src/core/limits.ts';
import type { Actor } from '../../src/core/people/person.ts';
import { Refusal } from '../../src/core/refusal.ts';
import { databaseKinds } from '../database.ts';
import { createStage, DAY, START, type Stage } from './stage.ts';

const AT_ONCE = 20;

let stage: Stage;
afterEach(() => stage.drop());

/** Lena presses Send so often at the same moment, each time for another day. */
async function asksAtOnce(tutor: Actor | undefined): Promise<readonly string[]> {
  const presses = Array.from({ length: AT_ONCE }, (_, nr) =>
    stage.sessions.request(stage.lena, {
      subject: 'Algebra',
      startsAt: new Date(START.getTime() + (nr + 1) * DAY),
      lengthMinutes: 60,
      note: '',
      tutor: tutor?.person.id,
    }),
  );
  const answers = await Promise.allSettled(presses);
  return answers.map((answer) => {
    if (answer.status === 'fulfilled') return 'sent';
    return answer.reason instanceof Refusal ? answer.reason.code : String(answer.reason);
  });
}

describe.each(databaseKinds)('%s', (kind) => {
  test('one person waits for two answers of one tutor and no more, however often they press at once', async () => {
    stage = await createStage(kind, OPEN_REQUESTS);
    const answers = await asksAtOnce(stage.theo);
    expect(answers.filter((answer) => answer === 'sent')).toHaveLength(OPEN_REQUESTS.perTutor);
    expect(new Set(answers)).toEqual(new Set(['sent', 'too-many-with-tutor']));

    // Once Theo has answered one, there is room for one more.
    const [asked] = await stage.store.sessions({ states: ['requested'] });
    await stage.sessions.confirm(stage.theo, asked?.id ?? '', 1, 'jitsi');
    await stage.request(new Date(START.getTime() + 30 * DAY));
    await expect(stage.request(new Date(START.getTime() + 31 * DAY))).rejects.toMatchObject({
      code: 'too-many-with-tutor',
      field: 'tutor',
    });
  });

  test('and for five answers in all', async () => {
    stage = await createStage(kind, OPEN_REQUESTS);
    await stage.request(new Date(START.getTime() + 40 * DAY), stage.theo);
    await stage.request(new Date(START.getTime() + 41 * DAY), stage.ada);
    for (const { person } of [stage.theo, stage.ada]) {
      const offer = { bio: '', subjects: ['Algebra'], lengths: [60], isPaused: false, defaultPlatform: undefined };
      const weeklyHours = [1, 2, 3, 4, 5, 6, 7].map((day) => ({ day, from: '00:00', to: '24:00' }));
      const rest = { weeklyHours, ownRoom: undefined, platformAccount: undefined };
      await stage.store.transaction((tx) => tx.saveOffer(person, { ...offer, ...rest }));
    }
    const answers = await asksAtOnce(undefined);
    expect(answers.filter((answer) => answer === 'sent')).toHaveLength(OPEN_REQUESTS.most - 2);
    expect(new Set(answers)).toEqual(new Set(['sent', 'too-many-requests']));
    expect(await stage.store.sessions({ states: ['requested'] })).toHaveLength(OPEN_REQUESTS.most);
  });
});

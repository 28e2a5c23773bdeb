import { afterEach, expect, test } from 'vitest';
import { acrossChats, books, type Pair } from '../world/pairs.ts';

acrossChats((meet) => {
  let pair: Pair;
  afterEach(() => pair.stop());

  test('admins read a week in numbers, with pictures and what they say in words, and turn to others', async () => {
    pair = await meet();
    const { learner, tutor, admin, app } = pair;
    await books(learner, tutor.name);
    await tutor.waitsFor('asks you for a session');
    await pair.moveTo(pair.now().getTime() + 60 * 60_000);
    await tutor.presses('Confirm');
    await learner.waitsFor(/\/j\//);
    await pair.settled();
    const [planned] = await app.store.sessions({});
    await pair.moveTo((planned?.endsAt ?? pair.now()).getTime() + 20 * 60_000);
    await pair.settled();
    const read = async (period: string) => {
      admin.reloads();
      await admin.types('/tutoring report', admin.chat === 'slack' ? { period } : { period: period.toLowerCase() });
      await pair.settled();
    };
    await read('Week');
    expect(admin.sees('1 session, 1 hour taught.')).toBe(true);
    expect(admin.sees('Asked for: 1; to 1 of these somebody said yes (100%).')).toBe(true);
    expect(admin.sees('Half of the answers came within 1 hour.')).toBe(true);
    expect(admin.sees(`${tutor.name}: 1 session, 1 hour`)).toBe(true);
    expect(admin.sees('Algebra: 1 session, 1 hour')).toBe(true);
    // Whoever does not see the pictures reads what is in them.
    expect(admin.sees(/Sessions by state · Report: .*over: 1/)).toBe(true);
    expect(admin.sees(new RegExp(`Hours by tutor · Report: .*${tutor.name}: 1 hour`))).toBe(true);
    await admin.presses('Earlier');
    await admin.waitsFor('No session began in that time.');
    await read('Term');
    expect(admin.sees('No term is set.')).toBe(true);
    expect(pair.faults).toEqual([]);
  });
});

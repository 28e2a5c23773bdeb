import { afterEach, expect, test } from 'vitest';
import { sessionSubject } from '../../src/core/owing/subject.ts';
import type { Human } from '../world/human.ts';
import { acrossChats, books, type Pair } from '../world/pairs.ts';

acrossChats((meet) => {
  let pair: Pair;
  afterEach(() => pair.stop());

  async function confirmed() {
    const { learner, tutor } = pair;
    await books(learner, tutor.name);
    await tutor.waitsFor('asks you for a session');
    await pair.settled();
    await tutor.presses('Confirm');
    await learner.waitsFor('Where: Zoom');
    await pair.settled();
    const [session] = await pair.app.store.sessions({ states: ['confirmed'] });
    if (!session) throw new Error('nothing is confirmed');
    return session;
  }

  async function moves(admin: Human, when: string) {
    await admin.types('/tutoring sessions');
    await admin.waitsFor('Everybody’s upcoming sessions');
    await admin.presses('Open');
    await pair.settled();
    await admin.presses('Move');
    await admin.waitsFor('dialog: Move the session');
    await admin.fills({ when });
    await pair.settled();
    if (admin.chat === 'slack') return;
    // What was typed is read back.
    await admin.waitsFor('Is this the new time?');
    await admin.presses(/^Move: /);
    await pair.settled();
  }

  test('an admin moves a session: its meeting follows, everybody hears both times', async () => {
    pair = await meet({ env: { MEETING_PLATFORMS: 'zoom,jitsi', DEFAULT_TIME_ZONE: 'Europe/Stockholm' } });
    const { learner, tutor, admin, app, zoom } = pair;
    const before = await confirmed();
    const [old] = zoom.meetings();
    await moves(admin, '2026-12-04 10:30');
    await admin.waitsFor('and everybody hears of it');
    for (const human of [learner, tutor]) {
      await human.waitsFor('moved it: Algebra');
      expect(human.sees('Was: ')).toBe(true);
    }
    const after = await app.store.session(before.id);
    expect(after).toMatchObject({ state: 'confirmed', startsAt: new Date('2026-12-04T09:30:00Z') });
    expect(after?.endsAt).toEqual(new Date('2026-12-04T10:30:00Z'));
    expect(zoom.meetings()).toHaveLength(1);
    expect(zoom.meetings()[0]).toMatchObject({ id: old?.['id'], start_time: '2026-12-04T09:30:00Z' });
    expect((await app.store.auditOf(sessionSubject(before.id))).map(({ event }) => event)).toContain('move');
    // The old time is free again, and nobody is reminded of it.
    const person = after?.tutor ?? '';
    expect(await app.store.busy([person], before.startsAt, before.endsAt)).toEqual([]);
    await pair.moveTo(before.startsAt.getTime() - 10 * 60_000);
    const reminder = `Algebra with ${tutor.name} starts`;
    expect(learner.sees(reminder)).toBe(false);
    await pair.moveTo('2026-12-04T09:20:00Z');
    expect(learner.messages().filter((message) => message.includes(reminder))).toHaveLength(1);
    expect(pair.faults).toEqual([]);
  });

  test('a meeting that is gone is made anew, and the new link is announced', async () => {
    pair = await meet({ env: { MEETING_PLATFORMS: 'zoom,jitsi', DEFAULT_TIME_ZONE: 'Europe/Stockholm' } });
    const { learner, admin, app, zoom } = pair;
    const before = await confirmed();
    const old = String(before.meeting?.meetingId);
    await deleteAtZoom(pair, old);
    await moves(admin, '2026-12-04 10:30');
    await learner.waitsFor('moved it: Algebra');
    await pair.settled();
    const [fresh] = zoom.meetings();
    expect(fresh).toMatchObject({ start_time: '2026-12-04T09:30:00Z' });
    const after = await app.store.session(before.id);
    expect(after?.meeting?.meetingId).toBe(String(fresh?.['id']));
    expect(learner.sees(old)).toBe(false);
    expect(learner.sees(String(fresh?.['id']))).toBe(true);
    expect(pair.faults).toEqual([]);
  });

  test('nobody is moved into another session of theirs, and the sentence says whose', async () => {
    pair = await meet({ env: { MEETING_PLATFORMS: 'zoom,jitsi', DEFAULT_TIME_ZONE: 'Europe/Stockholm' } });
    const { learner, tutor, admin, app } = pair;
    const before = await confirmed();
    await books(learner, tutor.name, learner.chat === 'slack' ? '2026-12-04 17:00' : '2026-12-04 10:00');
    await pair.settled();
    await moves(admin, '2026-12-04 16:30');
    await admin.waitsFor(/already has something at that time/);
    expect((await app.store.session(before.id))?.startsAt).toEqual(before.startsAt);
    expect(learner.sees('moved it')).toBe(false);
    expect(pair.faults).toEqual([]);
  });
});

/** Somebody deletes the meeting in Zoom itself. */
async function deleteAtZoom({ zoom, origin }: Pair, meetingId: string): Promise<void> {
  const { accountId, clientId, clientSecret, apiPath, oauthPath } = zoom.credentials;
  const query = new URLSearchParams({ grant_type: 'account_credentials', account_id: accountId });
  const token = await fetch(`${origin}${oauthPath}?${query}`, {
    method: 'POST',
    headers: { authorization: `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString('base64')}` },
  });
  const { access_token } = (await token.json()) as { access_token: string };
  const headers = { authorization: `Bearer ${access_token}` };
  const gone = await fetch(`${origin}${apiPath}/meetings/${meetingId}`, { method: 'DELETE', headers });
  expect(gone.status).toBe(204);
}

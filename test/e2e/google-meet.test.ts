import { afterEach, describe, expect, test } from 'vitest';
import { en } from '../../src/conversation/languages/en/words.ts';
import { sessionSubject } from '../../src/core/owing/subject.ts';
import type { Human } from '../world/human.ts';
import { acrossChats, books, type Pair } from '../world/pairs.ts';
import { createWorld, type WorldOptions } from '../world/world.ts';

const GOOGLE_FIRST = { env: { MEETING_PLATFORMS: 'google-meet,jitsi', DEFAULT_TIME_ZONE: 'Europe/Stockholm' } };
const MINUTE = 60_000;

let pair: Pair;
afterEach(() => pair.stop());

async function confirms(when?: string) {
  const known = new Set((await confirmed()).map(({ id }) => id));
  await books(pair.learner, pair.tutor.name, when);
  await pair.settled();
  await pair.tutor.presses('Confirm');
  await pair.settled();
  const fresh = (await confirmed()).find(({ id }) => !known.has(id));
  if (!fresh?.meeting) throw new Error('there is no meeting');
  return { ...fresh, meeting: fresh.meeting };
}
const confirmed = () => pair.app.store.sessions({ states: ['confirmed'] });
const moderated = (what: string) => pair.admin.messages().filter((message) => message.includes(what)).length;
const mails = () => pair.google.mails.map(({ kind, to }) => [kind, to]);

/** Where a personal link leads. */
async function roomBehind(joinToken: string): Promise<string> {
  const entering = await fetch(`${pair.origin}/j/${joinToken}`, { method: 'POST', redirect: 'manual' });
  expect(entering.status).toBe(303);
  return entering.headers.get('location') ?? '';
}

/** An admin finds the session among all, and does something about it. */
async function asAdmin(admin: Human, button: string, values: Readonly<Record<string, string>>) {
  await admin.types('/tutoring sessions');
  await admin.waitsFor('Everybody’s upcoming sessions');
  await admin.presses('Open');
  await pair.settled();
  await admin.presses(button);
  await admin.waitsFor('dialog:');
  await admin.fills(values);
  await pair.settled();
}

acrossChats((meet) => {
  test('a session meets on Google Meet, is moved by an admin and cancelled; its event follows, and who gave an address is invited', async () => {
    pair = await meet(GOOGLE_FIRST);
    const { learner, tutor, admin, google } = pair;
    await learner.types('/settings');
    await learner.waitsFor('dialog: Settings');
    await learner.fills({ zone: 'Berlin', email: 'learner@school.example' });
    // Whoever has not typed the code is nobody to be invited: today's learner has.
    await learner.waitsFor('I’ve sent a code to learner@school.example');
    await pair.settled();
    const [code] = /^\d{6}/.exec(pair.mail.letters('learner@school.example').at(-1)?.subject ?? '') ?? [];
    await learner.presses('Enter the code');
    await learner.waitsFor('dialog: Confirm your address');
    await learner.fills({ code: code ?? '' });
    await learner.waitsFor('Confirmed.');

    const { id, meeting, participants } = await confirms();
    const link = String(google.events()[0]?.['hangoutLink']);
    expect(meeting).toMatchObject({ platform: 'google-meet', url: link, fallback: undefined });
    expect(google.events()).toMatchObject([
      { id: meeting.meetingId, status: 'confirmed', start: { dateTime: '2026-12-01T16:00:00.000Z' } },
    ]);
    expect(google.events()[0]?.['attendees']).toMatchObject([{ email: 'learner@school.example' }]);
    expect(mails()).toEqual([['invitation', 'learner@school.example']]);
    // Who has Google's invitation needs no entry of ours: nothing is there twice.
    expect([learner.sees('For your calendar'), tutor.sees('For your calendar')]).toEqual([false, true]);
    for (const human of [learner, tutor]) {
      expect(human.sees(/Where:? Google Meet/)).toBe(true);
      const mine = participants.filter(({ joinToken }) => human.sees(`/j/${joinToken}`));
      expect(mine).toHaveLength(1);
    }

    await asAdmin(admin, 'Move', { when: '2026-12-04 10:30' });
    if (admin.chat === 'discord') {
      await admin.presses(/^Move: /);
      await pair.settled();
    }
    for (const human of [learner, tutor]) await human.waitsFor('moved it: Algebra');
    expect(google.events()).toMatchObject([
      {
        id: meeting.meetingId,
        status: 'confirmed',
        start: { dateTime: '2026-12-04T09:30:00.000Z' },
        hangoutLink: link,
      },
    ]);
    expect(mails().at(-1)).toEqual(['update', 'learner@school.example']);

    // Everybody’s own link leads to the meeting’s page.
    await pair.moveTo('2026-12-04T09:25:00Z');
    for (const { joinToken } of participants) expect(await roomBehind(joinToken)).toBe(link);
    expect((await fetch(link)).status).toBe(200);

    await asAdmin(admin, 'Cancel', { reason: 'The school is closed' });
    await learner.waitsFor('cancelled: Algebra');
    await pair.settled();
    expect(google.events()).toMatchObject([{ id: meeting.meetingId, status: 'cancelled' }]);
    expect(mails().at(-1)).toEqual(['cancellation', 'learner@school.example']);
    const audit = await pair.app.store.auditOf(sessionSubject(id));
    expect(audit.find(({ event }) => event === 'meeting')?.data).toEqual({ platform: 'google-meet' });
    expect(pair.faults).toEqual([]);
  });
});

describe('what Google is slow with, and what it refuses', () => {
  async function between(learner: 'lena' | 'noor', tutor: 'theo' | 'jonas', options: WorldOptions) {
    const world = await createWorld(options);
    const admin = tutor === 'theo' ? world.grace : world.priya;
    pair = { ...world, learner: world[learner], tutor: world[tutor], admin };
  }

  test('an address that nobody confirmed is invited to nothing', async () => {
    await between('lena', 'theo', GOOGLE_FIRST);
    const { learner, google } = pair;
    await learner.types('/settings');
    await learner.waitsFor('dialog: Settings');
    await learner.fills({ zone: 'Berlin', email: 'stranger@school.example' });
    await learner.waitsFor('I’ve sent a code to stranger@school.example');
    await confirms();
    expect(google.events()[0]?.['attendees'] ?? []).toEqual([]);
    expect(google.mails).toEqual([]);
    expect(pair.mail.letters('stranger@school.example')).toHaveLength(1);
    expect(pair.faults).toEqual([]);
  });

  test('nobody who gave no address is invited, and a link that is pending is waited for', async () => {
    await between('lena', 'jonas', GOOGLE_FIRST);
    const { learner, tutor, google } = pair;
    google.holdConferences(1);
    const { meeting } = await confirms();
    expect(google.events()).toMatchObject([{ id: meeting.meetingId, hangoutLink: meeting.url }]);
    expect(google.events()[0]?.['attendees'] ?? []).toEqual([]);
    expect(google.mails).toEqual([]);
    for (const human of [learner, tutor]) expect(human.sees(/Where:? Google Meet/)).toBe(true);
    expect(pair.faults).toEqual([]);
  });

  test('an event that is there before its answer comes is the one that is used', async () => {
    await between('noor', 'theo', { ...GOOGLE_FIRST, timeoutMs: 1_000 });
    const { google } = pair;
    google.fail('POST calendar', { slowMs: 30_000 });
    const { meeting } = await confirms();
    expect(meeting).toMatchObject({ platform: 'google-meet', fallback: undefined });
    expect(google.events().map(({ id }) => id)).toEqual([meeting.meetingId]);
    expect(pair.faults).toEqual([]);
  });

  test('an event that somebody moves or deletes in Google asks its people, once, and the session stands', async () => {
    await between('lena', 'jonas', GOOGLE_FIRST);
    const { learner, tutor, google } = pair;
    const { id, meeting } = await confirms();
    google.edits(meeting.meetingId, { start: '2026-12-01T18:00:00.000Z', end: '2026-12-01T19:00:00.000Z' });
    await pair.moveTo('2026-11-30T09:16:00Z');
    await pair.moveTo('2026-11-30T09:40:00Z');
    for (const human of [learner, tutor]) await human.waitsFor('moved this in Google Calendar');
    expect((await pair.app.store.session(id))?.startsAt).toEqual(new Date('2026-12-01T16:00:00Z'));
    await tutor.presses('Suggest that time');
    await learner.waitsFor(/suggest/);
    google.edits(meeting.meetingId, 'deleted');
    await pair.moveTo('2026-11-30T09:56:00Z');
    await learner.waitsFor('deleted this in Google Calendar');
    expect(learner.messages().filter((message) => message.includes('moved this in Google'))).toHaveLength(1);
    expect(learner.buttonsOf('deleted this in Google Calendar')).toContain('Cancel');
    expect((await pair.app.store.session(id))?.state).toBe('confirmed');
    expect(pair.faults).toEqual([]);
  });

  test('an account without Meet: admins read once how to mend it, and that it works when a session has met there again', async () => {
    await between('noor', 'jonas', GOOGLE_FIRST);
    const { learner, tutor, google } = pair;
    google.faults.set('no-meet-licence');
    for (const when of ['2026-12-01 17:00', '2026-12-02 17:00']) {
      expect((await confirms(when)).meeting).toMatchObject({
        platform: 'jitsi',
        fallback: { from: 'google-meet', why: 'no-link' },
      });
      // Its calendar answers well, which proves nothing.
      await pair.moveTo(pair.now().getTime() + MINUTE);
    }
    for (const human of [learner, tutor]) await human.waitsFor('Google Meet wasn’t available, so we use Jitsi', 2);
    expect(moderated('Google Meet doesn’t work')).toBe(1);
    expect(pair.admin.sees(en.platformFailures['no-link']('Google Meet'))).toBe(true);
    expect(pair.admin.sees('Invalid conference type value')).toBe(true);
    expect(moderated('Google Meet works again')).toBe(0);
    expect(google.events()).toEqual([]);

    await pair.admin.types('/tutoring status');
    await pair.admin.waitsFor(`Doesn’t work. ${en.platformFailures['no-link']('Google Meet')}`);

    google.faults.set(undefined);
    expect((await confirms('2026-12-03 17:00')).meeting).toMatchObject({ platform: 'google-meet' });
    expect(moderated('Google Meet works again')).toBe(1);
    expect(pair.faults).toEqual([]);
  });

  test('an outage that turns out to need somebody is told anew', async () => {
    await between('lena', 'theo', GOOGLE_FIRST);
    const { google } = pair;
    google.faults.set('down');
    await confirms('2026-12-01 17:00');
    // Until it works again no session asks Google: that it takes more than patience is seen when it is looked at.
    google.faults.set('expired-credentials');
    await pair.moveTo(pair.now().getTime() + MINUTE);
    await confirms('2026-12-02 17:00');
    google.faults.set('down');
    await pair.moveTo(pair.now().getTime() + MINUTE);
    await confirms('2026-12-03 17:00');
    const told = pair.admin.messages().filter((message) => message.includes('Google Meet doesn’t work'));
    expect(told).toHaveLength(2);
    expect(told[0]).toContain(en.platformFailures.broken('Google Meet'));
    expect(told[1]).toContain(en.platformFailures['bad-credentials']('Google Meet'));
    expect(pair.faults).toEqual([]);
  });
});

import { afterEach, describe, expect, test } from 'vitest';
import type { GoogleFault } from '../../sandbox/google/index.ts';
import type { ZoomFault } from '../../sandbox/zoom/index.ts';
import { en } from '../../src/conversation/languages/en/words.ts';
import type { FailureCode } from '../../src/core/meeting/failure.ts';
import { sessionSubject } from '../../src/core/owing/subject.ts';
import type { Session } from '../../src/core/session/session.ts';
import type { Human } from '../world/human.ts';
import { acrossChats, books, type Pair } from '../world/pairs.ts';
import { createWorld, type WorldOptions } from '../world/world.ts';

const ZOOM_FIRST = { env: { MEETING_PLATFORMS: 'zoom,jitsi', DEFAULT_TIME_ZONE: 'Europe/Stockholm' } };
const MINUTE = 60_000;

let pair: Pair;
afterEach(() => pair.stop());

async function confirms(when?: string) {
  const { learner, tutor } = pair;
  await books(learner, tutor.name, when);
  await pair.settled();
  await tutor.presses('Confirm');
  await pair.settled();
}

const confirmed = () => pair.app.store.sessions({ states: ['confirmed'], order: 'soonest' });
const session = async () => {
  const [one] = await confirmed();
  if (!one) throw new Error('nothing is confirmed');
  return one;
};
/** How often the admins read something, in the moderation channel. */
const moderated = (what: string) => pair.admin.messages().filter((message) => message.includes(what)).length;
/** The newest card that says where to meet. */
const place = (human: Human) => human.messages().findLast((message) => message.includes('Where')) ?? '';
/** What the audit says of where a session meets. */
const placesInAudit = async (id: string) =>
  (await pair.app.store.auditOf(sessionSubject(id))).filter(({ event }) => event === 'meeting').map(({ data }) => data);

/** The list of one's sessions; in Slack also the App Home. */
async function overviewOf(human: Human): Promise<string> {
  await human.types('/sessions');
  await human.waitsFor('Your upcoming sessions');
  await pair.settled();
  const list = human.messages().findLast((message) => message.includes('Your upcoming sessions')) ?? '';
  if (human.chat === 'discord') return list;
  await pair.slack.opensHome(human.userId);
  await pair.settled();
  const home = human.reads().split('\n')[0] ?? '';
  expect(home).toMatch(/^home: .*Algebra/);
  return `${list} ${home}`;
}

acrossChats((meet) => {
  test('a session meets on Zoom, is moved by an admin and cancelled, and its meeting goes with it', async () => {
    pair = await meet(ZOOM_FIRST);
    const { learner, tutor, admin, zoom, origin } = pair;
    await confirms();
    const { id, participants } = await session();
    const [meeting] = zoom.meetings();
    expect(zoom.meetings()).toHaveLength(1);
    for (const human of [learner, tutor]) {
      expect(place(human)).toMatch(/Where:? Zoom/);
      expect(place(human)).toContain(String(meeting?.['id']));
      expect(place(human)).toContain(String(meeting?.['password']));
      expect(await overviewOf(human)).toMatch(/Zoom/);
      expect(human.sees('Jitsi wasn’t')).toBe(false);
    }
    expect(await placesInAudit(id)).toEqual([{ platform: 'zoom' }]);

    await moves(admin, '2026-12-04 10:30');
    for (const human of [learner, tutor]) {
      await human.waitsFor('moved it: Algebra');
      expect(place(human)).toMatch(/Where:? Zoom/);
    }
    expect(zoom.meetings()).toMatchObject([{ id: meeting?.['id'], start_time: '2026-12-04T09:30:00Z' }]);

    // The links that people got lead to the meeting's page, for as long as there is one.
    await pair.moveTo('2026-12-04T09:20:00Z');
    for (const { joinToken, role } of participants) {
      expect(learner.sees(joinToken) || tutor.sees(joinToken)).toBe(true);
      const entering = await fetch(`${origin}/j/${joinToken}`, { method: 'POST', redirect: 'manual' });
      const place = entering.headers.get('location') ?? '';
      // The tutor is the host.
      expect(place.includes('zak=')).toBe(role === 'tutor');
      const room = await fetch(place);
      expect([room.status, await room.text()]).toEqual([200, expect.stringContaining(String(meeting?.['id']))]);
    }
    expect((await fetch(`${origin}/j/${'x'.repeat(24)}`, { method: 'POST', redirect: 'manual' })).status).toBe(404);

    await cancels(admin, 'The school is closed');
    await learner.waitsFor('cancelled: Algebra');
    await pair.settled();
    expect(zoom.meetings()).toEqual([]);
    const [token] = participants.map(({ joinToken }) => joinToken);
    expect((await fetch(`${origin}/j/${token}`, { method: 'POST', redirect: 'manual' })).status).toBe(410);
    expect(pair.faults).toEqual([]);
  });

  test('while Zoom is down sessions meet on Jitsi; both read why, and admins hear once that it fails and once that it works', async () => {
    pair = await meet(ZOOM_FIRST);
    const { learner, tutor, zoom } = pair;
    zoom.faults.set('down');
    await confirms();
    await confirms('2026-12-02 17:00');
    for (const human of [learner, tutor]) {
      await human.waitsFor(/Where:? Jitsi\. Zoom wasn’t available, so we use Jitsi/, 2);
      expect(await overviewOf(human)).toMatch(/Jitsi[\s\S]*Jitsi/);
      expect(human.sees(/Where:? Zoom/)).toBe(false);
    }
    const fallback = { from: 'zoom', why: 'broken' };
    expect(await confirmed()).toMatchObject(Array(2).fill({ meeting: { platform: 'jitsi', fallback } }));
    expect(await placesInAudit((await session()).id)).toEqual([{ platform: 'jitsi', wanted: 'zoom', why: 'broken' }]);
    expect(moderated('Zoom doesn’t work')).toBe(1);
    expect(pair.admin.sees('Check its status page')).toBe(true);
    await pair.moveTo(pair.now().getTime() + MINUTE);
    expect(moderated('Zoom works again')).toBe(0);
    zoom.faults.set(undefined);
    await pair.moveTo(pair.now().getTime() + MINUTE);
    await pair.moveTo(pair.now().getTime() + MINUTE);
    expect(moderated('Zoom works again')).toBe(1);
    expect(moderated('Zoom doesn’t work')).toBe(1);
    // Who falls back keeps no host of Zoom from others.
    const sessions = await confirmed();
    expect(await Promise.all(sessions.map(({ id }) => pair.app.store.hostHeldBy(id)))).toEqual([undefined, undefined]);
    expect(zoom.meetings()).toEqual([]);
  });
});

/** One learner and one tutor, for what does not depend on the chat: the pairs take turns. */
async function between(learner: 'lena' | 'noor', tutor: 'theo' | 'jonas', options: WorldOptions): Promise<void> {
  const world = await createWorld(options);
  const admin = tutor === 'theo' ? world.grace : world.priya;
  pair = { ...world, learner: world[learner], tutor: world[tutor], admin };
}

/** Ends in a session that meets at once somewhere, whatever the platform does; gives it. */
async function confirmsDuring(day: number) {
  const known = new Set((await confirmed()).map(({ id }) => id));
  await confirms(`2026-12-${String(day).padStart(2, '0')} 17:00`);
  const fresh = (await confirmed()).find(({ id }) => !known.has(id));
  if (!fresh) throw new Error('the session is lost');
  return fresh;
}

/** The next fault is news to the admins again. */
async function isForgotten(platform: string) {
  await pair.app.store.transaction(async (tx) => void (await tx.endTrouble(platform)));
  await pair.moveTo(pair.now().getTime() + MINUTE);
}

async function expectFallback(one: Session, from: string, name: string, why: FailureCode) {
  expect(one.meeting, why).toMatchObject({ platform: 'jitsi', fallback: { from, why } });
  for (const human of [pair.learner, pair.tutor])
    expect(place(human), why).toContain(`Jitsi. ${name} wasn’t available, so we use Jitsi`);
  expect(await placesInAudit(one.id)).toEqual([{ platform: 'jitsi', wanted: from, why }]);
  expect(pair.admin.messages().findLast((message) => message.includes(`${name} doesn’t work`))).toContain(
    en.platformFailures[why](name),
  );
}

describe('every fault ends where people can meet, and is named', () => {
  test('of Zoom', async () => {
    await between('lena', 'jonas', ZOOM_FIRST);
    const { zoom } = pair;
    const faults: readonly [ZoomFault, FailureCode | undefined][] = [
      ['down', 'broken'],
      ['expired-credentials', 'bad-credentials'],
      ['rubbish', 'not-understood'],
      ['missing-scope', 'missing-permission'],
      ['answer-lost', undefined],
      ['daily-limit', 'quota-used-up'],
    ];
    for (const [index, [fault, why]] of faults.entries()) {
      zoom.faults.set(fault);
      const one = await confirmsDuring(index + 1);
      zoom.faults.set(undefined);
      if (why) await expectFallback(one, 'zoom', 'Zoom', why);
      else {
        // It was made, only nobody heard of it: it is found again.
        expect(one.meeting).toMatchObject({ platform: 'zoom', fallback: undefined });
        expect(zoom.meetings().map(({ id }) => String(id))).toEqual([one.meeting?.meetingId]);
        for (const human of [pair.learner, pair.tutor]) expect(place(human)).toContain(one.meeting?.meetingId);
        expect(await placesInAudit(one.id)).toEqual([{ platform: 'zoom' }]);
      }
      await isForgotten('zoom');
    }
    // Too many a second: as Zoom says it, but a second is shorter here.
    const body = { code: 429, message: 'You have reached the maximum per-second rate limit for this API.' };
    const headers = { 'x-ratelimit-type': 'QPS', 'x-ratelimit-reset': '0' };
    zoom.faults.order(/^GET /, { status: 429, body, headers }, 100);
    await expectFallback(await confirmsDuring(9), 'zoom', 'Zoom', 'rate-limited');
    expect(zoom.meetings()).toHaveLength(1);
    expect(pair.faults).toEqual([]);
  });

  test('of Google Meet', async () => {
    await between('noor', 'theo', { env: { MEETING_PLATFORMS: 'google-meet,jitsi' } });
    const { google } = pair;
    const faults: readonly [GoogleFault, FailureCode | undefined][] = [
      ['down', 'broken'],
      ['expired-credentials', 'bad-credentials'],
      ['rate-limited', 'rate-limited'],
      ['rubbish', 'not-understood'],
      ['answer-lost', undefined],
      ['no-meet-licence', 'no-link'],
    ];
    const events = () => google.events().filter(({ status }) => status !== 'cancelled');
    for (const [index, [fault, why]] of faults.entries()) {
      google.faults.set(fault);
      const one = await confirmsDuring(index + 1);
      google.faults.set(undefined);
      if (why) await expectFallback(one, 'google-meet', 'Google Meet', why);
      else {
        expect(one.meeting).toMatchObject({ platform: 'google-meet', fallback: undefined });
        expect(events().map(({ id }) => id)).toEqual([one.meeting?.meetingId]);
        for (const human of [pair.learner, pair.tutor]) expect(place(human)).toMatch(/Where:? Google Meet/);
        expect(await placesInAudit(one.id)).toEqual([{ platform: 'google-meet' }]);
      }
      await isForgotten('google-meet');
    }
    expect(events()).toHaveLength(1);
    expect(pair.faults).toEqual([]);
  });
});

describe('who answers too late is not waited for', () => {
  test('neither Zoom nor Google, and each is named to the admins', async () => {
    await between('noor', 'theo', { env: { MEETING_PLATFORMS: 'zoom,google-meet,jitsi' }, timeoutMs: 400 });
    const { zoom, google } = pair;
    zoom.faults.set('slow');
    google.faults.set('slow');
    await expectFallback(await confirmsDuring(1), 'zoom', 'Zoom', 'timed-out');
    expect(moderated('Google Meet doesn’t work')).toBe(1);
    await isForgotten('google-meet');
    google.faults.set('pending-for-ever');
    await expectFallback(await confirmsDuring(2), 'zoom', 'Zoom', 'timed-out');
    const [timedOut, noLink] = pair.admin.messages().filter((message) => message.includes('Google Meet doesn’t work'));
    expect(timedOut).toContain(en.platformFailures['timed-out']('Google Meet'));
    expect(noLink).toContain(en.platformFailures['no-link']('Google Meet'));
    // An event without a link is no meeting.
    expect(google.events().filter(({ status }) => status !== 'cancelled')).toEqual([]);
    expect(moderated('Zoom doesn’t work')).toBe(1);
    expect(pair.faults).toEqual([]);
  });
});

describe('after confirming', () => {
  test('a new link replaces the meeting at Zoom, and another platform takes it away', async () => {
    await between('noor', 'jonas', ZOOM_FIRST);
    const { learner, tutor, zoom } = pair;
    await confirms();
    await learner.waitsFor(/Where:? Zoom/);
    const old = String(zoom.meetings()[0]?.['id']);
    await tutor.presses('New link');
    await learner.waitsFor(`${tutor.name} made a new link, the old one no longer works: Algebra`);
    await pair.settled();
    expect(zoom.meetings()).toHaveLength(1);
    const fresh = String(zoom.meetings()[0]?.['id']);
    expect(fresh).not.toBe(old);
    expect(learner.sees(old)).toBe(false);
    expect(learner.sees(fresh)).toBe(true);
    await tutor.chooses('Jitsi');
    await learner.waitsFor(/Where:? Jitsi/);
    await pair.settled();
    expect(zoom.meetings()).toEqual([]);
    expect(learner.sees(fresh)).toBe(false);
    const { id } = await session();
    expect(await placesInAudit(id)).toEqual([{ platform: 'zoom' }, { platform: 'zoom' }, { platform: 'jitsi' }]);
    expect(pair.faults).toEqual([]);
  });

  test('a session that is moved while Zoom is down meets elsewhere, and what is left at Zoom goes the night after', async () => {
    await between('lena', 'theo', ZOOM_FIRST);
    const { learner, tutor, admin, zoom } = pair;
    await confirms();
    const { id } = await session();
    zoom.faults.set('down');
    await moves(admin, '2026-12-04 10:30');
    for (const human of [learner, tutor]) {
      await human.waitsFor('moved it: Algebra');
      expect(place(human)).toContain('Jitsi. Zoom wasn’t available, so we use Jitsi');
      expect(human.sees(/Where:? Zoom/)).toBe(false);
    }
    expect(await session()).toMatchObject({
      startsAt: new Date('2026-12-04T09:30:00Z'),
      meeting: { platform: 'jitsi', fallback: { from: 'zoom', why: 'broken' } },
    });
    expect(await placesInAudit(id)).toEqual([
      { platform: 'zoom' },
      { platform: 'jitsi', wanted: 'zoom', why: 'broken' },
    ]);
    expect(await pair.app.store.hostHeldBy(id)).toBeUndefined();
    // It cannot be deleted as long as Zoom is down, and is not forgotten.
    expect(zoom.meetings()).toHaveLength(1);
    expect(moderated('I gave up on deleting a room')).toBe(1);
    zoom.faults.set(undefined);
    await pair.moveTo('2026-12-01T03:00:00Z');
    expect(zoom.meetings()).toEqual([]);
    expect((await session()).meeting?.platform).toBe('jitsi');
  });

  test('after its first trouble nobody waits for Zoom any more: the next sessions meet on Jitsi at once, and on Zoom when it works again', async () => {
    await between('lena', 'jonas', ZOOM_FIRST);
    const { zoom, traffic } = pair;
    const asked = async (when: string) => {
      const before = traffic.length;
      await confirms(when);
      return traffic.slice(before).filter(({ service }) => service === 'zoom').length;
    };
    zoom.faults.set('down');
    expect(await asked('2026-12-02 17:00')).toBeGreaterThan(1);
    expect(await asked('2026-12-03 17:00')).toBe(0);
    const fallback = { from: 'zoom', why: 'broken' };
    expect(await confirmed()).toMatchObject(Array(2).fill({ meeting: { platform: 'jitsi', fallback } }));
    for (const human of [pair.learner, pair.tutor])
      expect(place(human)).toContain('Jitsi. Zoom wasn’t available, so we use Jitsi');
    // It still fails when it is looked at, long after the ten minutes.
    await pair.moveTo(pair.now().getTime() + 15 * MINUTE);
    expect(await asked('2026-12-04 17:00')).toBe(0);
    zoom.faults.set(undefined);
    await pair.moveTo(pair.now().getTime() + MINUTE);
    await confirms('2026-12-05 17:00');
    expect((await confirmed()).at(-1)?.meeting).toMatchObject({ platform: 'zoom', fallback: undefined });
    expect(pair.faults).toEqual([]);
  });

  test('a limit of a day is over the next day, not a minute later', async () => {
    await between('noor', 'theo', ZOOM_FIRST);
    pair.zoom.faults.set('daily-limit');
    await confirms('2026-12-03 17:00');
    pair.zoom.faults.set(undefined);
    await pair.moveTo(pair.now().getTime() + MINUTE);
    expect([moderated('Zoom doesn’t work'), moderated('Zoom works again')]).toEqual([1, 0]);
    await pair.moveTo('2026-12-01T00:01:00Z');
    expect(moderated('Zoom works again')).toBe(1);
    await confirms('2026-12-04 17:00');
    expect((await confirmed()).map(({ meeting }) => meeting?.platform)).toEqual(['jitsi', 'zoom']);
    expect(pair.faults).toEqual([]);
  });

  test('where no platform works the tutor gives a link, and an unsafe one is refused at its field', async () => {
    await between('lena', 'jonas', { env: { MEETING_PLATFORMS: 'google-meet' } });
    const { learner, tutor, google } = pair;
    google.faults.set('expired-credentials');
    await confirms();
    await tutor.waitsFor('I need a link from you');
    await tutor.presses('Give a link');
    await tutor.waitsFor('dialog: A link of your own');
    await tutor.fills({ url: 'http://127.0.0.1/room' });
    await pair.settled();
    expect((await session()).meeting).toBeUndefined();
    if (!tutor.dialog()) await tutor.presses('Change');
    await tutor.waitsFor('dialog: A link of your own');
    await tutor.fills({ url: 'https://rooms.school.example/jonas' });
    await learner.waitsFor(/Where:? Own link/);
    await tutor.waitsFor(/Where:? Own link/);
    expect((await session()).meeting?.url).toBe('https://rooms.school.example/jonas');
    expect(moderated('Google Meet doesn’t work')).toBe(1);
    expect(google.events()).toEqual([]);
  });
});

/** As an admin finds a session: among all, by its button. */
async function opens(admin: Human) {
  await admin.types('/tutoring sessions');
  await admin.waitsFor('Everybody’s upcoming sessions');
  await admin.presses('Open');
  await pair.settled();
}

async function moves(admin: Human, when: string) {
  await opens(admin);
  await admin.presses('Move');
  await admin.waitsFor('dialog: Move the session');
  await admin.fills({ when });
  await pair.settled();
  if (admin.chat === 'slack') return;
  await admin.waitsFor('Is this the new time?');
  await admin.presses(/^Move: /);
  await pair.settled();
}

async function cancels(admin: Human, reason: string) {
  await opens(admin);
  await admin.presses('Cancel');
  await admin.waitsFor('dialog: Cancel the session');
  await admin.fills({ reason });
  await pair.settled();
}

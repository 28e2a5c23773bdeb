import { afterEach, describe, expect, test } from 'vitest';
import { sessionSubject } from '../../src/core/owing/subject.ts';
import { books, type Pair } from '../world/pairs.ts';
import { createWorld } from '../world/world.ts';

const MINUTE = 60_000;
const ADDRESS = 'https://tutorline.example/webhooks/zoom';

let pair: Pair;
afterEach(() => pair.stop());

/** A session that meets on Zoom, a day before it begins. */
async function confirmed(): Promise<{ id: string; startsAt: number; meetingId: string }> {
  const world = await createWorld({ env: { MEETING_PLATFORMS: 'zoom,jitsi' } });
  pair = { ...world, learner: world.lena, tutor: world.theo, admin: world.grace };
  await books(pair.learner, pair.tutor.name);
  await pair.settled();
  await pair.tutor.presses('Confirm');
  await pair.learner.waitsFor('Where: Zoom');
  await pair.settled();
  const [session] = await pair.app.store.sessions({ states: ['confirmed'] });
  if (!session?.meeting) throw new Error('no meeting');
  return { id: session.id, startsAt: session.startsAt.getTime(), meetingId: session.meeting.meetingId };
}

const sessionOf = async (id: string) => {
  const session = await pair.app.store.session(id);
  if (!session) throw new Error('no session');
  return session;
};
const outcomeOf = async (id: string) => (await sessionOf(id)).participants[0]?.outcome;
const stateOf = async (id: string) => {
  await pair.settled();
  return (await sessionOf(id)).state;
};
const auditOf = async (id: string) =>
  (await pair.app.store.auditOf(sessionSubject(id))).filter(({ by }) => by === 'webhook').map(({ event }) => event);
const asked = (of: Pair['learner']) =>
  of.messages().filter((message) => message.includes('How was your session')).length;

/** An event as Zoom sends it, signed now. */
async function sends(event: string, meetingId: string, at: number, more: object = {}): Promise<number | undefined> {
  const object = { id: meetingId, uuid: 'occasion-1==', start_time: new Date(at).toISOString(), ...more };
  const body = JSON.stringify({ event, event_ts: at, payload: { account_id: 'abc', object } });
  const status = await pair.zoom.sendWebhook(body);
  await pair.settled();
  return status;
}

describe('what Zoom tells', () => {
  test('a session starts, ends two minutes after its meeting, and then both are asked how it was', async () => {
    const { id, startsAt, meetingId } = await confirmed();
    await pair.moveTo(startsAt);
    await pair.zoom.starts(meetingId);
    expect(await stateOf(id)).toBe('started');
    await pair.zoom.joins(meetingId, { name: 'Lena' });
    await pair.moveTo(startsAt + 50 * MINUTE);
    await pair.zoom.ends(meetingId);
    expect(await stateOf(id)).toBe('started');
    await pair.moveTo(startsAt + 51 * MINUTE);
    expect(await stateOf(id)).toBe('started');
    await pair.moveTo(startsAt + 53 * MINUTE);
    await pair.learner.waitsFor(`How was your session with ${pair.tutor.name}?`);
    await pair.tutor.waitsFor(`How was your session with ${pair.learner.name}?`);
    const session = await sessionOf(id);
    expect(session).toMatchObject({ state: 'ended', startedAt: new Date(startsAt) });
    expect(session.endedAt).toEqual(new Date(startsAt + 50 * MINUTE));
    expect((await auditOf(id)).toSorted()).toEqual(['end', 'join', 'start']);
    expect(await pair.app.store.stays(id)).toMatchObject([{ name: 'Tutoring room 1' }, { name: 'Lena' }]);
    expect(await pair.app.store.waitingWebhooks()).toEqual([]);
    expect(pair.faults).toEqual([]);
  });

  test('a meeting that is opened early starts the session when its time has come; one that is over by then does not', async () => {
    const { id, startsAt, meetingId } = await confirmed();
    // The tutor tries the room an hour before.
    await pair.moveTo(startsAt - 60 * MINUTE);
    await pair.zoom.starts(meetingId);
    await pair.zoom.ends(meetingId);
    await pair.moveTo(startsAt - 50 * MINUTE);
    expect(await pair.app.store.waitingWebhooks()).toEqual([]);
    expect((await sessionOf(id)).participants.map(({ joinedAt }) => joinedAt)).toEqual([undefined, undefined]);
    // And is early for the session itself.
    await pair.moveTo(startsAt - 5 * MINUTE);
    await pair.zoom.starts(meetingId);
    expect(await stateOf(id)).toBe('confirmed');
    await pair.moveTo(startsAt);
    expect(await stateOf(id)).toBe('started');
    expect(await pair.app.store.waitingWebhooks()).toEqual([]);
    expect(asked(pair.learner)).toBe(0);
  });

  test('people re-enter: the session goes on, and nobody is asked anything', async () => {
    const { id, startsAt, meetingId } = await confirmed();
    await pair.moveTo(startsAt);
    await pair.zoom.starts(meetingId);
    await pair.moveTo(startsAt + 20 * MINUTE);
    await pair.zoom.ends(meetingId);
    await pair.moveTo(startsAt + 21 * MINUTE);
    await pair.zoom.starts(meetingId);
    await pair.moveTo(startsAt + 40 * MINUTE);
    expect(await stateOf(id)).toBe('started');
    await pair.zoom.ends(meetingId);
    await pair.moveTo(startsAt + 43 * MINUTE);
    expect(await stateOf(id)).toBe('ended');
    expect(asked(pair.learner)).toBe(1);
  });

  test('everything twice does no harm', async () => {
    const { id, startsAt, meetingId } = await confirmed();
    await pair.moveTo(startsAt);
    const participant = { user_id: '16', user_name: 'Lena', email: '', join_time: new Date(startsAt).toISOString() };
    for (const _ of [1, 2]) {
      expect(await sends('meeting.started', meetingId, startsAt)).toBe(204);
      expect(await sends('meeting.participant_joined', meetingId, startsAt, { participant })).toBe(204);
    }
    await pair.moveTo(startsAt + 50 * MINUTE);
    const end = { end_time: new Date(startsAt + 50 * MINUTE).toISOString() };
    for (const _ of [1, 2]) await sends('meeting.ended', meetingId, startsAt + 50 * MINUTE, end);
    await pair.moveTo(startsAt + 53 * MINUTE);
    await sends('meeting.ended', meetingId, startsAt + 51 * MINUTE, end);
    await pair.moveTo(startsAt + 60 * MINUTE);
    expect(await stateOf(id)).toBe('ended');
    expect(await auditOf(id)).toEqual(['start', 'end']);
    expect([asked(pair.learner), asked(pair.tutor)]).toEqual([1, 1]);
    expect(await pair.app.store.stays(id)).toHaveLength(1);
  });

  test('the wrong order does no harm: the end of the first time is heard after the start of the second', async () => {
    const { id, startsAt, meetingId } = await confirmed();
    const first = { end_time: new Date(startsAt + 10 * MINUTE).toISOString() };
    await pair.moveTo(startsAt + 12 * MINUTE);
    await sends('meeting.started', meetingId, startsAt + 11 * MINUTE, { uuid: 'occasion-2==' });
    await sends('meeting.ended', meetingId, startsAt + 10 * MINUTE, first);
    await sends('meeting.started', meetingId, startsAt);
    await pair.moveTo(startsAt + 40 * MINUTE);
    expect(await stateOf(id)).toBe('started');
    expect(pair.faults).toEqual([]);
  });

  test('what comes 85 minutes late does no harm', async () => {
    const { id, startsAt, meetingId } = await confirmed();
    await pair.moveTo(startsAt + 85 * MINUTE);
    expect(await stateOf(id)).toBe('ended');
    await sends('meeting.started', meetingId, startsAt);
    await sends('meeting.ended', meetingId, startsAt + 5 * MINUTE, { end_time: new Date(startsAt).toISOString() });
    await pair.moveTo(startsAt + 95 * MINUTE);
    expect(await stateOf(id)).toBe('ended');
    expect(await auditOf(id)).toEqual([]);
    expect(asked(pair.learner)).toBe(1);
    expect(await pair.app.store.waitingWebhooks()).toEqual([]);
  });

  test('meetings of others are nobody’s business here', async () => {
    const { id, startsAt } = await confirmed();
    await pair.moveTo(startsAt);
    const participant = { user_id: '16', user_name: 'Zoë', email: 'zoe@elsewhere.example' };
    expect(await sends('meeting.started', '93800000000', startsAt)).toBe(204);
    expect(await sends('meeting.participant_joined', '93800000000', startsAt, { participant })).toBe(204);
    expect(await sends('meeting.deleted', '93800000000', startsAt)).toBe(204);
    expect(await stateOf(id)).toBe('confirmed');
    expect(await pair.app.store.waitingWebhooks()).toEqual([]);
    expect(await pair.app.store.lastWebhookAt('zoom')).toEqual(new Date(startsAt));
    expect(pair.faults).toEqual([]);
  });

  test('who gave an address is known by it; a name alone is not', async () => {
    const { id, startsAt, meetingId } = await confirmed();
    const learner = (await sessionOf(id)).participants[0]?.person ?? '';
    const address = { email: 'lena@school.example', emailConfirmedAt: pair.now() };
    await pair.app.store.transaction((tx) => tx.changePerson(learner, address));
    await pair.moveTo(startsAt - 3 * MINUTE);
    await pair.zoom.starts(meetingId);
    await pair.zoom.joins(meetingId, { name: pair.tutor.name });
    await pair.zoom.joins(meetingId, { name: 'L.', email: 'Lena@school.example' });
    await pair.settled();
    const at = new Date(startsAt - 3 * MINUTE);
    // The host's account is the tutor's: nobody else gets its link.
    expect((await sessionOf(id)).participants.map(({ joinedAt }) => joinedAt)).toEqual([at, at]);
    expect(await pair.app.store.stays(id)).toHaveLength(3);
    const opens = async (human: Pair['learner'], isAdmin: boolean) => {
      const by = await pair.actor(human, isAdmin);
      return JSON.stringify(await pair.app.reception.run(by, 'open', { session: id }));
    };
    expect(await opens(pair.admin, true)).toContain('Seen by the platform');
    expect(await opens(pair.learner, false)).not.toContain('Seen by the platform');
    await pair.moveTo(startsAt + 30 * MINUTE);
    await pair.zoom.ends(meetingId);
    await pair.settled();
    expect((await sessionOf(id)).participants.map(({ leftAt }) => leftAt)).toEqual([pair.now(), pair.now()]);
  });

  test('a meeting that somebody deletes at Zoom is made anew, and both are told why the link is another one', async () => {
    const { id, meetingId } = await confirmed();
    await sends('meeting.deleted', meetingId, pair.now().getTime());
    for (const human of [pair.learner, pair.tutor])
      await human.waitsFor('The meeting was deleted in Zoom, so there is a new link: Algebra');
    await pair.settled();
    const { meeting } = await sessionOf(id);
    expect(meeting?.meetingId).not.toBe(meetingId);
    await pair.learner.waitsFor(meeting?.meetingId ?? 'a meeting');
    // Told twice, and by then it is not ours any more.
    await sends('meeting.deleted', meetingId, pair.now().getTime() + 1);
    expect((await sessionOf(id)).meeting).toEqual(meeting);
  });

  test('when we delete a meeting ourselves nobody is told that it is gone', async () => {
    await confirmed();
    await pair.tutor.presses('New link');
    await pair.settled();
    expect(pair.zoom.meetings()).toHaveLength(1);
    expect(pair.tutor.sees('was deleted in Zoom')).toBe(false);
    expect(pair.faults).toEqual([]);
  });
});

describe('the address', () => {
  const post = (body: string, headers: Record<string, string> = {}, address = ADDRESS) =>
    pair.app.http.fetch(new Request(address, { method: 'POST', body, headers }));

  test('proves itself to Zoom, and takes nothing from anybody else', async () => {
    await confirmed();
    expect(await pair.zoom.validatesUrl()).toBe(true);
    expect(await pair.zoom.sendWebhook('{"event":"meeting.started"}', { signature: 'v0=00' })).toBe(401);
    expect(await pair.zoom.sendWebhook('{"event":"meeting.started"}', { timestamp: '1700000000' })).toBe(401);
    expect(await pair.zoom.sendWebhook('not JSON')).toBe(400);
    expect(await pair.zoom.sendWebhook('{"event":"meeting.started","payload":null}')).toBe(400);
    expect((await post('{}')).status).toBe(401);
    expect((await post('x'.repeat(300_000))).status).toBe(413);
    expect((await post('{}', {}, ADDRESS.replace('zoom', 'jaas'))).status).toBe(404);
    expect((await post('{}', {}, ADDRESS.replace('zoom', 'constructor'))).status).toBe(404);
    expect((await pair.app.http.fetch(new Request(ADDRESS))).status).toBe(405);
    expect(await pair.app.store.lastWebhookAt('zoom')).toBeUndefined();
    expect(pair.faults).toEqual([]);
  });
});

describe('a recording', () => {
  const isRecorded = () => JSON.stringify(pair.zoom.meetings()[0]).includes('"auto_recording":"cloud"');

  test('is made only when both agree, and comes to both', async () => {
    const { id, startsAt, meetingId } = await confirmed();
    expect(isRecorded()).toBe(false);
    await pair.tutor.presses('Ask to record');
    await pair.tutor.waitsFor(`I’ve asked ${pair.learner.name}. Nothing is recorded until they agree.`);
    await pair.learner.waitsFor(`${pair.tutor.name} would like to record Algebra`);
    await pair.settled();
    expect(isRecorded()).toBe(false);
    await pair.learner.presses('Agree');
    await pair.learner.waitsFor('You both agreed');
    await pair.settled();
    expect(isRecorded()).toBe(true);
    await pair.tutor.waitsFor('You both agreed');
    await pair.moveTo(startsAt);
    await pair.zoom.starts(meetingId);
    await pair.moveTo(startsAt + 50 * MINUTE);
    await pair.zoom.ends(meetingId);
    for (const human of [pair.learner, pair.tutor]) await human.waitsFor('The recording of Algebra is ready');
    await pair.settled();
    expect((await sessionOf(id)).recordingUrl).toContain(`/rec/${meetingId}`);
    expect(pair.faults).toEqual([]);
  });

  test('is off when one says no, and when one takes it back before the start', async () => {
    const { id, startsAt, meetingId } = await confirmed();
    await pair.learner.presses('Ask to record');
    await pair.tutor.waitsFor(`${pair.learner.name} would like to record Algebra`);
    await pair.tutor.presses('No');
    await pair.tutor.waitsFor('won’t be recorded');
    await pair.settled();
    expect(isRecorded()).toBe(false);
    expect(pair.learner.sees('won’t be recorded')).toBe(true);
    await pair.tutor.presses('Ask to record');
    await pair.settled();
    expect(isRecorded()).toBe(true);
    await pair.learner.presses('Don’t record');
    await pair.settled();
    expect(isRecorded()).toBe(false);
    await pair.moveTo(startsAt + 1);
    await pair.learner.presses('Ask to record');
    await pair.learner.waitsFor('It’s too late for that');
    // Whatever is recorded all the same is not ours to send.
    await sends('recording.completed', meetingId, startsAt + MINUTE, { share_url: 'https://zoom.example/rec/1' });
    expect((await sessionOf(id)).recordingUrl).toBeUndefined();
    expect(pair.tutor.sees('is ready')).toBe(false);
  });
});

describe('Join', () => {
  test('is the host’s way in for the tutor, by a link that is asked for at the press and kept nowhere', async () => {
    const { id, startsAt } = await confirmed();
    await pair.tutor.presses('Join');
    await pair.tutor.waitsFor('It’s too early for that');
    await pair.moveTo(startsAt - 10 * MINUTE);
    await pair.tutor.presses('Join');
    await pair.tutor.waitsFor('Open the room');
    await pair.settled();
    const { participants } = await sessionOf(id);
    expect(participants.find(({ role }) => role === 'tutor')?.joinedAt).toEqual(pair.now());
    const enter = async (role: string) => {
      const token = participants.find((one) => one.role === role)?.joinToken;
      const answer = await fetch(`${pair.origin}/j/${token}`, { method: 'POST', redirect: 'manual' });
      return answer.headers.get('location');
    };
    expect(await enter('tutor')).toMatch(/\/s\/\d+\?zak=/);
    expect(await enter('learner')).not.toContain('zak=');
    const kept = [
      await sessionOf(id),
      await pair.app.store.shown(sessionSubject(id)),
      await pair.app.store.auditOf(sessionSubject(id)),
      pair.tutor.reads(),
    ];
    expect(JSON.stringify(kept)).not.toContain('zak=');
    for (const human of [pair.learner, pair.tutor, pair.admin]) expect(human.buttons()).not.toContain('Start as host');
  });

  test('lets the tutor in as everybody where the platform gives no host’s link just then', async () => {
    const { id, startsAt } = await confirmed();
    await pair.moveTo(startsAt - 10 * MINUTE);
    pair.zoom.faults.set('down');
    const token = (await sessionOf(id)).participants.find(({ role }) => role === 'tutor')?.joinToken;
    const answer = await fetch(`${pair.origin}/j/${token}`, { method: 'POST', redirect: 'manual' });
    expect(answer.status).toBe(303);
    expect(answer.headers.get('location')).not.toContain('zak=');
  });

  test('is nobody else’s way to host, whatever they send', async () => {
    const { id, startsAt } = await confirmed();
    await pair.moveTo(startsAt - 10 * MINUTE);
    const presses = async (human: Pair['learner'], isAdmin: boolean) =>
      JSON.stringify(await pair.app.reception.run(await pair.actor(human, isAdmin), 'join', { session: id }));
    for (const [human, isAdmin] of [
      [pair.learner, false],
      [pair.learner, true],
      [pair.ada, true],
    ] as const)
      expect(await presses(human, isAdmin)).not.toContain('zak=');
  });
});

describe('when nobody says how it went', () => {
  test('a session that Zoom saw both in counts as held', async () => {
    const { id, startsAt, meetingId } = await confirmed();
    await pair.moveTo(startsAt);
    await pair.zoom.starts(meetingId);
    await pair.zoom.joins(meetingId, { name: 'Lena' });
    await pair.moveTo(startsAt + 50 * MINUTE);
    await pair.zoom.ends(meetingId);
    await pair.moveTo(startsAt + 53 * MINUTE);
    expect(await stateOf(id)).toBe('ended');
    await pair.moveTo(startsAt + 74 * 60 * MINUTE);
    expect(await outcomeOf(id)).toBe('took-place');
  });

  test('the same where no webhook came: Zoom’s own report says who was there', async () => {
    const { id, startsAt, meetingId } = await confirmed();
    pair.zoom.deliverWebhooksTo('');
    await pair.moveTo(startsAt);
    await pair.zoom.starts(meetingId);
    await pair.zoom.joins(meetingId, { name: 'Lena' });
    await pair.moveTo(startsAt + 50 * MINUTE);
    await pair.zoom.ends(meetingId);
    await pair.moveTo(startsAt + 76 * MINUTE);
    expect(await stateOf(id)).toBe('ended');
    expect(await pair.app.store.stays(id)).toHaveLength(2);
    await pair.moveTo(startsAt + 30 * 60 * MINUTE);
    expect(await pair.app.store.stays(id)).toHaveLength(2);
    await pair.moveTo(startsAt + 76 * 60 * MINUTE);
    expect(await outcomeOf(id)).toBe('took-place');
    expect(pair.faults).toEqual([]);
  });

  test.each(['expired-credentials', 'down'] as const)('a report that cannot be had does no harm: %s', async (fault) => {
    const { id, startsAt } = await confirmed();
    pair.zoom.faults.set(fault);
    await pair.moveTo(startsAt + 76 * MINUTE);
    await pair.moveTo(startsAt + 76 * 60 * MINUTE);
    expect(await outcomeOf(id)).toBe('unknown');
    expect(pair.admin.sees('I gave up on')).toBe(false);
  });
});

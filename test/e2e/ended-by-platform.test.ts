import { createHmac, generateKeyPairSync } from 'node:crypto';
import { afterEach, expect, test } from 'vitest';
import { readConfig } from '../../src/config/read-config.ts';
import { acrossChats, books, type Pair } from '../world/pairs.ts';

const MINUTE = 60_000;
const JAAS_APP = 'vpaas-magic-cookie-0123456789abcdef0123456789abcdef';
const JAAS_SECRET = 'whsec_jaas';
const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
/** Nobody plays Jitsi as a Service: what is told of a room is told here. */
const JAAS = readConfig({
  SANDBOX: '1',
  MEETING_PLATFORMS: 'jitsi',
  JAAS_APP_ID: JAAS_APP,
  JAAS_KEY_ID: '0a1b2c',
  JAAS_PRIVATE_KEY: String(privateKey.export({ type: 'pkcs8', format: 'pem' })),
  JAAS_WEBHOOK_SECRET: JAAS_SECRET,
}).jaas;

acrossChats((meet) => {
  let pair: Pair;
  afterEach(() => pair.stop());

  async function confirmed() {
    await books(pair.learner, pair.tutor.name);
    await pair.tutor.waitsFor('asks you for a session');
    await pair.tutor.presses('Confirm');
    await pair.learner.waitsFor(/\/j\//);
    await pair.settled();
    const [session] = await pair.app.store.sessions({ states: ['confirmed'] });
    if (!session?.meeting) throw new Error('no meeting');
    return {
      id: session.id,
      startsAt: session.startsAt.getTime(),
      meeting: session.meeting,
      people: session.participants,
    };
  }
  const stateOf = async (id: string) => (await pair.app.store.session(id))?.state;
  async function bothAreAsked() {
    await pair.learner.waitsFor(`How was your session with ${pair.tutor.name}?`);
    await pair.tutor.waitsFor(`How was your session with ${pair.learner.name}?`);
    expect(pair.faults).toEqual([]);
  }

  test('a session on Zoom is over when its meeting is, and then both are asked how it was', async () => {
    pair = await meet({ env: { MEETING_PLATFORMS: 'zoom,jitsi' } });
    const { id, startsAt, meeting } = await confirmed();
    await pair.moveTo(startsAt);
    await pair.zoom.starts(meeting.meetingId);
    await pair.settled();
    expect(await stateOf(id)).toBe('started');
    await pair.moveTo(startsAt + 50 * MINUTE);
    await pair.zoom.ends(meeting.meetingId);
    await pair.moveTo(startsAt + 53 * MINUTE);
    expect(await stateOf(id)).toBe('ended');
    await bothAreAsked();
  });

  test('the same in a room of Jitsi as a Service, which knows who came by their own tokens', async () => {
    pair = await meet({ config: (config) => ({ ...config, jaas: JAAS }) });
    const { id, startsAt, meeting, people } = await confirmed();
    await pair.tutor.presses('Ask to record');
    await pair.learner.waitsFor('would like to record Algebra');
    await pair.learner.presses('Agree');
    await pair.tutor.waitsFor('The tutor starts the recording in the room');
    let count = 0;
    const tells = async (eventType: string, data?: object) => {
      count += 1;
      const timestamp = pair.now().getTime();
      const event = { idempotencyKey: `key-${count}`, eventType, sessionId: 'one', timestamp, data };
      const body = JSON.stringify({ ...event, fqn: `${JAAS_APP}/${meeting.meetingId}` });
      const signature = createHmac('sha256', JAAS_SECRET).update(`${timestamp}.${body}`).digest('base64');
      const headers = { 'content-type': 'application/json', 'x-jaas-signature': `t=${timestamp},v1=${signature}` };
      const answer = await fetch(`${pair.origin}/webhooks/jaas`, { method: 'POST', headers, body });
      await pair.settled();
      return answer.status;
    };
    await pair.moveTo(startsAt);
    expect(await tells('ROOM_CREATED')).toBe(204);
    for (const { person } of people)
      expect(await tells('PARTICIPANT_JOINED', { id: person, name: 'Somebody' })).toBe(204);
    expect(await stateOf(id)).toBe('started');
    const came = (await pair.app.store.session(id))?.participants.map(({ joinedAt }) => joinedAt?.getTime());
    expect(came).toEqual([startsAt, startsAt]);
    await pair.moveTo(startsAt + 50 * MINUTE);
    expect(await tells('ROOM_DESTROYED')).toBe(204);
    await pair.moveTo(startsAt + 53 * MINUTE);
    expect(await stateOf(id)).toBe('ended');
    const preAuthenticatedLink = 'https://storage.example/recording?signed=1';
    expect(await tells('RECORDING_UPLOADED', { preAuthenticatedLink })).toBe(204);
    expect(await tells('TRANSCRIPTION_UPLOADED', { preAuthenticatedLink: `${preAuthenticatedLink}2` })).toBe(204);
    for (const human of [pair.learner, pair.tutor]) {
      await human.waitsFor('The recording of Algebra is ready');
      await human.waitsFor('The transcript of Algebra is ready');
      expect(human.sees('save what you want to keep')).toBe(true);
    }
    // The link dies within a day: it is none for the history.
    expect((await pair.app.store.session(id))?.recordingUrl).toBeUndefined();
    await bothAreAsked();
  });
});

import { createHmac, generateKeyPairSync, verify } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { createJaas } from '../../src/meetings/jitsi/jaas.ts';
import { parseJaasWebhook } from '../../src/meetings/jitsi/jaas-webhook.ts';
import { type Details, PlatformFailed } from '../../src/meetings/platform.ts';
import { type Webhook, WebhookRefused } from '../../src/meetings/webhook.ts';

const APP = 'vpaas-magic-cookie-0123456789abcdef0123456789abcdef';
const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const pem = String(privateKey.export({ type: 'pkcs8', format: 'pem' }));
const options = { appId: APP, keyId: '0a1b2c', privateKey: pem, webhookSecret: 'whsec_jaas' };
const details: Details = {
  session: 'S1',
  subject: 'Algebra with Lena',
  startsAt: new Date('2026-12-01T17:00:00Z'),
  endsAt: new Date('2026-12-01T18:00:00Z'),
  zone: 'Europe/Berlin',
};

describe('rooms on Jitsi as a Service', () => {
  const jaas = createJaas(options, 'Tutorline-');

  async function enters(isTutor: boolean, of: Details = details) {
    const made = await jaas.create(details);
    const link = (await jaas.linkFor?.(made, { person: 'P1', name: 'Théo', isTutor }, of)) ?? '';
    const [header = '', payload = '', signature = ''] = new URL(link).searchParams.get('jwt')?.split('.') ?? [];
    expect(link.startsWith(`https://8x8.vc/${APP}/${made.meetingId}?jwt=`)).toBe(true);
    expect(
      verify('RSA-SHA256', Buffer.from(`${header}.${payload}`), publicKey, Buffer.from(signature, 'base64url')),
    ).toBe(true);
    const read = (part: string) => JSON.parse(Buffer.from(part, 'base64url').toString());
    return { made, header: read(header), payload: read(payload) };
  }

  test('everybody enters with their own token: for one room, a short while, and without a recording', async () => {
    const { made, header, payload } = await enters(true);
    expect(header).toEqual({ alg: 'RS256', kid: `${APP}/0a1b2c`, typ: 'JWT' });
    expect(payload).toMatchObject({
      aud: 'jitsi',
      iss: 'chat',
      sub: APP,
      room: made.meetingId,
      nbf: Date.parse('2026-12-01T16:40:00Z') / 1000,
      exp: Date.parse('2026-12-01T19:00:00Z') / 1000,
      context: { user: { id: 'P1', name: 'Théo', moderator: 'true' }, features: { recording: 'false' } },
    });
    const recorded = { ...details, isRecorded: true };
    expect((await enters(true, recorded)).payload.context.features).toMatchObject({
      recording: 'true',
      transcription: 'true',
    });
    expect((await enters(false, recorded)).payload.context.features.recording).toBe('false');
    expect((await enters(false)).payload.context.user.moderator).toBe('false');
    expect(made.meetingId).toMatch(/^tutorline-[a-km-np-z2-9]{28}$/);
    expect(made.url).not.toContain('jwt');
  });

  test('a key id that names the app already is taken as it is', async () => {
    const link = await createJaas({ ...options, keyId: `${APP}/0a1b2c` }, '').linkFor?.(
      { meetingId: 'r', url: `https://8x8.vc/${APP}/r`, passcode: undefined },
      { person: 'P1', name: 'Theo', isTutor: true },
      details,
    );
    const [header = ''] = link?.split('jwt=')[1]?.split('.') ?? [];
    expect(JSON.parse(Buffer.from(header, 'base64url').toString()).kid).toBe(`${APP}/0a1b2c`);
  });

  test('a room that was made on another server before stays there', async () => {
    const url = 'https://meet.jit.si/tutorline-x';
    const old = { meetingId: 'tutorline-x', url, passcode: undefined };
    expect(await jaas.linkFor?.(old, { person: 'P1', name: 'Theo', isTutor: true }, details)).toBe(url);
  });

  test('a key that is none is said, so that another platform is used', async () => {
    const broken = createJaas({ ...options, privateKey: 'no key' }, '');
    for (const asked of [broken.create(details), broken.check()])
      await expect(asked).rejects.toMatchObject({ name: PlatformFailed.name, why: 'bad-credentials' });
  });
});

describe('what 8x8 tells', () => {
  const NOW = new Date('2026-12-01T17:00:05Z');
  const T = String(NOW.getTime() / 1000);
  const event = (eventType: string, data: object = {}) =>
    JSON.stringify({
      idempotencyKey: 'd11f155d-ced5-4a7e-b6d9-aaa135c64f65',
      eventType,
      sessionId: 'c3348153-1027-4382-afad-5ae91b433c26',
      timestamp: Date.parse('2026-12-01T17:00:00Z'),
      fqn: `${APP}/tutorline-room`,
      data,
    });
  const v1 = (body: string, t = T) =>
    createHmac('sha256', options.webhookSecret).update(`${t}.${body}`).digest('base64');
  const parse = (body: string, signature: string | undefined, now = NOW): Webhook =>
    parseJaasWebhook(
      options.webhookSecret,
      signature === undefined ? {} : { 'x-jaas-signature': signature },
      Buffer.from(body),
      now,
    );
  const signed = (body: string) => parse(body, `t=${T},v1=${v1(body)}`);
  const statusOf = (run: () => Webhook) => {
    try {
      return run().kind;
    } catch (error) {
      return error instanceof WebhookRefused ? error.status : error;
    }
  };

  test('the signature of a known body is known', () => {
    // printf '1632490060.{"a":1}' | openssl dgst -sha256 -hmac whsec_jaas -binary | base64
    expect(v1('{"a":1}', '1632490060')).toBe('8TaB0S1O6G4TdDUShOtxstrqiRWANG+nWyDVUuRRbew=');
  });

  test('a room that was opened, and one that was closed', () => {
    expect(signed(event('ROOM_CREATED'))).toEqual({
      kind: 'event',
      key: 'jaas:d11f155d-ced5-4a7e-b6d9-aaa135c64f65',
      event: 'started',
      meetingId: 'tutorline-room',
      occasion: 'c3348153-1027-4382-afad-5ae91b433c26',
      at: new Date('2026-12-01T17:00:00Z'),
    });
    expect(signed(event('ROOM_DESTROYED'))).toMatchObject({ event: 'ended' });
  });

  test('who came is the one whom our token named', () => {
    const data = { id: 'P1', name: 'Theo', email: '', participantJid: 'a@b/c' };
    expect(signed(event('PARTICIPANT_JOINED', data))).toMatchObject({
      event: 'joined',
      participant: { id: 'a@b/c', name: 'Theo', email: undefined, person: 'P1' },
    });
    expect(signed(event('PARTICIPANT_LEFT', data))).toMatchObject({ event: 'left' });
  });

  test('a breakout room, and what nobody follows, is ignored', () => {
    expect(signed(event('ROOM_DESTROYED', { isBreakout: true }))).toEqual({ kind: 'ignored' });
    expect(signed(event('CHAT_UPLOADED'))).toEqual({ kind: 'ignored' });
  });

  test('only what is signed, with the right scheme, now', () => {
    const body = event('ROOM_CREATED');
    expect(statusOf(() => parse(body, undefined))).toBe(401);
    expect(statusOf(() => parse(body, ''))).toBe(401);
    expect(statusOf(() => parse(body, `t=${T},v0=${v1(body)}`))).toBe(401);
    expect(statusOf(() => parse(body, `v1=${v1(body)}`))).toBe(401);
    expect(statusOf(() => parse(`${body} `, `t=${T},v1=${v1(body)}`))).toBe(401);
    expect(statusOf(() => parse(body, `t=${T},v1=${v1(body)}`, new Date('2026-12-01T17:06:00Z')))).toBe(401);
    expect(statusOf(() => parse(body, `t=${T},v1=${v1(body)}`, new Date('2026-12-01T16:54:00Z')))).toBe(401);
    // While a secret is being replaced there are two; and some send milliseconds.
    expect(statusOf(() => parse(body, `t=${T}, v1=AAAA, v1=${v1(body)}`))).toBe('event');
    expect(statusOf(() => parse(body, `t=${T}000,v1=${v1(body, `${T}000`)}`))).toBe('event');
  });

  test('rubbish is called that', () => {
    for (const body of ['', 'x', '[]', '{"eventType":"ROOM_CREATED"}']) expect(statusOf(() => signed(body))).toBe(400);
  });
});

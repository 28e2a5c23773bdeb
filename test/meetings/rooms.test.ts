import { createHmac } from 'node:crypto';
import { expect, test } from 'vitest';
import { createCustom } from '../../src/meetings/custom/custom.ts';
import { createJitsi } from '../../src/meetings/jitsi/jitsi.ts';
import type { Details } from '../../src/meetings/platform.ts';

const details: Details = {
  session: 'S1',
  subject: 'Algebra with Lena',
  startsAt: new Date('2026-12-01T17:00:00Z'),
  endsAt: new Date('2026-12-01T18:00:00Z'),
  zone: 'Europe/Berlin',
};
const publicJitsi = { baseUrl: 'https://meet.jit.si', roomPrefix: 'tutorline-', app: undefined };

test('a Jitsi room begins with the prefix and goes on with at least 128 random bits, and nothing else', async () => {
  const jitsi = createJitsi(publicJitsi);
  const rooms = await Promise.all(Array.from({ length: 2000 }, () => jitsi.create(details)));
  const secrets = rooms.map(({ meetingId, url, passcode }) => {
    expect(url).toBe(`https://meet.jit.si/${meetingId}`);
    expect(passcode).toBeUndefined();
    expect(meetingId).toMatch(/^tutorline-[a-km-np-z2-9]{28}$/); // 28 letters of 32: 140 bits
    return meetingId.slice('tutorline-'.length);
  });
  expect(new Set(secrets).size).toBe(2000);
  // Every letter is as likely as any other: 56,000 draws of 32 letters, 1750 of each, give or take six deviations.
  const counts = new Map<string, number>();
  for (const letter of secrets.join('')) counts.set(letter, (counts.get(letter) ?? 0) + 1);
  expect(counts.size).toBe(32);
  for (const count of counts.values()) expect(Math.abs(count - 1750)).toBeLessThan(250);
});

test('case does not matter in a Jitsi room, so the secret has none', async () => {
  const { meetingId } = await createJitsi({ ...publicJitsi, roomPrefix: 'x' }).create(details);
  expect(meetingId).toBe(meetingId.toLowerCase());
});

test('on meet.jit.si the tutor has to log in first; on a server of one’s own nobody has to', () => {
  expect(createJitsi(publicJitsi).tutorMustLogIn).toBe(true);
  expect(createJitsi({ ...publicJitsi, baseUrl: 'https://jitsi.school.example' }).tutorMustLogIn).toBe(false);
});

test('a Jitsi server that asks for tokens gives everybody their own, for one room and a short while', async () => {
  const app = { id: 'tutorline', secret: 'shh' };
  const jitsi = createJitsi({ baseUrl: 'https://jitsi.school.example', roomPrefix: 't-', app });
  const made = await jitsi.create(details);
  const open = async (isTutor: boolean) => {
    const link = (await jitsi.linkFor?.(made, { person: 'P1', name: 'Théo', isTutor }, details)) ?? '';
    const [header = '', payload = '', signature] = new URL(link).searchParams.get('jwt')?.split('.') ?? [];
    expect(link.startsWith(`${made.url}?jwt=`)).toBe(true);
    expect(signature).toBe(createHmac('sha256', 'shh').update(`${header}.${payload}`).digest('base64url'));
    const read = (part: string) => JSON.parse(Buffer.from(part, 'base64url').toString());
    expect(read(header)).toEqual({ alg: 'HS256', typ: 'JWT' });
    return read(payload);
  };
  expect(await open(true)).toEqual({
    aud: 'jitsi',
    iss: 'tutorline',
    sub: 'jitsi.school.example',
    room: made.meetingId,
    nbf: Date.parse('2026-12-01T16:40:00Z') / 1000,
    exp: Date.parse('2026-12-01T19:00:00Z') / 1000,
    context: { user: { id: 'P1', name: 'Théo', moderator: 'true', affiliation: 'owner' } },
  });
  expect((await open(false)).context.user).toMatchObject({ moderator: 'false', affiliation: 'member' });
  expect(made.url).not.toContain('jwt');
});

test.each([
  ['https://rooms.school.example', /^https:\/\/rooms\.school\.example\/([^/]{28})$/],
  ['https://rooms.school.example/tutoring/', /^https:\/\/rooms\.school\.example\/tutoring\/([^/]{28})$/],
  ['https://rooms.school.example/{room}?lang=en', /^https:\/\/rooms\.school\.example\/([^/]{28})\?lang=en$/],
  ['https://rooms.school.example/#/r/{room}', /^https:\/\/rooms\.school\.example\/#\/r\/([^/]{28})$/],
])('a custom room below %s', async (baseUrl, shape) => {
  const custom = createCustom({ baseUrl });
  const made = await custom.create(details);
  expect(made.url).toMatch(shape);
  expect(shape.exec(made.url)?.[1]).toBe(made.meetingId);
  expect((await custom.create(details)).url).not.toBe(made.url);
  expect(custom.name).toBe('rooms.school.example');
});

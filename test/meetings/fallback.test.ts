import { expect, test } from 'vitest';
import { makeSomewhere, NoPlatform } from '../../src/meetings/fallback.ts';
import { type Details, type Platform, PlatformFailed } from '../../src/meetings/platform.ts';
import { configuredPlatforms, createRegistry } from '../../src/meetings/registry.ts';
import { withoutMemory } from '../../src/meetings/room.ts';

const NOW = new Date('2026-11-30T12:00:00Z');
const details: Details = {
  session: 'S1',
  subject: 'algebra',
  startsAt: new Date('2026-12-01T17:00:00Z'),
  endsAt: new Date('2026-12-01T18:00:00Z'),
  zone: undefined,
};

function platform(id: string, create: Platform['create'] = async () => working(id)): Platform {
  return { id, name: id.toUpperCase(), tutorMustLogIn: false, ...withoutMemory(id, (room) => room), create };
}
const working = (id: string) => ({ meetingId: '1', url: `https://${id}.example/1`, passcode: undefined });
const failing = (error: unknown) => () => Promise.reject(error);
const meetingsOf = (...platforms: Platform[]) => {
  const registry = createRegistry(platforms);
  return {
    make: (wanted: string | undefined, details: Details, how?: Parameters<typeof makeSomewhere>[4]) =>
      makeSomewhere(registry, () => NOW, wanted, details, how),
  };
};

test('the meeting is made where it was wanted', async () => {
  const { meeting, failures } = await meetingsOf(platform('jitsi'), platform('custom')).make('custom', details);
  expect(meeting).toEqual({ ...working('custom'), platform: 'custom', madeAt: NOW, fallback: undefined });
  expect(failures).toEqual([]);
});

test('where nobody wanted anything it is the first of the list, and no fallback', async () => {
  const { meeting } = await meetingsOf(platform('jitsi'), platform('custom')).make(undefined, details);
  expect(meeting).toMatchObject({ platform: 'jitsi', fallback: undefined });
});

test('when it fails the others are tried in order, and the meeting says what was wanted and why it is not that', async () => {
  const meetings = meetingsOf(
    platform('jitsi'),
    platform('custom', failing(new PlatformFailed('unreachable', true))),
    platform('zoom', failing(new PlatformFailed('bad-credentials', false))),
  );
  const { meeting, failures } = await meetings.make('zoom', details);
  expect(meeting).toMatchObject({ platform: 'jitsi', fallback: { from: 'zoom', why: 'bad-credentials' } });
  expect(failures.map(({ platform, error }) => [platform, error.why])).toEqual([['zoom', 'bad-credentials']]);

  const last = meetingsOf(
    platform('zoom', failing(new PlatformFailed('rate-limited', true, { retryAfterSeconds: 3 }))),
    platform('jitsi', failing(new PlatformFailed('unreachable', true))),
    platform('custom'),
  );
  const second = await last.make(undefined, details);
  expect(second.meeting).toMatchObject({ platform: 'custom', fallback: { from: 'zoom', why: 'rate-limited' } });
  expect(second.failures).toHaveLength(2);
});

test('people wait for the wanted one only as long as they are patient with what it asks for', async () => {
  const isPatient = (waitSeconds: number) => waitSeconds <= 10;
  const busyFor = (retryAfterSeconds: number) =>
    platform('zoom', failing(new PlatformFailed('rate-limited', true, { retryAfterSeconds })));
  await expect(meetingsOf(busyFor(2), platform('jitsi')).make('zoom', details, { isPatient })).rejects.toMatchObject({
    why: 'rate-limited',
  });
  const { meeting } = await meetingsOf(busyFor(90), platform('jitsi')).make('zoom', details, { isPatient });
  expect(meeting).toMatchObject({ platform: 'jitsi', fallback: { from: 'zoom', why: 'rate-limited' } });
});

test('a platform that was taken out of the settings is named too', async () => {
  const meetings = meetingsOf(platform('jitsi'));
  const { meeting } = await meetings.make('zoom', details);
  expect(meeting).toMatchObject({ platform: 'jitsi', fallback: { from: 'zoom', why: 'not-set-up' } });
});

test('a platform that breaks in a way of its own does not cost the session', async () => {
  const bug = new TypeError('undefined is not a function');
  const { meeting, failures } = await meetingsOf(platform('zoom', failing(bug)), platform('jitsi')).make(
    'zoom',
    details,
  );
  expect(meeting.fallback).toEqual({ from: 'zoom', why: 'not-understood' });
  expect(failures[0]?.error.cause).toBe(bug);
});

test('when none works everything that failed is named, and whether waiting helps', async () => {
  const fails = (...errors: PlatformFailed[]) =>
    meetingsOf(...errors.map((error, index) => platform(`p${index}`, failing(error)))).make('p0', details);
  await expect(fails(new PlatformFailed('bad-credentials', false))).rejects.toMatchObject({ isTemporary: false });
  await expect(
    fails(new PlatformFailed('bad-credentials', false), new PlatformFailed('timed-out', true)),
  ).rejects.toThrow(
    new NoPlatform([
      { platform: 'p0', error: new PlatformFailed('bad-credentials', false) },
      { platform: 'p1', error: new PlatformFailed('timed-out', true) },
    ]),
  );
  await expect(meetingsOf().make(undefined, details)).rejects.toBeInstanceOf(NoPlatform);
});

test('what is set up comes from the settings, in their order', async () => {
  const settings = {
    jitsi: { baseUrl: 'https://meet.jit.si', roomPrefix: 'tutorline-', app: undefined },
    custom: { baseUrl: 'https://rooms.school.example' },
  };
  const ids = (...platforms: string[]) => configuredPlatforms({ ...settings, platforms }).map(({ id }) => id);
  expect(ids('custom', 'jitsi')).toEqual(['custom', 'jitsi']);
  expect(ids('jitsi')).toEqual(['jitsi']);
  const [jitsi] = configuredPlatforms({ ...settings, platforms: ['jitsi'] });
  expect(jitsi).toMatchObject({ id: 'jitsi', name: 'Jitsi', tutorMustLogIn: true });
  expect(jitsi?.linkFor).toBeUndefined();
});

test('a platform that failed a moment ago is tried last, and is said to be what was wanted', async () => {
  const asked: string[] = [];
  const noting = (id: string, create: Platform['create'] = async () => working(id)) =>
    platform(id, (details) => {
      asked.push(id);
      return create(details);
    });
  const avoid = new Map([['zoom', 'broken']] as const);
  const first = await meetingsOf(noting('zoom'), noting('jitsi')).make('zoom', details, { avoid });
  expect(asked).toEqual(['jitsi']);
  expect(first).toMatchObject({
    meeting: { platform: 'jitsi', fallback: { from: 'zoom', why: 'broken' } },
    failures: [],
  });

  const isDown = failing(new PlatformFailed('broken', true));
  const last = await meetingsOf(noting('zoom'), noting('jitsi', isDown)).make('zoom', details, { avoid });
  expect(last.meeting).toMatchObject({ platform: 'zoom', fallback: undefined });
});

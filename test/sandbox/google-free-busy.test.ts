import { afterEach, beforeEach, expect, test } from 'vitest';
import { createGoogleFreeBusy } from '../../src/meetings/google/free-busy.ts';
import { type Asking, asking, type GoogleStage, googleStage } from './google-stage.ts';

const PATH = 'calendar/v3/freeBusy';
const ADA = 'ada@school.example';
const asked = (id = ADA) => ({
  timeMin: '2026-12-01T00:00:00Z',
  timeMax: '2026-12-02T00:00:00+01:00',
  items: [{ id }],
});

let stage: GoogleStage;
let google: Asking;
beforeEach(async () => {
  stage = await googleStage();
  google = asking(stage);
});
afterEach(() => stage.close());

const bot = (more: Partial<Parameters<typeof createGoogleFreeBusy>[0]> = {}) =>
  createGoogleFreeBusy({ ...stage.settings, now: () => stage.clock.now, pausesMs: [], timeoutMs: 2_000, ...more });
const from = new Date('2026-11-20T09:00:00Z');
const to = new Date('2027-03-20T09:00:00Z');

test('what overlaps or touches is one stretch, of events and of what keeps somebody busy besides', async () => {
  stage.google.isBusy(ADA, [
    { start: '2026-12-01T10:00:00Z', end: '2026-12-01T11:00:00Z' },
    { start: '2026-12-05T10:00:00Z', end: '2026-12-05T11:00:00Z' },
  ]);
  const event = {
    start: { dateTime: '2026-12-01T11:00:00Z' },
    end: { dateTime: '2026-12-01T12:00:00Z' },
    attendees: [{ email: ADA }],
  };
  await google.ask('POST', 'calendar/v3/calendars/primary/events', event);
  const later = { start: { dateTime: '2026-12-01T15:00:00Z' }, end: { dateTime: '2026-12-01T16:00:00Z' } };
  await google.ask('POST', 'calendar/v3/calendars/primary/events', { ...later, transparency: 'transparent' });
  const { status, body } = await google.ask('POST', PATH, asked());
  expect(status).toBe(200);
  expect(body).toEqual({
    kind: 'calendar#freeBusy',
    timeMin: '2026-12-01T00:00:00.000Z',
    timeMax: '2026-12-01T23:00:00.000Z',
    calendars: { [ADA]: { busy: [{ start: '2026-12-01T10:00:00Z', end: '2026-12-01T12:00:00Z' }] } },
  });
});

test('an address of another domain is an error of that calendar alone', async () => {
  const { status, body } = await google.ask('POST', PATH, asked('ada@elsewhere.example'));
  expect([status, body.calendars['ada@elsewhere.example'].errors[0].reason]).toEqual([200, 'notFound']);
});

test.each([
  ['no times', { items: [{ id: ADA }] }, 'badRequest'],
  ['a time without a zone', { ...asked(), timeMin: '2026-12-01T00:00:00' }, 'badRequest'],
  ['an end before the start', { ...asked(), timeMax: '2026-11-30T00:00:00Z' }, 'timeRangeEmpty'],
  ['a calendar without an id', { ...asked(), items: [{}] }, 'badRequest'],
  ['no JSON', '{', 'parseError'],
])('%s is refused', async (_, body, reason) => {
  const answer = await google.ask('POST', PATH, body);
  expect([answer.status, answer.body.error.errors[0].reason]).toEqual([400, reason]);
});

test('without the scope nothing is said', async () => {
  stage.google.grantFreeBusy(false);
  const answer = await google.ask('POST', PATH, asked());
  expect([answer.status, answer.body.error.errors[0].reason]).toEqual([403, 'insufficientPermissions']);
});

test.each(['refresh-token', 'service-account'] as const)('the bot asks with a %s, in stretches', async (kind) => {
  const key = stage.google.credentials.serviceAccount();
  const { account: subject } = stage.google.credentials;
  const credentials = kind === 'service-account' ? ({ kind, key, subject } as const) : stage.settings.credentials;
  stage.google.isBusy(ADA, [
    { start: '2026-12-01T10:00:00Z', end: '2026-12-01T11:00:00Z' },
    { start: '2027-03-01T10:00:00Z', end: '2027-03-01T11:00:00Z' },
  ]);
  expect(await bot({ credentials }).of(ADA, from, to)).toEqual([
    { startsAt: new Date('2026-12-01T10:00:00Z'), endsAt: new Date('2026-12-01T11:00:00Z') },
    { startsAt: new Date('2027-03-01T10:00:00Z'), endsAt: new Date('2027-03-01T11:00:00Z') },
  ]);
  expect(stage.traffic.map(({ path }) => path)).toEqual(Array(3).fill('/calendar/v3/freeBusy'));
  expect(await bot({ credentials }).of('ada@elsewhere.example', from, to)).toBe('not-visible');
  stage.google.grantFreeBusy(false);
  expect(await bot({ credentials }).of(ADA, from, to)).toBe('not-granted');
  stage.google.faults.set('down');
  expect(await bot({ credentials }).of(ADA, from, to)).toBe('unreachable');
});

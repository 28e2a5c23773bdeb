import { expect, test } from 'vitest';
import type { NoticeKind } from '../../src/core/owing/kinds.ts';
import { quietUntil, waitsUntil } from '../../src/core/owing/quiet.ts';
import { someSession } from '../store/some.ts';

const NIGHT = { from: '22:00', to: '07:00' };
const at = (text: string) => new Date(text);

test('quiet hours are on one’s own clock, over midnight and where the clocks change', () => {
  const end = at('2026-12-01T06:00:00Z');
  for (const quiet of ['2026-11-30T21:00:00Z', '2026-11-30T23:30:00Z', '2026-12-01T05:59:59Z'])
    expect(quietUntil(NIGHT, 'Europe/Berlin', at(quiet))).toEqual(end);
  for (const awake of ['2026-11-30T20:59:59Z', '2026-12-01T06:00:00Z'])
    expect(quietUntil(NIGHT, 'Europe/Berlin', at(awake))).toBeUndefined();
  expect(quietUntil(NIGHT, 'Europe/Berlin', at('2027-03-27T22:00:00Z'))).toEqual(at('2027-03-28T05:00:00Z'));
  expect(quietUntil({ from: '12:00', to: '14:00' }, 'UTC', at('2026-12-01T13:00:00Z'))).toEqual(
    at('2026-12-01T14:00:00Z'),
  );
});

test('what can wait does, and reminders and what is about to begin do not', () => {
  const now = at('2026-12-01T23:00:00Z');
  const reader = { person: { quiet: NIGHT }, zone: 'UTC' };
  const far = someSession('lena', 'theo', { state: 'confirmed', startsAt: at('2026-12-03T10:00:00Z') });
  const soon = { ...far, startsAt: at('2026-12-02T08:00:00Z') };
  const waits = (kind: NoticeKind, session = far) =>
    waitsUntil({ kind, fate: 'queued' }, session, reader, now) !== undefined;
  expect([waits('confirmed'), waits('confirmed', soon), waits('reminder')]).toEqual([true, false, false]);
  expect(waits('feedback', { ...soon, state: 'ended', startsAt: at('2026-12-01T21:00:00Z') })).toBe(true);
  for (const kind of [
    'observed',
    'paired',
    'meet-again',
    'steps',
    'calendars',
    'credits-granted',
    'cared-for',
  ] as const)
    expect([kind, waits(kind)]).toEqual([kind, true]);
  expect(waitsUntil({ kind: 'confirmed', fate: 'sending' }, far, reader, now)).toBeUndefined();
});

import { expect, test } from 'vitest';
import { sawEverybody } from '../../src/core/meeting/attendance.ts';
import type { Stay } from '../../src/core/meeting/port.ts';
import { type MeetingSign, verdictOn } from '../../src/core/meeting/signs.ts';
import { someParticipant } from '../store/some.ts';

const START = Date.parse('2026-12-01T17:00:00Z');
const at = (minute: number) => new Date(START + minute * 60_000);
const sign = (event: string, minute: number, more: { occasion?: string; heard?: number } = {}): MeetingSign => ({
  event,
  at: at(minute),
  heardAt: at(more.heard ?? minute),
  occasion: more.occasion,
});
const confirmed = { state: 'confirmed', startsAt: at(0), startedAt: undefined } as const;
const started = { state: 'started', startsAt: at(0), startedAt: at(0) } as const;
const kind = (session: typeof confirmed | typeof started, signs: readonly MeetingSign[], minute: number) =>
  verdictOn(session, signs, at(minute)).kind;

test.each<[string, typeof confirmed | typeof started, MeetingSign[], number, string]>([
  ['nothing was told', confirmed, [], 5, 'nothing'],
  ['it was opened early, and its time has not come', confirmed, [sign('started', -5)], -1, 'wait'],
  ['it was opened early, and its time has come', confirmed, [sign('started', -5)], 0, 'start'],
  ['somebody joined, and the start was never told', confirmed, [sign('joined', 3)], 3, 'start'],
  ['somebody left, and nothing else was told', confirmed, [sign('left', 3)], 3, 'nothing'],
  ['it was tried and closed before', confirmed, [sign('started', -9), sign('ended', -5)], 1, 'nothing'],
  ['it ended a minute ago', started, [sign('started', 0), sign('ended', 50)], 51, 'wait'],
  ['it ended two minutes ago', started, [sign('started', 0), sign('ended', 50)], 52, 'end'],
  ['its end was told late, a moment ago', started, [sign('ended', 50, { heard: 60 })], 61, 'wait'],
  ['people came back in', started, [sign('started', 0), sign('ended', 20), sign('joined', 21)], 40, 'nothing'],
  [
    'the end of the first time was heard last',
    started,
    [sign('started', 21, { occasion: 'b' }), sign('ended', 20, { occasion: 'a', heard: 30 })],
    40,
    'nothing',
  ],
  [
    'both times are over',
    started,
    [sign('ended', 20, { occasion: 'a' }), sign('ended', 45, { occasion: 'b' })],
    48,
    'end',
  ],
  ['the start was heard after the end', confirmed, [sign('ended', 50), sign('started', 0, { heard: 51 })], 53, 'end'],
])('%s', (_, session, signs, minute, expected) => {
  expect(kind(session, signs, minute)).toBe(expected);
  expect(kind(session, signs.toReversed(), minute)).toBe(expected);
  expect(kind(session, [...signs, ...signs], minute)).toBe(expected);
});

test('a start and an end are kept with the times at which they happened, within the session’s own', () => {
  expect(verdictOn(confirmed, [sign('started', -5)], at(2))).toMatchObject({ kind: 'start', at: at(0) });
  const late = verdictOn(confirmed, [sign('started', 4, { heard: 30 })], at(30));
  expect(late).toMatchObject({ kind: 'start', at: at(4) });
  expect(verdictOn(started, [sign('ended', 50)], at(53))).toMatchObject({ kind: 'end', at: at(50) });
});

test('what is over or not confirmed is left as it is', () => {
  for (const state of ['requested', 'cancelled', 'ended', 'declined'] as const)
    expect(verdictOn({ ...confirmed, state }, [sign('started', 0)], at(1)).kind).toBe('nothing');
});

const stay = (name: string, from: number, to: number | undefined, email?: string): Stay => ({
  key: `${name}${from}`,
  name,
  email,
  joinedAt: at(from),
  leftAt: to === undefined ? undefined : at(to),
});
const participants = [someParticipant('lena', 'learner'), someParticipant('theo', 'tutor')];
const held = { startsAt: at(0), endsAt: at(60), endedAt: at(50), participants };

test.each<[string, Stay[], boolean]>([
  ['two people for a while', [stay('Lena', 0, 50), stay('Theo', 2, undefined)], true],
  ['one after the other', [stay('Lena', 0, 10), stay('Theo', 12, 30)], false],
  ['one person, who came twice', [stay('Lena', 0, 30), stay('lena', 2, 40)], false],
  ['one address, under two names', [stay('Lena', 0, 30, 'l@x'), stay('iPad', 2, 40, 'L@x')], false],
  ['together for a moment', [stay('Lena', 0, 10), stay('Theo', 8, 30)], false],
  ['together before the start', [stay('Lena', -20, 2), stay('Theo', -20, 2)], false],
  ['nobody', [], false],
])('a platform saw %s', (_, stays, expected) => {
  expect(sawEverybody(held, stays)).toBe(expected);
});

test('of a group a platform saw everybody when it saw as many at once as there are', () => {
  const group = { ...held, participants: [...participants, someParticipant('mia', 'learner')] };
  const [lena, theo] = [stay('Lena', 0, 50), stay('Theo', 2, 50)];
  expect(sawEverybody(group, [lena, theo])).toBe(false);
  expect(sawEverybody(group, [lena, theo, stay('Mia', 48, 50)])).toBe(false);
  expect(sawEverybody(group, [lena, theo, stay('Mia', 40, 50)])).toBe(true);
});

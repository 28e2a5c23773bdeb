import { expect, test } from 'vitest';
import { without } from '../../src/core/calendar/free-busy.ts';
import { at } from '../store/some.ts';

type Stretch = readonly [from: string, to: string];
const stretches = (all: readonly Stretch[]) => all.map(([from, to]) => ({ startsAt: at(from), endsAt: at(to) }));

test.each<[string, Stretch[], Stretch[], Stretch[]]>([
  [
    'in the middle',
    [['10:00', '14:00']],
    [['11:00', '12:00']],
    [
      ['10:00', '11:00'],
      ['12:00', '14:00'],
    ],
  ],
  ['all of it', [['10:00', '11:00']], [['09:00', '12:00']], []],
  ['beside it', [['10:00', '11:00']], [['11:00', '12:00']], [['10:00', '11:00']]],
  [
    'twice',
    [['10:00', '14:00']],
    [
      ['10:00', '11:00'],
      ['13:30', '15:00'],
    ],
    [['11:00', '13:30']],
  ],
])('what is booked here is taken away: %s', (_, busy, known, left) => {
  expect(without(stretches(busy), stretches(known))).toEqual(stretches(left));
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { clean, cleanAll } from '../../src/core/clean.ts';

test('what cannot be kept and what turns direction is taken out, and everything that is seen stays', () => {
  expect(clean('Quadratic\0 equa\ud800tions\u202e, \u2066x²\u2069\r\ntomorrow\ta')).toBe(
    'Quadratic equa\ufffdtions, x²\ntomorrow\ta',
  );
  expect(clean('שלום\u200f, العربية\u200e 👩‍🏫')).toBe('שלום\u200f, العربية\u200e 👩‍🏫');
});

test('whatever is typed, a database can hold it and no direction is turned in it', () => {
  const units = fc.array(fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)));
  fc.assert(
    fc.property(units, (all) => {
      const text = clean(all.join(''));
      expect(text.isWellFormed()).toBe(true);
      expect(text).not.toMatch(/[\0\u202a-\u202e\u2066-\u2069]/);
      expect(clean(text)).toBe(text);
    }),
  );
});

test('all texts of what came are cleaned, and its names', () => {
  const at = new Date();
  expect(cleanAll({ at, 'na\0me': ['a\0', { b: '\u202eb' }], none: undefined, n: 1 })).toEqual({
    at,
    name: ['a', { b: 'b' }],
    none: undefined,
    n: 1,
  });
});

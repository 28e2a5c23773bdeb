import { describe, expect, test } from 'vitest';
import { told } from './told.ts';
import { phrases } from './typed-phrases.ts';

describe.each(Object.entries(phrases))('%s', (_, typed) => {
  test.each(typed)('%s (%s, %s, %s)', (phrase, locale, zone, now, understood) => {
    const at = new Date(Temporal.PlainDateTime.from(now).toZonedDateTime(zone).epochMilliseconds);
    expect(told(phrase, { now: at, zone, locale })).toBe(understood);
  });
});

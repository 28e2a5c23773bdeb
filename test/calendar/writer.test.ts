import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import { createCalendarWriter } from '../../src/calendar/writer.ts';
import type { Entry } from '../../src/core/calendar/entry.ts';

const writer = createCalendarWriter({ name: 'Tutorline', address: 'tutoring@school.example' });
const ENTRY: Entry = {
  uid: 'abc@tutorline',
  sequence: 3,
  changedAt: new Date('2026-11-30T09:00:00Z'),
  startsAt: new Date('2026-12-01T16:00:00Z'),
  endsAt: new Date('2026-12-01T17:00:00Z'),
  title: 'Algebra with Theo',
  description: 'Jitsi',
  url: 'https://tutoring.school.example/j/abc',
  isCancelled: false,
  attendee: { name: 'Lena', address: 'lena@school.example' },
  alarms: [10],
};

function read(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text));
  const events = calendar.getAllSubcomponents('vevent').map((one) => new ICAL.Event(one));
  const [event] = events;
  if (!event) throw new Error('no event');
  return { method: calendar.getFirstPropertyValue('method'), event, events };
}

const HOSTILE = [
  'Algebra\r\nATTENDEE:mailto:eve@evil.example',
  'a;b,c\\n\\,d:e"f',
  'END:VEVENT\nEND:VCALENDAR',
  '\u0000\u0007\u202Eabc',
  '\u{1F468}\u200D\u{1F469}\u200D\u{1F467}'.repeat(40),
  'Ñandú ¿qué? العربية 日本語',
  '"; X-EVIL=1:',
];

test('what calendars need to put it in, and to see the change', () => {
  const { method, event } = read(writer.file(ENTRY));
  expect(method).toBe('REQUEST');
  expect(event.uid).toBe('abc@tutorline');
  expect(event.sequence).toBe(3);
  expect(event.startDate.toJSDate()).toEqual(ENTRY.startsAt);
  expect(event.startDate.zone.tzid).toBe('UTC');
  expect(event.endDate.toJSDate()).toEqual(ENTRY.endsAt);
  expect(event.location).toBe(ENTRY.url);
  expect(event.organizer).toBe('mailto:tutoring@school.example');
  expect(
    event.attendees.map((one) => [String(one.getFirstValue()).toLowerCase(), one.getParameter('partstat')]),
  ).toEqual([['mailto:lena@school.example', 'ACCEPTED']]);
  const alarms = event.component.getAllSubcomponents('valarm');
  expect(alarms.map((one) => String(one.getFirstPropertyValue('trigger')))).toEqual(['-PT10M']);
  expect(event.component.getFirstPropertyValue('status')).toBe('CONFIRMED');
});

test('several are one file, each with its own name: all to be put in, or all to be taken out', () => {
  const next = { ...ENTRY, uid: 'def@tutorline', startsAt: new Date('2026-12-08T16:00:00Z') };
  const { method, events } = read(writer.several([ENTRY, next]));
  expect([method, events.map(({ uid }) => uid)]).toEqual(['PUBLISH', ['abc@tutorline', 'def@tutorline']]);
  const off = read(writer.several([ENTRY, next].map((one) => ({ ...one, isCancelled: true }))));
  expect(off.method).toBe('CANCEL');
});

test('what is off is taken out, and rings no more', () => {
  const { method, event } = read(writer.file({ ...ENTRY, sequence: 4, isCancelled: true }));
  expect(method).toBe('CANCEL');
  expect(event.component.getFirstPropertyValue('status')).toBe('CANCELLED');
  expect(event.component.getAllSubcomponents('valarm')).toEqual([]);
});

describe.each(HOSTILE)('whatever people type: %j', (text) => {
  test('is text, in lines of 75 octets, and nothing else', () => {
    const written = writer.file({
      ...ENTRY,
      title: text,
      description: text,
      attendee: { name: text, address: undefined },
    });
    for (const line of written.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    const { event, events } = read(written);
    expect(events).toHaveLength(1);
    expect(event.attendees).toHaveLength(1);
    expect(event.component.getAllProperties('x-evil')).toEqual([]);
    expect(event.summary).not.toMatch(/\n/);
    expect(event.description.replaceAll('\n', ' ').slice(0, 20)).toBe(event.summary.slice(0, 20));
  });
});

test('a feed is a calendar with a name, all entries in it, those that are off too', () => {
  const off = { ...ENTRY, uid: 'def@tutorline', isCancelled: true };
  const text = writer.feed([ENTRY, off], 'Tutorline: Lena');
  const { method, events } = read(text);
  expect(method).toBe('PUBLISH');
  expect(text).toContain('X-WR-CALNAME:Tutorline: Lena');
  expect(events.map((one) => [one.uid, one.component.getFirstPropertyValue('status')])).toEqual([
    ['abc@tutorline', 'CONFIRMED'],
    ['def@tutorline', 'CANCELLED'],
  ]);
  expect(writer.feed([], 'Tutorline: Lena')).toContain('BEGIN:VCALENDAR');
});

test('one press puts it into Google’s calendar or into Outlook, however long its name is', () => {
  const { google, outlook } = writer.links({ ...ENTRY, title: `Algebra & ${'x'.repeat(500)}` });
  const params = (link: string) => Object.fromEntries(new URL(link).searchParams);
  expect(params(google)).toMatchObject({ action: 'TEMPLATE', dates: '20261201T160000Z/20261201T170000Z' });
  expect(params(google)['text']).toMatch(/^Algebra & x+…$/);
  expect(params(outlook)).toMatchObject({ startdt: '2026-12-01T16:00:00.000Z', location: ENTRY.url });
  const far = `https://tutoring.school.example/${'y'.repeat(600)}`;
  for (const link of Object.values(writer.links({ ...ENTRY, url: far }))) expect(link.length).toBeLessThanOrEqual(512);
});

import { Resvg } from '@resvg/resvg-js';
import { expect, test } from 'vitest';
import type { MarkKind } from '../../src/core/calendar/week.ts';
import { weekOf } from '../../src/core/calendar/week.ts';
import { barsSvg } from '../../src/pictures/bars.ts';
import { createPictures } from '../../src/pictures/index.ts';
import { fitting } from '../../src/pictures/text.ts';
import { COLOURS, FILLS, weekSvg } from '../../src/pictures/week.ts';

const words = {
  title: 'Your week',
  days: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
  hour: (hour: number) => `${hour}:00`,
  offered: 'Hours you offer',
  kinds: { session: 'Session', request: 'Request', busy: 'Busy', off: 'Off' },
};
const items = [
  {
    kind: 'session',
    label: 'Algebra',
    startsAt: new Date('2026-12-01T16:00:00Z'),
    endsAt: new Date('2026-12-01T17:00:00Z'),
  },
  {
    kind: 'request',
    label: 'Chess',
    startsAt: new Date('2026-12-03T09:00:00Z'),
    endsAt: new Date('2026-12-03T10:30:00Z'),
  },
  { kind: 'busy', label: 'Busy', startsAt: new Date('2026-12-05T12:00:00Z'), endsAt: new Date('2026-12-05T13:00:00Z') },
] as const satisfies readonly { kind: MarkKind; label: string; startsAt: Date; endsAt: Date }[];
const offered = [{ startsAt: new Date('2026-11-30T14:00:00Z'), endsAt: new Date('2026-11-30T18:00:00Z') }];
const week = weekOf({
  zone: 'Europe/Berlin',
  from: Temporal.PlainDate.from('2026-11-30'),
  now: new Date('2026-12-06T10:00:00Z'),
  offered,
  items,
});

test('what is on stands in the picture on its day, at its hour, in its colour, and nowhere else', async () => {
  const png = await createPictures().week(week, words);
  const at = pixelsOf(png);
  // By hand: the days share 900 pixels from 64 on, the hours are 40 high from 78 on, beginning at 8.
  const pixel = (day: number, hour: number) => at(64 + (900 / 7) * (day + 0.9), 78 + (hour - 8) * 40);
  const colours: Record<string, string> = {};
  for (let day = 0; day < 7; day++)
    for (let hour = 8.25; hour < 18; hour += 0.5) {
      const colour = pixel(day, hour);
      if (colour !== (day === 6 ? COLOURS.today : COLOURS.paper)) colours[`${day} ${hour}`] = colour;
    }
  const [session, busy] = [FILLS.session.fill, FILLS.busy.fill];
  expect(colours).toEqual({
    ...Object.fromEntries([15.25, 15.75, 16.25, 16.75, 17.25, 17.75].map((hour) => [`0 ${hour}`, COLOURS.offered])),
    '1 17.25': session,
    '1 17.75': session,
    '5 13.25': busy,
    '5 13.75': busy,
  });
  // A request is a frame on white.
  expect(at(64 + (900 / 7) * 3 + 2, 78 + 2.6 * 40)).toBe(FILLS.request.stroke);
});

test('bars are as long as there is of each, and what people typed is text', async () => {
  const rows = [
    { label: '</text><image href="file:///etc/passwd"/>', value: 10, said: '10' },
    { label: 'Ada', value: 5, said: '5' },
    { label: 'Theo', value: 0, said: '0' },
  ];
  const svg = barsSvg({ title: 'Hours', rows });
  expect(svg).not.toContain('<image');
  const widths = [...svg.matchAll(/data-value="\d+"[^>]* width="([\d.]+)"/g)].map(([, width]) => Number(width));
  expect(widths).toEqual([380, 190, 0]);
  const png = await createPictures().bars({ title: 'Hours', rows });
  expect([...png.subarray(1, 4)].map((byte) => String.fromCharCode(byte)).join('')).toBe('PNG');
});

test('what people typed is text, whatever it is', () => {
  const label = '</text><image href="file:///etc/passwd"/>&\u0000\u{1F469}';
  const hostile = {
    ...week,
    days: week.days.map((day) => ({ ...day, marks: day.marks.map((mark) => ({ ...mark, label })) })),
  };
  const svg = weekSvg(hostile, { ...words, title: label });
  expect(svg).not.toContain('<image');
  expect(svg).not.toContain('\u0000');
  expect(() => new Resvg(svg).render()).not.toThrow();
});

test('words that do not fit are cut where one sees it', () => {
  expect(fitting('Algebra with Theo', 200, 12, 2)).toEqual(['Algebra with Theo']);
  expect(fitting('Algebra with Theo', 80, 12, 2)).toEqual(['Algebra', 'with Theo']);
  expect(fitting('Algebra with Theo', 60, 12, 1)).toEqual(['Algebra…']);
  expect(fitting('Donaudampfschifffahrt', 60, 12, 1)).toEqual(['Donauda…']);
  expect(fitting('Algebra', 10, 12, 1)).toEqual([]);
});

/** The colour at a point of the drawing, as `#rrggbb`. */
function pixelsOf(png: Uint8Array): (x: number, y: number) => string {
  const [width, height] = [
    new DataView(png.buffer, png.byteOffset).getUint32(16),
    new DataView(png.buffer, png.byteOffset).getUint32(20),
  ];
  const href = `data:image/png;base64,${Buffer.from(png).toString('base64')}`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><image href="${href}" width="${width}" height="${height}"/></svg>`;
  const { pixels } = new Resvg(svg).render();
  return (x, y) => {
    const index = 4 * (Math.round(y * 2) * width + Math.round(x * 2));
    return `#${[...pixels.subarray(index, index + 3)].map((one) => one.toString(16).padStart(2, '0')).join('')}`;
  };
}

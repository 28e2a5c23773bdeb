import type { WeekWords } from '../core/calendar/pictures.ts';
import type { Mark, MarkKind, WallStretch, Week, WeekDay } from '../core/calendar/week.ts';
import { escapeXml, fitting } from './text.ts';

/** Pixels of the drawing; the picture has twice as many. */
export const SIZE = { width: 980, left: 64, top: 78, bottom: 44, hour: 40, right: 16 } as const;

/** Told apart by brightness as well as by colour. */
export const COLOURS = {
  paper: '#ffffff',
  ink: '#1d1c1d',
  faint: '#5f5e63',
  line: '#dcdce0',
  offered: '#e3f3ea',
  today: '#fff6e0',
} as const;

export const FILLS: Readonly<
  Record<MarkKind, { readonly fill: string; readonly ink: string; readonly stroke: string }>
> = {
  session: { fill: '#1f5fae', ink: '#ffffff', stroke: '#1f5fae' },
  request: { fill: '#ffffff', ink: '#1f4f8f', stroke: '#1f5fae' },
  busy: { fill: '#8d8c93', ink: '#ffffff', stroke: '#8d8c93' },
  off: { fill: '#ececef', ink: '#4a494e', stroke: '#ececef' },
};

const DAY_WIDTH = (SIZE.width - SIZE.left - SIZE.right) / 7;
const GAP = 2;

/** A week as SVG: the hours offered as a ground, and what is on as boxes with a word in them. */
export function weekSvg(week: Week, words: WeekWords): string {
  const hours = week.toHour - week.fromHour;
  const height = SIZE.top + hours * SIZE.hour + SIZE.bottom;
  const parts = [
    rect(0, 0, SIZE.width, height, COLOURS.paper),
    text(SIZE.left, 30, words.title, { size: 20, weight: 600 }),
    ...week.days.flatMap((day, index) => column(day, index, week, words)),
    ...Array.from({ length: hours + 1 }, (_, index) => hourLine(week.fromHour + index, week, words)),
    ...week.days.flatMap((day, index) => day.marks.map((mark) => box(mark, index, week))),
    ...legend(week, words, height - 16),
  ];
  const size = `width="${SIZE.width}" height="${height}" viewBox="0 0 ${SIZE.width} ${height}"`;
  return `<svg xmlns="http://www.w3.org/2000/svg" ${size} font-family="Open Sans">${parts.join('')}</svg>`;
}

/** Where a part of a day is drawn. */
export function placeOf(
  { fromMinute, toMinute }: WallStretch,
  day: number,
  week: Pick<Week, 'fromHour' | 'toHour'>,
): { readonly x: number; readonly y: number; readonly width: number; readonly height: number } {
  const y = (minute: number) => {
    const shown = Math.min(Math.max(minute, week.fromHour * 60), week.toHour * 60);
    return SIZE.top + ((shown - week.fromHour * 60) / 60) * SIZE.hour;
  };
  return {
    x: SIZE.left + day * DAY_WIDTH,
    y: y(fromMinute),
    width: DAY_WIDTH,
    height: y(toMinute) - y(fromMinute),
  };
}

function column(day: WeekDay, index: number, week: Week, words: WeekWords): readonly string[] {
  const whole = placeOf({ fromMinute: 0, toMinute: 1440 }, index, week);
  const middle = whole.x + whole.width / 2;
  return [
    ...(day.isToday ? [rect(whole.x, SIZE.top - 32, whole.width, whole.height + 32, COLOURS.today)] : []),
    ...day.offered.map((one) => {
      const { x, y, width, height } = placeOf(one, index, week);
      return rect(x + GAP, y, width - 2 * GAP, height, COLOURS.offered);
    }),
    text(middle, SIZE.top - 12, words.days[index] ?? '', { size: 14, weight: 600, anchor: 'middle' }),
    line(whole.x, SIZE.top - 32, whole.x, SIZE.top + whole.height),
  ];
}

function hourLine(hour: number, week: Week, words: WeekWords): string {
  const { y } = placeOf({ fromMinute: hour * 60, toMinute: hour * 60 }, 0, week);
  return (
    line(SIZE.left, y, SIZE.width - SIZE.right, y) +
    text(SIZE.left - 8, y + 4, words.hour(hour), { size: 12, anchor: 'end', fill: COLOURS.faint })
  );
}

function box(mark: Mark, day: number, week: Week): string {
  const place = placeOf(mark, day, week);
  const width = (place.width - 2 * GAP) / mark.columns;
  const [x, w] = [place.x + GAP + mark.column * width, width - 1];
  const { fill, ink, stroke } = FILLS[mark.kind];
  const drawn = `<rect data-kind="${mark.kind}" x="${x}" y="${place.y + 1}" width="${w}" height="${Math.max(place.height - 2, 2)}" rx="5" fill="${fill}" stroke="${stroke}" stroke-width="1.5"/>`;
  const lines = Math.floor((place.height - 4) / 15);
  const said = fitting(mark.label, w - 12, 12, Math.min(lines, 3));
  return (
    drawn + said.map((one, index) => text(x + 6, place.y + 15 + index * 15, one, { size: 12, fill: ink })).join('')
  );
}

/** What the colours mean, as far as they are there. */
function legend(week: Week, words: WeekWords, y: number): readonly string[] {
  const marks = week.days.flatMap((day) => day.marks);
  const kinds = (Object.keys(FILLS) as MarkKind[]).filter((kind) => marks.some((mark) => mark.kind === kind));
  const entries = [
    ...(week.days.some((day) => day.offered.length > 0)
      ? [{ fill: COLOURS.offered as string, stroke: COLOURS.line as string, label: words.offered }]
      : []),
    ...kinds.map((kind) => ({ ...FILLS[kind], label: words.kinds[kind] })),
  ];
  let x = SIZE.left as number;
  return entries.map(({ fill, stroke, label }) => {
    const drawn = `<rect x="${x}" y="${y - 11}" width="14" height="12" rx="3" fill="${fill}" stroke="${stroke}"/>`;
    const said = text(x + 20, y, label, { size: 12, fill: COLOURS.faint });
    x += 44 + label.length * 7;
    return drawn + said;
  });
}

interface TextStyle {
  readonly size: number;
  readonly weight?: number;
  readonly fill?: string;
  readonly anchor?: 'middle' | 'end';
}

function text(
  x: number,
  y: number,
  words: string,
  { size, weight = 400, fill = COLOURS.ink, anchor }: TextStyle,
): string {
  const aligned = anchor ? ` text-anchor="${anchor}"` : '';
  return `<text x="${x}" y="${y}" font-size="${size}" font-weight="${weight}" fill="${fill}"${aligned}>${escapeXml(words)}</text>`;
}

const rect = (x: number, y: number, width: number, height: number, fill: string) =>
  `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${fill}"/>`;

const line = (x1: number, y1: number, x2: number, y2: number) =>
  `<line x1="${x1}" y1="${y1}" x2="${x2}" y2="${y2}" stroke="${COLOURS.line}"/>`;

import { languages } from '../languages/index.ts';
import { WORDS_WITH_DIGITS } from './lexicon.ts';

/** A piece of text that the grammar looks at as one. Offsets are into the text given to `tokenize`. */
export type Token = {
  readonly start: number;
  readonly end: number;
  /** No space before it. */
  readonly glued: boolean;
} & Shape;

type Shape =
  | { readonly kind: 'word'; readonly word: string }
  | { readonly kind: 'mark'; readonly word: string }
  | { readonly kind: 'number'; readonly value: number; readonly digits: string; readonly ordinal: boolean }
  /** 17:00, 9:30, 17h30. `hours24`: written in a way that cannot mean the afternoon (09:30, 9h30). */
  | {
      readonly kind: 'clock';
      readonly hour: number;
      readonly minute: number;
      readonly hours24: boolean;
      readonly withH: boolean;
    }
  /** 17.30, 6,30 or 1.12: a time, a date or a decimal. */
  | {
      readonly kind: 'dotted';
      readonly left: number;
      readonly right: number;
      readonly hours24: boolean;
      /** 6,30 is a time only where something else says so. */
      readonly comma: boolean;
    }
  | {
      readonly kind: 'date';
      readonly year?: number;
      readonly first: number;
      readonly second: number;
      readonly order: DateOrder;
    }
  /** A moment with its own offset: 2026-12-01T17:00Z, or Discord's <t:1780000000:F>. */
  | { readonly kind: 'instant'; readonly epochMs: number }
  | { readonly kind: 'meridiem'; readonly pm: boolean }
  | { readonly kind: 'place'; readonly zone: string };

/** `first` and `second` of a date: which is the month. */
type DateOrder = 'month-day' | 'day-month' | 'either';

type Rule = readonly [RegExp, (match: RegExpExecArray) => Shape | undefined];

const int = (digits: string | undefined) => Number(digits);
const hours24 = (hour: string) => hour.length === 2 && (hour.startsWith('0') || int(hour) > 12);
const fullYear = (digits: string) => (digits.length === 2 ? 2000 + int(digits) : int(digits));

const SHARES: Readonly<Record<string, number>> = { '½': 0.5, '¼': 0.25, '¾': 0.75 };
const ORDINAL_ENDINGS = languages.flatMap(({ lexicon }) => lexicon.ordinalEndings);

/** Any of `words`; nothing where there are none. */
const any = (words: readonly string[], before: RegExp, after: RegExp) =>
  new RegExp(`${before.source}(?:${words.map(RegExp.escape).join('|') || '(?!)'})${after.source}`, 'iuy');

const RULES: readonly Rule[] = [
  // https://docs.discord.com/developers/reference#message-formatting
  [/<t:(\d{1,12})(?::[a-z])?>/iuy, (m) => ({ kind: 'instant', epochMs: int(m[1]) * 1000 })],
  [/<[^\s<>]{1,80}>/uy, (m) => ({ kind: 'mark', word: m[0] })],
  [/https?:\/\/\S+/iuy, (m) => ({ kind: 'mark', word: m[0] })],
  [
    /\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:?\d\d)(?![\d[])/iuy,
    (m) => ({ kind: 'instant', epochMs: Date.parse(m[0].toUpperCase().replace(' ', 'T')) }),
  ],
  [/\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?[+-]\d\d:\d\d\[[\w/+-]{1,40}\]/uy, (m) => zonedInstant(m[0])],
  [/\[([A-Za-z_]{2,20}(?:\/[\w+-]{1,30}){0,2})\]/uy, (m) => ({ kind: 'place', zone: m[1] ?? '' })],
  [/(?=[A-Z]+[a-z])[A-Z][A-Za-z_]{2,15}(?:\/[A-Z][\w+-]{1,30}){1,2}/uy, (m) => ({ kind: 'place', zone: m[0] })],
  [
    /(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?:T(?=\d\d:\d\d)|(?!\d))/uy,
    (m) => ({ kind: 'date', year: int(m[1]), first: int(m[3]), second: int(m[4]), order: 'month-day' }),
  ],
  [
    /(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d\d)(?!\d)/uy,
    (m) => ({
      kind: 'date',
      year: fullYear(m[4] ?? ''),
      first: int(m[1]),
      second: int(m[3]),
      order: m[2] === '.' ? 'day-month' : 'either',
    }),
  ],
  [/(\d{1,2})\/(\d{1,2})(?![\d/])/uy, (m) => ({ kind: 'date', first: int(m[1]), second: int(m[2]), order: 'either' })],
  // after an ISO date the hours are counted to 24
  [
    /(?<=\d{4}-\d\d-\d\d[T ])(\d\d):(\d\d)(?::\d\d(?:\.\d{1,9})?)?(?!\d)/uy,
    (m) => ({ kind: 'clock', hour: int(m[1]), minute: int(m[2]), hours24: true, withH: false }),
  ],
  [
    /(\d{1,2})(:|h)(\d\d)(?::\d\d(?:\.\d{1,9})?)?(?!\d)/iuy,
    (m) => ({
      kind: 'clock',
      hour: int(m[1]),
      minute: int(m[3]),
      hours24: hours24(m[1] ?? '') || m[2] !== ':',
      withH: m[2] !== ':',
    }),
  ],
  [
    /(\d{1,2})([.,])(\d\d)(?![\d.,:]*\d)/uy,
    (m) => ({
      kind: 'dotted',
      left: int(m[1]),
      right: int(m[3]),
      hours24: hours24(m[1] ?? ''),
      comma: m[2] === ',',
    }),
  ],
  // 6'30 de la tarde
  [
    /(\d{1,2})['’´](\d\d)(?!\d)/uy,
    (m) => ({ kind: 'clock', hour: int(m[1]), minute: int(m[2]), hours24: hours24(m[1] ?? ''), withH: false }),
  ],
  // 20261204 1600
  [
    /(20\d\d)(0[1-9]|1[0-2])([0-2]\d|3[01])(?!\d)/uy,
    (m) => ({ kind: 'date', year: int(m[1]), first: int(m[2]), second: int(m[3]), order: 'month-day' }),
  ],
  [any(WORDS_WITH_DIGITS, /(?:)/u, /(?![\p{L}'’])/u), (m) => ({ kind: 'word', word: m[0].toLowerCase() })],
  [/(\d{0,2})\s?([½¼¾])/uy, (m) => number(String(int(m[1] ?? '0') + (SHARES[m[2] ?? ''] ?? 0)))],
  [/(\d{1,2}[.,]\d)(?!\d)/uy, (m) => number(m[0].replace(',', '.'))],
  [any(ORDINAL_ENDINGS, /(\d{1,2})/u, /(?![\p{L}\p{N}])/u), (m) => number(m[1] ?? '', true)],
  [/\d+/uy, (m) => number(m[0])],
  [/([ap])(?:m|\.\s?m|\sm)(?![\p{L}\p{N}])\.?/iuy, (m) => ({ kind: 'meridiem', pm: m[1]?.toLowerCase() === 'p' })],
  [/[dw](?=\d{1,2}[hm])/iuy, (m) => ({ kind: 'word', word: m[0].toLowerCase() })], // 2d3h
  [/[\p{L}\p{M}][\p{L}\p{M}\p{N}'’_]*/uy, (m) => ({ kind: 'word', word: fold(m[0]) })],
  [/./suy, (m) => ({ kind: 'mark', word: m[0] })],
];

const number = (digits: string, ordinal = false): Shape => ({ kind: 'number', value: Number(digits), digits, ordinal });

/** An offset that is not that zone's contradicts itself, and is no moment. */
function zonedInstant(text: string): Shape {
  try {
    return { kind: 'instant', epochMs: Temporal.ZonedDateTime.from(text).epochMilliseconds };
  } catch {
    return { kind: 'mark', word: text };
  }
}

/** Lower case, without accents: "Miércoles" → "miercoles". */
export const fold = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('’', "'");

/** The same text with ordinary spaces, digits and signs; as long as it was. */
export const plain = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[\uFF01-\uFF5E]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/\s|[\u200B\uFEFF]/g, ' ')
    .replace(/[\u2010-\u2015\u2212]/g, '-');

/** Cuts `plain` text into tokens, in linear time; what comes after `most` of them is left alone. */
export function tokenize(text: string, most: number): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length && tokens.length < most) {
    if (text[at] === ' ') {
      at += 1;
      continue;
    }
    const token = tokenAt(text, at, tokens.at(-1)?.end === at);
    tokens.push(token);
    at = token.end;
  }
  return tokens;
}

function tokenAt(text: string, start: number, glued: boolean): Token {
  for (const [pattern, shapeOf] of RULES) {
    pattern.lastIndex = start;
    const match = pattern.exec(text);
    const shape = match && shapeOf(match);
    if (match && shape && !(shape.kind === 'instant' && Number.isNaN(shape.epochMs)))
      return { start, end: start + match[0].length, glued, ...shape };
  }
  return { start, end: start + 1, glued, kind: 'mark', word: text[start] ?? '' };
}

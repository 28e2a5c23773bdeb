import type { Span, Text } from '../../conversation/message.ts';
import { typedIn } from '../../conversation/say.ts';
import { whichOfTwo } from '../../conversation/when/clock-words.ts';
import { clean } from '../../core/clean.ts';
import { charactersOf, cut } from '../../core/cut.ts';

/** What text may look like: characters to be escaped, or something that must stay whole. */
type Piece =
  | { readonly kind: 'text' | 'strong'; readonly source: string }
  | { readonly kind: 'entity'; readonly source: string };

/** Blanks of Unicode, without the line break. */
const BLANK = '[^\\S\\n]';
/** Our own: a link stays whole, so its words must not fill a message. */
const LINK_LABEL = 200;

/**
 * A text in Discord's markdown (https://docs.discord.com/developers/reference#message-formatting), at most `most`
 * characters: cut with `…`, never inside an escape or a mark. Only spans make formatting; what their text contains
 * shows as it was typed.
 */
export function markdown(text: Text, most: number): string {
  const pieces = piecesOf(text);
  const whole = pieces.map(written).join('').trim();
  if (whole.length <= most) return whole;
  let out = '';
  for (const piece of pieces) {
    const left = most - 1 - out.length;
    const next = written(piece);
    if (next.length > left) {
      if (piece.kind !== 'entity') out += longestStart(piece, left);
      break;
    }
    out += next;
  }
  return `${out.trim()}…`;
}

/** The same on one line: for titles. */
export function onOneLine(text: Text): Text {
  return text.map((span) => ('text' in span ? { ...span, text: span.text.replaceAll(/\s+/g, ' ') } : span));
}

/** Makes typed text inert: no marks, mentions, times, custom emoji, headings, lists, quotes or links come of it. */
export function inert(text: string): string {
  return clean(text)
    .replaceAll(/[\\*_~`|[\]<@]/g, '\\$&')
    .replaceAll(/:(?=\/\/|[^\s:]+:)/g, '\\:')
    .replaceAll(new RegExp(`^(${BLANK}*)([-+>#])`, 'gm'), '$1\\$2')
    .replaceAll(new RegExp(`^(${BLANK}*\\d+)([.)])`, 'gm'), '$1\\$2');
}

/** An address of the web, or undefined. */
export function webAddress(url: string): string | undefined {
  const parsed = URL.parse(url);
  return parsed && /^https?:$/.test(parsed.protocol) && parsed.hostname !== '' ? parsed.href : undefined;
}

/** Neighbours of a kind are put together first: what one begins another could end, `:smi` and `le:`. */
function piecesOf(text: Text): readonly Piece[] {
  const pieces: Piece[] = [];
  for (const next of text.map(pieceOf)) {
    const last = pieces.at(-1);
    if (last && last.kind === next.kind && last.kind !== 'entity')
      pieces.splice(-1, 1, { kind: last.kind, source: last.source + next.source });
    else pieces.push(next);
  }
  return pieces;
}

function pieceOf(span: Span): Piece {
  switch (span.kind) {
    case 'plain':
    case 'typed':
      return { kind: 'text', source: span.text };
    case 'strong':
      return { kind: 'strong', source: span.text };
    case 'moment':
      return {
        kind: 'entity',
        source: `<t:${Math.floor(span.at.getTime() / 1000)}:${MOMENTS[span.style]}>${beside(span)}`,
      };
    case 'link':
      return linked(span.label, span.url);
    case 'command':
      return { kind: 'text', source: typedIn('discord', span) };
  }
}

/** Discord shows an hour that comes twice as the same words: the offset stands beside it. */
const beside = ({ at, style, zone }: Span & { kind: 'moment' }) => (style === 'relative' ? '' : whichOfTwo(at, zone));

/** https://docs.discord.com/developers/reference#message-formatting-timestamp-styles */
const MOMENTS = { full: 'F', time: 't', relative: 'R' } as const;

function linked(label: string, url: string): Piece {
  const address = webAddress(url);
  if (!address) return { kind: 'text', source: label === '' ? url : `${label} (${url})` };
  const words = label.replaceAll(/\s+/g, ' ').trim() || new URL(address).hostname;
  const inBrackets = address.replaceAll(/[()<>\\]/g, (character) => `%${character.charCodeAt(0).toString(16)}`);
  return { kind: 'entity', source: `[${inert(cut(words, LINK_LABEL))}](${inBrackets})` };
}

function written(piece: Piece): string {
  if (piece.kind === 'entity') return piece.source;
  const text = inert(piece.source);
  if (piece.kind === 'text') return text;
  const inner = text.trim();
  return inner === '' ? text : text.replace(inner, () => `**${inner}**`);
}

/** As much of a piece's beginning as fits. */
function longestStart(piece: Piece, left: number): string {
  const characters = charactersOf(piece.source, left);
  const start = (count: number) => written({ ...piece, source: characters.slice(0, count).join('') });
  let fits = 0;
  let tooMany = Math.min(characters.length, Math.max(left, 0) + 1);
  while (tooMany - fits > 1) {
    const middle = Math.floor((fits + tooMany) / 2);
    if (start(middle).length <= left) fits = middle;
    else tooMany = middle;
  }
  return start(fits);
}

import type { types } from '@slack/bolt';
import type { Image, Span, Text } from '../../conversation/message.ts';
import { typedIn } from '../../conversation/say.ts';
import { whichOfTwo } from '../../conversation/when/clock-words.ts';
import { clean } from '../../core/clean.ts';
import { charactersOf, cut } from '../../core/cut.ts';
import { BUTTON_URL } from './limits.ts';
import { DATE_FORMATS, inWords } from './moments.ts';

/** Who reads a message, and where. */
export interface Reader {
  readonly locale: string;
  /** IANA; used only where Slack does not show a moment in each reader's own zone. */
  readonly zone: string | undefined;
  readonly now: Date;
  /** Pictures that Slack has, by the ids of their files. */
  readonly pictures?: ReadonlyMap<Image, string>;
}

/** A line of a block, with how much of it may be shown. */
export interface Line {
  readonly text: Text;
  readonly isBold?: boolean;
  readonly most: number;
}

type Element = types.RichTextElement;

/**
 * Lines as elements of rich text (https://docs.slack.dev/reference/block-kit/blocks/rich-text-block), at most `most`
 * characters. In rich text nothing that a person typed can become a mark, a mention or a link: only elements do that.
 */
export function richText(lines: readonly Line[], most: number, reader: Reader): Element[] {
  const elements: Element[] = [];
  let left = most;
  for (const line of lines) {
    if (left <= 1) break;
    const added = cutElements(elementsOf(line, reader), Math.min(line.most, left));
    if (added.length === 0) continue;
    const before: Element[] = elements.length > 0 ? [{ type: 'text', text: '\n' }] : [];
    elements.push(...before, ...added);
    left -= before.length + lengthOf(added);
  }
  return merged(elements);
}

/** A text for the `text` beside the blocks: notifications and screen readers show it. Moments are Slack's own. */
export function mrkdwn(text: Text, most: number, reader: Reader): string {
  let out = '';
  for (const span of text) {
    const piece = mrkdwnOf(span, reader);
    if (
      piece.isWhole
        ? out.length + piece.source.length <= most - 1
        : out.length + escaped(piece.source).length <= most - 1
    ) {
      out += piece.isWhole ? piece.source : escaped(piece.source);
      continue;
    }
    if (!piece.isWhole) {
      for (const character of charactersOf(piece.source, most)) {
        if (out.length + escaped(character).length > most - 1) break;
        out += escaped(character);
      }
    }
    return `${out.trimEnd()}…`;
  }
  return out.trim();
}

/** https://docs.slack.dev/messaging/formatting-message-text#escaping */
function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** What Slack escaped, as it was typed. */
export function unescaped(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}

/** A link's address if Slack takes it. */
export function webAddress(url: string): string | undefined {
  const parsed = URL.parse(url);
  if (!parsed || !/^https?:$/.test(parsed.protocol) || parsed.href.length > BUTTON_URL) return undefined;
  return parsed.href;
}

function elementsOf({ text, isBold }: Line, reader: Reader): Element[] {
  return text
    .flatMap((span) => [elementOf(span, reader), ...besideOf(span, reader)])
    .map((element): Element => (isBold ? { ...element, style: { bold: true } } : element))
    .filter((element) => element.type !== 'text' || element.text !== '');
}

function elementOf(span: Span, reader: Reader): Element {
  switch (span.kind) {
    case 'plain':
    case 'typed':
      return { type: 'text', text: clean(span.text) };
    case 'strong':
      return { type: 'text', text: clean(span.text), style: { bold: true } };
    case 'moment': {
      const fallback = momentInWords(span, reader);
      // `{ago}` is documented for what is past; what is to come is said as it is when the message is written.
      if (span.style === 'relative' && span.at > reader.now) return { type: 'text', text: fallback };
      return { type: 'date', timestamp: unix(span.at), format: DATE_FORMATS[span.style], fallback };
    }
    case 'link': {
      const url = webAddress(span.url);
      const words = clean(span.label).trim();
      if (!url) return { type: 'text', text: words === '' ? clean(span.url) : `${words} (${clean(span.url)})` };
      return { type: 'link', url, text: cut(words, LINK_LABEL) || url };
    }
    case 'command':
      return { type: 'text', text: typedIn('slack', span) };
  }
}

/** Slack shows an hour that comes twice as the same words: the offset stands beside it. */
function besideOf(span: Span, reader: Reader): Element[] {
  const text = span.kind === 'moment' ? whichOfTwoOf(span, reader) : '';
  return text === '' ? [] : [{ type: 'text', text }];
}

function whichOfTwoOf({ at, style, zone }: Span & { kind: 'moment' }, reader: Reader): string {
  return style === 'relative' ? '' : whichOfTwo(at, reader.zone ?? zone);
}

const LINK_LABEL = 200;

function mrkdwnOf(span: Span, reader: Reader): { source: string; isWhole: boolean } {
  switch (span.kind) {
    case 'plain':
    case 'typed':
    case 'strong':
      return { source: clean(span.text), isWhole: false };
    case 'moment': {
      const fallback = momentInWords(span, reader);
      if (span.style === 'relative') return { source: fallback, isWhole: false };
      const words = escaped(fallback).replaceAll('|', '/');
      return {
        source: `<!date^${unix(span.at)}^${DATE_FORMATS[span.style]}|${words}>${whichOfTwoOf(span, reader)}`,
        isWhole: true,
      };
    }
    case 'link':
      return { source: clean(span.label), isWhole: false };
    case 'command':
      return { source: typedIn('slack', span), isWhole: false };
  }
}

function momentInWords(span: Span & { kind: 'moment' }, { locale, zone, now }: Reader): string {
  return inWords(span.at, span.style, { locale, zone: zone ?? span.zone, now });
}

function unix(at: Date): number {
  return Math.floor(at.getTime() / 1000);
}

function cutElements(elements: readonly Element[], most: number): Element[] {
  if (lengthOf(elements) <= most) return [...elements];
  const kept: Element[] = [];
  let left = most;
  for (const element of elements) {
    const length = lengthOf([element]);
    if (length < left) {
      kept.push(element);
      left -= length;
      continue;
    }
    kept.push(
      element.type === 'text' ? { ...element, text: cut(`${element.text} `, left) } : { type: 'text', text: '…' },
    );
    break;
  }
  return kept;
}

/** As many characters as people see, about. */
function lengthOf(elements: readonly Element[]): number {
  return elements.reduce((sum, element) => {
    if (element.type === 'text') return sum + element.text.length;
    if (element.type === 'link') return sum + (element.text ?? element.url).length;
    return sum + SHOWN_ELEMENT;
  }, 0);
}

/** About as long as a date or a name is. */
const SHOWN_ELEMENT = 40;

/** Neighbouring texts of one style become one. */
function merged(elements: readonly Element[]): Element[] {
  const out: Element[] = [];
  for (const element of elements) {
    const last = out.at(-1);
    const isSame = last?.type === 'text' && element.type === 'text' && last.style?.bold === element.style?.bold;
    if (isSame) out.splice(-1, 1, { ...last, text: last.text + element.text });
    else out.push(element);
  }
  return out;
}

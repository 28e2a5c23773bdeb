import type { types } from '@slack/bolt';
import { wordsFor } from '../../conversation/languages/index.ts';
import type { Action, Image, Message, Section, Text } from '../../conversation/message.ts';
import { join, plain, strong } from '../../conversation/say.ts';
import { cut } from '../../core/cut.ts';
import { aboutEach } from './about.ts';
import { type Around, actionBlocks, createUnique, plainText } from './actions.ts';
import {
  BLOCKS_PER_MESSAGE,
  BLOCKS_PER_VIEW,
  BLOCKS_TEXT,
  CONTEXT_TEXT,
  HEADER_TEXT,
  MESSAGE_TEXT,
  PICTURE_ALT,
  RICH_TEXT,
  VIEW_TEXT,
} from './limits.ts';
import { inWords } from './moments.ts';
import { type Line, mrkdwn, type Reader, richText } from './rich-text.ts';

/** A message as Slack takes it. */
export interface Rendered {
  /** For notifications and screen readers. */
  readonly text: string;
  readonly blocks: types.KnownBlock[];
}

const FIELD_NAME = 100;
const FIELD_VALUE = 1000;
const TEXT_ABOVE_FIELDS = 2000;
const IMAGE_ALT = 200;
/** The name of the app, for dialogs that have no title of their own. */
const APP_NAME = 'Tutorline';
/** Blocks that the message's own buttons and menus may take, so that sections have a place. */
const FOOT_BLOCKS = 10;
const FOOT_TEXT = 4000;

/**
 * Renders a message in Block Kit. In reading order: title, text and fields, pictures, sections, actions, and a line
 * that counts what did not fit.
 */
export function render(message: Message, reader: Reader): Rendered {
  return { text: textOf(message, reader), blocks: blocksOf(message, reader, 'message') };
}

/** The dashboard: what can always be done stands above the list. */
export function renderHome(message: Message, reader: Reader): types.HomeView {
  return { type: 'home', blocks: blocksOf(message, reader, 'home') };
}

/** A message for those who pressed something in a place that has no messages. */
export function renderSheet(message: Message, reader: Reader): types.ModalView {
  return {
    type: 'modal',
    title: { type: 'plain_text', text: APP_NAME },
    blocks: blocksOf(message, reader, 'sheet'),
  };
}

/** What is still free. */
interface Free {
  blocks: number;
  text: number;
}

function blocksOf(message: Message, reader: Reader, surface: 'message' | 'home' | 'sheet'): types.KnownBlock[] {
  const sections = message.sections ?? [];
  const all = [message, ...sections].flatMap(({ actions = [] }) => actions.flatMap(labelsOf));
  const unique = createUnique();
  const repeated = new Set(all.filter((one, index) => all.indexOf(one) !== index));
  const abouts = aboutEach([message, ...sections], (text) => inPlain(text, reader));
  const around = (section: Section): Around => ({ unique, repeated, about: abouts.get(section) ?? '' });

  // One block for the line at the end.
  const most = surface === 'message' ? BLOCKS_PER_MESSAGE : BLOCKS_PER_VIEW;
  const free: Free = { blocks: most - 1, text: surface === 'message' ? BLOCKS_TEXT : VIEW_TEXT };
  const blocks: types.KnownBlock[] = [];
  const add = (more: readonly types.KnownBlock[]) => {
    blocks.push(...more);
    take(free, more);
  };

  const own = actionBlocks(message.actions ?? [], around(message));
  const foot = fitting(own.blocks, { blocks: FOOT_BLOCKS, text: FOOT_TEXT });
  take(free, foot);
  let missing = elementsIn(own.blocks) - elementsIn(foot);

  add(headerOf(message, reader));
  add(textBlock(isHeader(message.title, reader) ? { ...message, title: [] } : message, own.links, reader));
  add(pictures(message.images ?? [], reader));
  if (surface === 'home') blocks.push(...foot);

  for (const [index, section] of sections.entries()) {
    const part = sectionBlocks(section, around(section), reader);
    if (!fits(part, free, 1)) {
      missing += sections.length - index;
      break;
    }
    if (blocks.length > 0 && part.length > 0) add([{ type: 'divider' }]);
    add(part);
  }

  if (surface !== 'home') blocks.push(...foot);
  if (missing > 0) blocks.push(context([wordsFor(reader.locale).chat.andMore(missing)]));
  return blocks.length > 0 ? blocks : [context(['…'])];
}

/** What can stand on buttons: of a menu of deeds also each of these. */
function labelsOf(action: Action): readonly string[] {
  return action.kind === 'more' ? action.options.map(({ label }) => label) : [action.label];
}

function sectionBlocks(section: Section, around: Around, reader: Reader): types.KnownBlock[] {
  const { blocks, links } = actionBlocks(section.actions ?? [], around);
  return [...textBlock(section, links, reader), ...blocks];
}

/** A header is plain text: a title with a moment in it is a bold line instead. */
function headerOf(message: Message, reader: Reader): types.KnownBlock[] {
  if (!message.title || !isHeader(message.title, reader)) return [];
  return [{ type: 'header', text: plainText(inPlain(message.title, reader), HEADER_TEXT) }];
}

function isHeader(title: Text | undefined, reader: Reader): boolean {
  const isPlain = title?.every(({ kind }) => kind === 'plain' || kind === 'typed' || kind === 'strong') ?? false;
  const length = isPlain && title ? inPlain(title, reader).trim().length : 0;
  return length > 0 && length <= HEADER_TEXT;
}

/** Title, text, fields and the links that no button takes, below each other; no block when there are none. */
function textBlock(section: Section, links: readonly Text[], reader: Reader): types.KnownBlock[] {
  const fields = section.fields ?? [];
  const lines: Line[] = [
    { text: section.title ?? [], isBold: true, most: HEADER_TEXT * 2 },
    { text: section.text ?? [], most: fields.length > 0 ? TEXT_ABOVE_FIELDS : RICH_TEXT },
    ...fields.map(({ name, value }) => ({ text: fieldLine(name, value), most: FIELD_NAME + FIELD_VALUE })),
    ...links.map((text) => ({ text, most: FIELD_VALUE })),
  ];
  const elements = richText(lines, RICH_TEXT, reader);
  const isSeen = elements.some((element) => element.type !== 'text' || element.text.trim() !== '');
  return isSeen ? [{ type: 'rich_text', elements: [{ type: 'rich_text_section', elements }] }] : [];
}

function fieldLine(name: string, value: Text): Text {
  return [strong(`${cut(name, FIELD_NAME)}: `), ...value];
}

/** Pictures that Slack has, and the words of the others: https://docs.slack.dev/reference/block-kit/blocks/image-block */
function pictures(images: readonly Image[], { pictures }: Reader): types.KnownBlock[] {
  const shown = images.flatMap((image): types.ImageBlock[] => {
    const id = pictures?.get(image);
    return id === undefined
      ? []
      : [{ type: 'image', slack_file: { id }, alt_text: cut(image.alt, PICTURE_ALT) || '…' }];
  });
  const others = images.filter((image) => !pictures?.has(image));
  const alts = others.map(({ alt }) => cut(alt.trim(), IMAGE_ALT)).filter((alt) => alt !== '');
  return [...shown, ...(alts.length > 0 ? [context([alts.join('\n')])] : [])];
}

function context(lines: readonly string[]): types.ContextBlock {
  return { type: 'context', elements: lines.map((line) => plainText(line, CONTEXT_TEXT)) };
}

/** The whole message in words, buttons aside. */
function textOf(message: Message, reader: Reader): string {
  const linesOf = ({ title, text, fields }: Section): Text[] => [
    ...[title, text].filter((part): part is Text => part !== undefined && part.length > 0),
    ...(fields ?? []).map(({ name, value }) => fieldLine(name, value)),
  ];
  const images = (message.images ?? []).map(({ alt }): Text => [{ kind: 'plain', text: alt }]);
  const lines = [...linesOf(message), ...images, ...(message.sections ?? []).flatMap(linesOf)];
  const labels = (message.actions ?? []).map((action: Action): Text => [{ kind: 'plain', text: action.label }]);
  const text = mrkdwn(join(lines, '\n'), MESSAGE_TEXT, reader) || mrkdwn(join(labels, ' · '), MESSAGE_TEXT, reader);
  return text.trim() || '…';
}

function inPlain(text: Text, { locale, zone, now }: Reader): string {
  return plain(text, (at, style) => inWords(at, style, { locale, zone, now }), 'slack').trim();
}

function take(free: Free, blocks: readonly types.KnownBlock[]): void {
  free.blocks -= blocks.length;
  free.text -= characters(blocks);
}

function fits(blocks: readonly types.KnownBlock[], free: Free, extra: number): boolean {
  return blocks.length + extra <= free.blocks && characters(blocks) <= free.text;
}

/** The first blocks that fit. */
function fitting<Block extends types.KnownBlock>(blocks: readonly Block[], free: Free): Block[] {
  const left = { ...free };
  return blocks.filter((block) => {
    take(left, [block]);
    return left.blocks >= 0 && left.text >= 0;
  });
}

function elementsIn(blocks: readonly types.ActionsBlock[]): number {
  return blocks.reduce((sum, { elements }) => sum + elements.length, 0);
}

/** All text in them, the way Slack counts it for a message. */
function characters(value: unknown): number {
  if (Array.isArray(value)) return value.reduce<number>((sum, item) => sum + characters(item), 0);
  if (typeof value !== 'object' || value === null) return 0;
  return Object.entries(value).reduce<number>(
    (sum, [key, item]) => sum + (key === 'text' && typeof item === 'string' ? item.length : characters(item)),
    0,
  );
}

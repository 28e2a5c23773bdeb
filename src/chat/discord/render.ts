import {
  type APIComponentInContainer,
  type APIMessageTopLevelComponent,
  ComponentType,
  SeparatorSpacingSize,
} from 'discord.js';
import { wordsFor } from '../../conversation/languages/index.ts';
import type { Enclosure, Field, Message, Section, Target, Text } from '../../conversation/message.ts';
import { cut } from '../../core/cut.ts';
import { label } from '../label.ts';
import { actionRows, createIds, type Ids, type Row } from './actions.ts';
import { characters, type Free, fittingRows, size } from './fitting.ts';
import { COMPONENTS_PER_MESSAGE, FILES_PER_MESSAGE, MEDIA_DESCRIPTION, TEXT_PER_MESSAGE } from './limits.ts';
import { inert, markdown, onOneLine } from './markdown.ts';

/** Who reads a message, and what the adapter adds to it. */
export interface Reader {
  readonly locale: string;
  /** Under which keys the input of targets is kept that do not fit into a custom id. */
  readonly kept?: ReadonlyMap<Target, string>;
  /** `answer`: the message is a question of ours; what its buttons lead to takes its place. */
  readonly mode?: 'press' | 'answer';
  /** Put on the first component as its `id`, by which the message is known again. */
  readonly marker?: number;
}

/** A message as Discord takes it. */
export interface Rendered {
  readonly components: APIMessageTopLevelComponent[];
  readonly files: readonly File[];
}

interface File {
  readonly name: string;
  readonly type: string;
  readonly data: Uint8Array;
  /** The words for those who do not see a picture. */
  readonly alt: string;
}

/** Space for the line that counts what is not shown. */
const REST_LINE = 100;
/** What the message's own buttons and menus may take, so that sections have a place. */
const FOOT_COMPONENTS = 30;
/** Our own: what a title and a field are cut to. */
const TITLE = 300;
const FIELD_NAME = 100;
const FIELD_VALUE = 1200;
/** A section that would get less text than this waits for another page. */
const WORTH_CUTTING = 200;

/**
 * Renders a message with Components V2. In reading order: title, text and fields, pictures, sections, actions, and a
 * line that counts what did not fit. Push notifications show the first text, so the title comes first.
 */
export function render(message: Message, reader: Reader): Rendered {
  const ids = createIds(reader.kept ?? new Map(), reader.mode ?? 'press');
  const images = (message.images ?? []).slice(0, FILES_PER_MESSAGE);
  const shown = images.map(
    ({ png, name, alt }, index): File => ({ name: fileName(name, index), type: 'image/png', data: png, alt }),
  );
  const kept = enclosed(message.enclosures ?? [], FILES_PER_MESSAGE - shown.length);
  const files = [...shown, ...kept];
  const foot = fittingRows(actionRows(message.actions ?? [], ids), FOOT_COMPONENTS);
  let missing = (message.images?.length ?? 0) - images.length + foot.missing;
  missing += (message.enclosures?.length ?? 0) - kept.length;

  // One component for the container, one for the line at the end.
  const free: Free = { components: COMPONENTS_PER_MESSAGE - 2 - kept.length, characters: TEXT_PER_MESSAGE - REST_LINE };
  free.components -= size(foot.rows);
  const parts: APIComponentInContainer[] = [];
  const add = (components: readonly APIComponentInContainer[]) => {
    parts.push(...components);
    free.components -= size(components);
    free.characters -= characters(components);
  };

  const head = sectionText(message, '##', foot.links, free.characters);
  if (head !== '') add([{ type: ComponentType.TextDisplay, content: head }]);
  if (shown.length > 0) add([gallery(shown)]);

  const sections = message.sections ?? [];
  for (const [index, section] of sections.entries()) {
    const block = sectionBlock(section, ids, free, parts.length > 0, index === 0);
    if (!block) {
      missing += sections.length - index;
      break;
    }
    add(block.components);
    missing += block.missing;
  }

  parts.push(...kept.map(fileOf));
  if (foot.rows.length > 0) parts.push(...foot.rows);
  if (missing > 0)
    parts.push({ type: ComponentType.TextDisplay, content: wordsFor(reader.locale).chat.andMore(missing) });
  if (parts.length === 0) parts.push({ type: ComponentType.TextDisplay, content: '…' });

  const isCard = Boolean(message.title || message.fields?.length || sections.length > 0 || files.length > 0);
  const components: APIMessageTopLevelComponent[] = isCard
    ? [{ type: ComponentType.Container, components: parts }]
    : parts;
  const first = components[0];
  if (first && reader.marker !== undefined) first.id = reader.marker;
  return { components, files };
}

/** Title, text, fields and the links that fit no button, below each other. Fields are short: the text gives way to them. */
function sectionText(section: Section, heading: string, links: readonly Text[], most: number): string {
  const title = section.title ? markdown(onOneLine(section.title), Math.min(TITLE, Math.floor(most / 4))) : '';
  const above = title === '' ? '' : `${heading} ${title}`;
  const below = fieldLines(section.fields ?? [], links, Math.floor(most / 2));
  const left = most - above.length - below.length - 2;
  return [above, section.text ? markdown(section.text, left) : '', below].filter(Boolean).join('\n');
}

function fieldLines(fields: readonly Field[], links: readonly Text[], most: number): string {
  const lines = [
    ...fields.map(({ name, value }) => {
      const shown = markdown(value, Math.min(FIELD_VALUE, Math.floor(most / 2)));
      return shown === '' ? '' : `**${inert(label(name, FIELD_NAME))}:** ${shown}`;
    }),
    ...links.map((one) => markdown(one, most)),
  ].filter(Boolean);
  let used = 0;
  const fitting = lines.filter((line) => {
    used += line.length + 1;
    return used <= most - 2;
  });
  return (fitting.length < lines.length ? [...fitting, '…'] : fitting).join('\n');
}

/**
 * A section with a line above it, or undefined when it does not fit. A first section (`mustFit`) is cut to what is
 * free. A single button stands beside the text, more of them below.
 */
function sectionBlock(
  section: Section,
  ids: Ids,
  free: Free,
  hasAbove: boolean,
  mustFit: boolean,
): { components: readonly APIComponentInContainer[]; missing: number } | undefined {
  const all = actionRows(section.actions ?? [], ids);
  const uncut = sectionText(section, '###', all.links, TEXT_PER_MESSAGE);
  const isCut = uncut.length > free.characters;
  if (isCut && !(mustFit && free.characters > WORTH_CUTTING)) return undefined;
  const content = isCut ? sectionText(section, '###', all.links, free.characters) : uncut;
  const above: APIComponentInContainer[] = hasAbove
    ? [{ type: ComponentType.Separator, divider: true, spacing: SeparatorSpacingSize.Small }]
    : [];
  const text = content === '' ? [] : [{ type: ComponentType.TextDisplay, content } as const];
  const only = all.rows.length === 1 && all.rows[0]?.components.length === 1 ? all.rows[0].components[0] : undefined;
  const beside = only?.type === ComponentType.Button && text.length > 0 ? only : undefined;
  const body = (rows: readonly Row[]): readonly APIComponentInContainer[] =>
    beside
      ? [...above, { type: ComponentType.Section, components: [...text], accessory: beside }]
      : [...above, ...text, ...rows];
  const whole = body(all.rows);
  if (size(whole) <= free.components) return { components: whole, missing: 0 };
  if (!mustFit || beside) return undefined;
  const some = fittingRows(all, free.components - size(body([])));
  return { components: body(some.rows), missing: some.missing };
}

function gallery(files: Rendered['files']): APIComponentInContainer {
  return {
    type: ComponentType.MediaGallery,
    items: files.map(({ name, alt }) => ({
      media: { url: `attachment://${name}` },
      ...(alt.trim() === '' ? {} : { description: cut(alt.trim(), MEDIA_DESCRIPTION) }),
    })),
  };
}

/** https://docs.discord.com/developers/components/reference#file */
function fileOf({ name }: File): APIComponentInContainer {
  return { type: ComponentType.File, file: { url: `attachment://${name}` } };
}

function enclosed(all: readonly Enclosure[], most: number): readonly File[] {
  return all
    .slice(0, Math.max(0, most))
    .map(({ name, type, content }) => ({ name, type, data: Buffer.from(content), alt: '' }));
}

/** Attachments are referred to by name: plain, and different from each other. */
function fileName(name: string, index: number): string {
  return `${index + 1}-${name
    .replace(/\.png$/i, '')
    .replaceAll(/[^\w-]+/g, '-')
    .slice(0, 50)}.png`;
}

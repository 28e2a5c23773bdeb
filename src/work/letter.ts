import type { Message, MomentStyle, Section, Text } from '../conversation/message.ts';
import { plain } from '../conversation/say.ts';
import { distanceWords, inZone } from '../conversation/when/clock-words.ts';
import { isZone } from '../conversation/when/zones.ts';
import type { Letter, LetterPart } from '../core/mail.ts';
import type { Reader } from '../features/shared/reader.ts';

interface Circumstances extends Pick<Letter, 'id' | 'to' | 'unsubscribeUrl' | 'thread'> {
  readonly reader: Reader & { readonly zone: string };
  readonly now: Date;
  /** One of those that its reader may stop. */
  readonly isAboutSessions: boolean;
}

/** A message as a mail: what can be pressed in the chat alone is left out, and times are in the reader's zone. */
export function letterOf(message: Message, circumstances: Circumstances): Letter {
  const { id, to, unsubscribeUrl, thread, reader, now, isAboutSessions } = circumstances;
  const inPlain = (text: Text) => plain(text, (at, style) => inWords(at, style, reader, now)).trim();
  const subject = inPlain(message.title ?? message.text ?? []);
  return {
    id,
    to,
    subject,
    language: reader.language.id,
    parts: [message, ...(message.sections ?? [])].flatMap((section) => partsOf(section, inPlain)),
    foot: isAboutSessions ? footOf(reader, unsubscribeUrl) : [],
    unsubscribeUrl,
    thread,
    calendar: calendarIn(message),
  };
}

function partsOf({ title, text, fields = [], actions = [] }: Section, inPlain: (text: Text) => string): LetterPart[] {
  const texts = [title, text].flatMap((one) => (one && one.length > 0 ? [inPlain(one)] : []));
  return [
    ...texts.map((one): LetterPart => ({ kind: 'text', text: one })),
    ...fields.map(({ name, value }): LetterPart => {
      const [only, ...more] = value;
      // A link alone is one to be pressed.
      if (only?.kind === 'link' && more.length === 0) return { kind: 'link', label: name, url: only.url };
      return { kind: 'field', name, text: inPlain(value) };
    }),
    ...actions.flatMap((action): LetterPart[] =>
      action.kind === 'link' ? [{ kind: 'link', label: action.label, url: action.url }] : [],
    ),
  ];
}

function footOf({ words: { mail } }: Reader, unsubscribeUrl: string | undefined): readonly LetterPart[] {
  return [
    { kind: 'text', text: mail.why },
    { kind: 'text', text: mail.answer },
    unsubscribeUrl === undefined
      ? { kind: 'text', text: mail.stopInChat }
      : { kind: 'link', label: mail.stop, url: unsubscribeUrl },
  ];
}

function calendarIn({ enclosures = [] }: Message): Letter['calendar'] {
  const file = enclosures.find(({ type }) => type.startsWith('text/calendar'));
  const method = METHODS.find((one) => file?.type.endsWith(`method=${one}`)) ?? 'REQUEST';
  return typeof file?.content === 'string' ? { name: file.name, text: file.content, method } : undefined;
}

const METHODS = ['REQUEST', 'CANCEL', 'PUBLISH'] as const;

function inWords(at: Date, style: MomentStyle, { zone, locale }: Circumstances['reader'], now: Date): string {
  // What is distant now is not when the mail is read.
  if (style === 'relative' && Math.abs(at.getTime() - now.getTime()) < 60_000) return distanceWords(at, now, locale);
  return inZone(at, isZone(zone) ? zone : 'UTC', locale, now);
}

import type { MomentStyle, Span, Text, Typed } from './message.ts';

type Part = string | number | Span | Text;

/**
 * Builds a text from a template. What stands in the template is ours; what is put in came from a person and is
 * escaped by the renderer, unless it already is a span.
 */
export function say(template: TemplateStringsArray, ...parts: readonly Part[]): Text {
  const spans: Span[] = [];
  template.forEach((text, index) => {
    if (text !== '') spans.push({ kind: 'plain', text });
    const part = parts[index];
    if (part === undefined) return;
    if (typeof part === 'number') spans.push({ kind: 'plain', text: String(part) });
    else if (typeof part === 'string') spans.push({ kind: 'typed', text: part });
    else if ('kind' in part) spans.push(part);
    else spans.push(...part);
  });
  return spans;
}

export function strong(text: string): Span {
  return { kind: 'strong', text };
}

/** A moment, shown in the reader's own zone; `zone` is used where the chat cannot do that. */
export function moment(at: Date, zone: string | undefined, style: MomentStyle = 'full'): Span {
  return { kind: 'moment', at, style, zone };
}

export function link(label: string, url: string): Span {
  return { kind: 'link', label, url };
}

/** A command by its name, and what this language calls it: `command('settings', 'ajustes')`. */
export function command(name: string, said = name): Span {
  return { kind: 'command', name, said };
}

/** In Slack all apps share the names of commands, so all of ours but one are words behind `/tutorline`. */
export function typedIn(chat: string, { name, said }: Pick<Typed, 'name' | 'said'>): string {
  if (chat !== 'slack') return `/${said}`;
  return name === 'book' ? '/book' : `/tutorline ${said}`;
}

/** Joins texts, such as the lines of a list. */
export function join(texts: readonly Text[], between: string): Text {
  return texts.flatMap((text, index) => (index === 0 ? text : [{ kind: 'plain', text: between } as const, ...text]));
}

/** The text without any marking: for notifications and places that show plain text only. `chat`: where it is read. */
export function plain(text: Text, showMoment: (at: Date, style: MomentStyle) => string, chat = ''): string {
  return text.map((span) => plainSpan(span, showMoment, chat)).join('');
}

function plainSpan(span: Span, showMoment: (at: Date, style: MomentStyle) => string, chat: string): string {
  switch (span.kind) {
    case 'plain':
    case 'typed':
    case 'strong':
      return span.text;
    case 'moment':
      return showMoment(span.at, span.style);
    case 'link':
      return span.label;
    case 'command':
      return typedIn(chat, span);
  }
}

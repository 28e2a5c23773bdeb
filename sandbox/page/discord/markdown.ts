/** Discord's Markdown, taken apart: https://docs.discord.com/developers/reference#message-formatting */
export type Mark =
  | { readonly kind: 'text' | 'code' | 'pre' | 'command' | 'everyone'; readonly text: string }
  | { readonly kind: 'bold' | 'italic' | 'underline' | 'strike' | 'spoiler'; readonly inside: readonly Mark[] }
  | { readonly kind: 'link'; readonly url: string; readonly inside: readonly Mark[] }
  | { readonly kind: 'user' | 'role' | 'channel'; readonly id: string }
  | { readonly kind: 'time'; readonly at: Date; readonly style: string }
  | { readonly kind: 'break' };

export type Block =
  | { readonly kind: 'paragraph' | 'subtext' | 'quote'; readonly inside: readonly Mark[] }
  | { readonly kind: 'heading'; readonly level: number; readonly inside: readonly Mark[] }
  | {
      readonly kind: 'list';
      readonly isNumbered: boolean;
      readonly items: readonly { readonly depth: number; readonly inside: readonly Mark[] }[];
    }
  | { readonly kind: 'code'; readonly text: string };

const FENCE = /```(?:[\w+-]*\n)?([\s\S]+?)```/;
const ITEM = /^( *)(?:[-*]|(\d+)\.) +(.*)$/;

/** Takes a message apart into lines and their marks. */
export function parseMarkdown(text: string): Block[] {
  const blocks: Block[] = [];
  text.split(FENCE).forEach((part, at) => {
    if (at % 2) blocks.push({ kind: 'code', text: part.replace(/\n$/, '') });
    else if (part)
      linesInto(
        blocks,
        part
          .replace(/^\n/, at ? '' : '$&')
          .replace(/\n$/, '')
          .split('\n'),
      );
  });
  return blocks;
}

function linesInto(blocks: Block[], lines: readonly string[]): void {
  let open: { kind: 'paragraph' | 'quote'; lines: string[] } | undefined;
  const close = () => {
    if (open) blocks.push({ kind: open.kind, inside: parseInline(open.lines.join('\n')) });
    open = undefined;
  };
  for (const line of lines) {
    const heading = /^(#{1,3}) +(.+)$/.exec(line);
    const subtext = /^-# +(.+)$/.exec(line);
    const quote = /^> (.*)$/.exec(line);
    const item = ITEM.exec(line);
    if (heading || subtext || item) close();
    if (heading)
      blocks.push({ kind: 'heading', level: heading[1]?.length ?? 1, inside: parseInline(heading[2] ?? '') });
    else if (subtext) blocks.push({ kind: 'subtext', inside: parseInline(subtext[1] ?? '') });
    else if (item) {
      const one = { depth: (item[1] ?? '').length > 0 ? 1 : 0, inside: parseInline(item[3] ?? '') };
      const isNumbered = item[2] !== undefined;
      const before = blocks.at(-1);
      if (before?.kind === 'list' && before.isNumbered === isNumbered) {
        blocks[blocks.length - 1] = { ...before, items: [...before.items, one] };
      } else blocks.push({ kind: 'list', isNumbered, items: [one] });
    } else {
      const kind = quote ? 'quote' : 'paragraph';
      if (open?.kind !== kind) close();
      open ??= { kind, lines: [] };
      open.lines.push(quote ? (quote[1] ?? '') : line);
    }
  }
  close();
}

const between = (mark: string) => `${mark}((?:\\\\.|[\\s\\S])+?)${mark}`;

const INLINE = new RegExp(
  [
    '\\\\([^\\p{L}\\p{N}\\s])',
    '``(.+?)``(?!`)|`([^`\\n]+)`',
    '<t:(-?\\d{1,13})(?::([tTdDfFRsS]))?>',
    '<(@!?|@&|#)(\\d+)>',
    '<\\/([^:>]+):\\d+>',
    '<a?:(\\w+):\\d+>',
    '\\[((?:\\\\.|[^\\[\\]\\\\]|\\[[^\\]]*\\])+)\\]\\(<?(https?:\\/\\/[^\\s()<>]+(?:\\([^\\s()]*\\)[^\\s()]*)*)>?(?: +"[^"]*")?\\)',
    '<(https?:\\/\\/[^\\s<>]+)>',
    '(https?:\\/\\/[^\\s<>]+[^\\s<>.,;:!?)"\'\\]])',
    '(@everyone|@here)\\b',
    `${between('\\*\\*')}(?!\\*)`,
    `${between('__')}(?!_)`,
    between('~~'),
    between('\\|\\|'),
    '\\*(?=[^\\s*])((?:\\\\.|[^*\\\\])+?)(?<=\\S)\\*(?!\\*)',
    '(?<![\\p{L}\\p{N}])_((?:\\\\.|<[^>]*>|[^_\\\\])+?)_(?![\\p{L}\\p{N}])',
    '(\\n)',
  ].join('|'),
  'gu',
);

/** Takes the text of one line, or of several, apart. */
export function parseInline(text: string): Mark[] {
  const marks: Mark[] = [];
  let last = 0;
  const plain = (part: string) => {
    const before = marks.at(-1);
    if (!part) return;
    if (before?.kind === 'text') marks[marks.length - 1] = { kind: 'text', text: before.text + part };
    else marks.push({ kind: 'text', text: part });
  };
  const bare = (url: string): Mark => ({ kind: 'link', url, inside: [{ kind: 'text', text: url }] });
  for (const match of text.matchAll(INLINE)) {
    const [
      whole,
      escaped,
      code2,
      code1,
      seconds,
      style,
      mention,
      id,
      command,
      emoji,
      label,
      target,
      angle,
      url,
      everyone,
    ] = match;
    const [bold, underline, strike, spoiler, star, score, lineBreak] = match.slice(15);
    plain(text.slice(last, match.index));
    last = match.index + whole.length;
    if (escaped !== undefined) plain(escaped);
    else if (code2 !== undefined || code1 !== undefined) marks.push({ kind: 'code', text: code2 ?? code1 ?? '' });
    else if (seconds !== undefined)
      marks.push({ kind: 'time', at: new Date(Number(seconds) * 1000), style: style ?? 'f' });
    else if (mention !== undefined) marks.push({ kind: MENTIONS[mention] ?? 'user', id: id ?? '' });
    else if (command !== undefined) marks.push({ kind: 'command', text: `/${command}` });
    else if (emoji !== undefined) plain(`:${emoji}:`);
    else if (target !== undefined) marks.push({ kind: 'link', url: target, inside: parseInline(label ?? '') });
    else if (angle !== undefined) marks.push(bare(angle));
    else if (url !== undefined) marks.push(bare(url));
    else if (everyone !== undefined) marks.push({ kind: 'everyone', text: everyone });
    else if (bold !== undefined) marks.push({ kind: 'bold', inside: parseInline(bold) });
    else if (underline !== undefined) marks.push({ kind: 'underline', inside: parseInline(underline) });
    else if (strike !== undefined) marks.push({ kind: 'strike', inside: parseInline(strike) });
    else if (spoiler !== undefined) marks.push({ kind: 'spoiler', inside: parseInline(spoiler) });
    else if (star !== undefined) marks.push({ kind: 'italic', inside: parseInline(star) });
    else if (score !== undefined) marks.push({ kind: 'italic', inside: parseInline(score) });
    else if (lineBreak !== undefined) marks.push({ kind: 'break' });
  }
  plain(text.slice(last));
  return marks;
}

const MENTIONS: Readonly<Record<string, 'user' | 'role' | 'channel'>> = {
  '@': 'user',
  '@!': 'user',
  '@&': 'role',
  '#': 'channel',
};

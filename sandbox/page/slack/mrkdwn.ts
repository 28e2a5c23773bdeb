/** Slack's own markup, taken apart: https://docs.slack.dev/messaging/formatting-message-text */
export type Mark =
  | { readonly kind: 'text' | 'code' | 'pre' | 'broadcast'; readonly text: string }
  | { readonly kind: 'bold' | 'italic' | 'strike' | 'quote'; readonly inside: readonly Mark[] }
  | { readonly kind: 'link'; readonly url: string; readonly inside: readonly Mark[] }
  | { readonly kind: 'user'; readonly id: string }
  | { readonly kind: 'channel'; readonly id: string; readonly name: string | undefined }
  | {
      readonly kind: 'date';
      readonly at: Date;
      readonly format: string;
      readonly url?: string;
      readonly fallback: string;
    }
  | { readonly kind: 'break' };

// What is between two marks may hold <…>, whose own stars and underscores mean nothing.
const styled = (mark: string) =>
  `(?<![\\p{L}\\p{N}${mark}])${mark}(?=\\S)((?:<[^<>\\n]+>|[^${mark}\\n<])+?)(?<=\\S)${mark}(?![\\p{L}\\p{N}${mark}])`;

const INLINE = new RegExp(
  [
    '```\\n?([\\s\\S]+?)```',
    '`([^`\\n]+)`',
    '<([^<>\\n]+)>',
    styled('\\*'),
    styled('_'),
    styled('~'),
    '(https?:\\/\\/[^\\s<>|]+[^\\s<>|.,;:!?)])',
    ':([a-z0-9_+-]+):',
    '(\\n)',
  ].join('|'),
  'gu',
);

/** Takes mrkdwn apart. */
export function parseMrkdwn(text: string): Mark[] {
  const marks: Mark[] = [];
  // Quotes are whole lines; several in a row are one.
  for (const part of text.split(/((?:^(?:&gt;|>) ?.*(?:\n|$))+)/m)) {
    if (/^(?:&gt;|>)/.test(part)) {
      const lines = part.replace(/\n$/, '').replaceAll(/^(?:&gt;|>) ?/gm, '');
      marks.push({ kind: 'quote', inside: inline(lines) });
    } else if (part) marks.push(...inline(part));
  }
  return marks;
}

function inline(text: string): Mark[] {
  const marks: Mark[] = [];
  let last = 0;
  const plain = (part: string) => {
    if (part) marks.push({ kind: 'text', text: unescaped(part) });
  };
  for (const match of text.matchAll(INLINE)) {
    const [whole, pre, code, angle, bold, italic, strike, url, emoji, lineBreak] = match;
    plain(text.slice(last, match.index));
    last = match.index + whole.length;
    if (pre !== undefined) marks.push({ kind: 'pre', text: unescaped(pre) });
    else if (code !== undefined) marks.push({ kind: 'code', text: unescaped(code) });
    else if (angle !== undefined) marks.push(special(angle));
    else if (bold !== undefined) marks.push({ kind: 'bold', inside: inline(bold) });
    else if (italic !== undefined) marks.push({ kind: 'italic', inside: inline(italic) });
    else if (strike !== undefined) marks.push({ kind: 'strike', inside: inline(strike) });
    else if (url !== undefined)
      marks.push({ kind: 'link', url: unescaped(url), inside: [{ kind: 'text', text: unescaped(url) }] });
    else if (emoji !== undefined) plain(emojiNamed(emoji));
    else if (lineBreak !== undefined) marks.push({ kind: 'break' });
  }
  plain(text.slice(last));
  return marks;
}

/** What stands between `<` and `>`. */
function special(angle: string): Mark {
  const [target = '', label] = splitAt(angle, '|');
  if (target.startsWith('@')) return { kind: 'user', id: target.slice(1) };
  if (target.startsWith('#')) return { kind: 'channel', id: target.slice(1), name: label };
  if (target.startsWith('!date^')) {
    const [, seconds, format = '', url] = target.split('^');
    const at = new Date(Number(seconds) * 1000);
    const fallback = unescaped(label ?? '');
    if (Number.isNaN(at.getTime()) || !format) return { kind: 'text', text: fallback };
    return { kind: 'date', at, format: unescaped(format), fallback, ...(url && { url: unescaped(url) }) };
  }
  if (target.startsWith('!')) return { kind: 'broadcast', text: label ?? `@${target.slice(1).split('^')[0]}` };
  if (!/^(https?:|mailto:|tel:)/i.test(target)) return { kind: 'text', text: unescaped(`<${angle}>`) };
  const url = unescaped(target);
  return { kind: 'link', url, inside: label ? inline(label) : [{ kind: 'text', text: url }] };
}

function splitAt(text: string, mark: string): [string, string | undefined] {
  const at = text.indexOf(mark);
  return at < 0 ? [text, undefined] : [text.slice(0, at), text.slice(at + 1)];
}

function unescaped(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}

// The shortcodes that a bot is likely to use; others stay as they were typed.
const EMOJI: Readonly<Record<string, string>> = {
  alarm_clock: '⏰',
  bell: '🔔',
  books: '📚',
  calendar: '📅',
  clock1: '🕐',
  eyes: '👀',
  hourglass: '⌛',
  hourglass_flowing_sand: '⏳',
  link: '🔗',
  memo: '📝',
  mortar_board: '🎓',
  no_entry: '⛔',
  raised_hands: '🙌',
  smile: '😄',
  star: '⭐',
  tada: '🎉',
  thumbsup: '👍',
  video_camera: '📹',
  warning: '⚠️',
  wave: '👋',
  white_check_mark: '✅',
  x: '❌',
};

export function emojiNamed(name: string): string {
  return EMOJI[name] ?? `:${name}:`;
}

import { quoted } from '../../conversation/languages/quoted.ts';
import type { Text } from '../../conversation/message.ts';
import { inZone } from '../../conversation/when/clock-words.ts';
import type { When } from '../../conversation/when/when.ts';
import { Refusal } from '../../core/refusal.ts';
import type { Reader } from './reader.ts';

/** "I read Friday, 27 November, 17:00, but I don't know what “after next” means." What was not understood has its name. */
export function unclearWords(when: When, { words, locale }: Reader, zone: string): Text {
  const [only, ...others] = when.kind === 'ambiguous' ? when.candidates : [];
  const read = only && others.length === 0 ? inZone(only, zone, locale) : undefined;
  return words.book.unclear(quoted(when.unclear ?? []), read);
}

/** What was not understood is named where something else was. */
export function notATime({ kind, unclear }: When): Refusal {
  return unclear && kind !== 'unknown'
    ? new Refusal('unclear-time', { words: unclear }, 'when')
    : new Refusal('not-a-time', {}, 'when');
}

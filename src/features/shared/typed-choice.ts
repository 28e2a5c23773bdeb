import type { OptionWords } from '../../conversation/languages/command-words.ts';
import { spellingKey } from '../../core/spelling.ts';

/** The choice that was meant by a typed word: by its value, or by its name in the reader's language. */
export function choiceTyped(text: string, option: OptionWords | undefined): string | undefined {
  const typed = spellingKey(text);
  const found = Object.entries(option?.choices ?? {}).find(
    ([value, label]) => typed === value || typed === spellingKey(label),
  );
  return found?.[0];
}

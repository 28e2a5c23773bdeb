import type { Words } from './en/words.ts';
import { en } from './en/words.ts';
import { es } from './es/words.ts';

export type Language = 'en' | 'es';

/** The language in which a person reads: Spanish for every Spanish locale, English for the rest. */
export function languageOf(locale: string): Language {
  return locale.toLowerCase().startsWith('es') ? 'es' : 'en';
}

/** Everything that the product says, in the language of a locale. */
export function wordsFor(locale: string): Words {
  return languageOf(locale) === 'es' ? es : en;
}

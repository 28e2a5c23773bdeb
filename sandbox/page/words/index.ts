import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { languageOf } from './buttons.ts';
import { en, type Words } from './en.ts';
import { es } from './es.ts';
import { pt } from './pt.ts';

export type { Words };

const WORDS = { en, es, pt };

/** The page's own words for whoever has this locale. */
export function wordsFor(locale: string): Words {
  return WORDS[languageOf(locale)];
}

/** The language of the visitor's browser: for everything around the chats. */
export const visitorLocale: string = navigator.language;
export const visitorWords: Words = wordsFor(visitorLocale);

/** The words of the chat that one is in, which is in the language of the person who is played there. */
export const WordsHere = createContext(visitorWords);
export const useWords = (): Words => useContext(WordsHere);

import { createLanguages } from './create-languages.ts';
import { english } from './en/index.ts';
import { spanish } from './es/index.ts';
import { portuguese } from './pt/index.ts';

/** The languages that we speak, the usual one first. */
export const { languages, usual, languageOf, wordsFor } = createLanguages([english, spanish, portuguese]);

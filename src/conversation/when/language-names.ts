import { languages } from '../languages/index.ts';
import { fold } from './lexer.ts';

const LETTERS = [...'abcdefghijklmnopqrstuvwxyz'];

let names: ReadonlySet<string> | undefined;

/** Whether it is what some language is called in one of ours: "English", "inglés". */
export function isLanguage(name: string): boolean {
  names ??= new Set(languages.flatMap(({ id }) => namesIn(id)));
  return names.has(fold(name));
}

function namesIn(id: string): string[] {
  const display = new Intl.DisplayNames(id, { type: 'language', fallback: 'none' });
  const codes = LETTERS.flatMap((first) => LETTERS.map((second) => first + second));
  return codes.flatMap((code) => fold(display.of(code) ?? '') || []);
}

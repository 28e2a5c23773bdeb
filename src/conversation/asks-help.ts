import { spellingKey } from '../core/spelling.ts';
import { languages } from './languages/index.ts';

const HELP = new Set(['?', ...languages.map(({ words }) => spellingKey(words.help.word))]);

/** "help" in any of our languages: typed after a command, it asks how that is typed. */
export const asksHelp = (typed: string): boolean => HELP.has(spellingKey(typed));

import type { Language } from '../language.ts';
import { asks } from './asks.ts';
import { lexicon } from './lexicon.ts';
import { places } from './places.ts';
import { subjects } from './subjects.ts';
import { pt } from './words.ts';
import { writing } from './writing.ts';

export const portuguese: Language = {
  id: 'pt',
  locale: 'pt-BR',
  discordLocales: ['pt-BR'],
  words: pt,
  lexicon,
  asks,
  places,
  subjects,
  writing,
};

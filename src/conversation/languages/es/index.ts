import type { Language } from '../language.ts';
import { asks } from './asks.ts';
import { lexicon } from './lexicon.ts';
import { places } from './places.ts';
import { subjects } from './subjects.ts';
import { es } from './words.ts';
import { writing } from './writing.ts';

export const spanish: Language = {
  id: 'es',
  locale: 'es-ES',
  discordLocales: ['es-ES', 'es-419'],
  words: es,
  lexicon,
  asks,
  places,
  subjects,
  writing,
};

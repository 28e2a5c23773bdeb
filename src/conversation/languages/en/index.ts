import type { Language } from '../language.ts';
import { asks } from './asks.ts';
import { lexicon } from './lexicon.ts';
import { places } from './places.ts';
import { subjects } from './subjects.ts';
import { en } from './words.ts';
import { writing } from './writing.ts';

export const english: Language = {
  id: 'en',
  locale: 'en-US',
  discordLocales: ['en-US', 'en-GB'],
  words: en,
  lexicon,
  asks,
  places,
  subjects,
  writing,
};

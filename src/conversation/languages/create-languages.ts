import type { Language, Words } from './language.ts';

export interface Languages {
  readonly languages: readonly Language[];
  /** Spoken where nobody said which: in moderation channels, and to whoever speaks none of ours. */
  readonly usual: Language;
  /** The language in which somebody with this BCP 47 locale reads. */
  languageOf(locale: string): Language;
  /** Everything that the product says, in the language of a locale. */
  wordsFor(locale: string): Words;
}

/** The first language is the usual one. */
export function createLanguages(languages: readonly [Language, ...Language[]]): Languages {
  const [usual] = languages;
  const languageOf = (locale: string) => {
    const [wanted] = locale.toLowerCase().split(/[-_]/);
    return languages.find(({ id }) => id === wanted) ?? usual;
  };
  return { languages, usual, languageOf, wordsFor: (locale) => languageOf(locale).words };
}

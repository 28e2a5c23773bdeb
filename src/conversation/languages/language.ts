import type { Lexicon } from '../when/sense.ts';
import type { Asks } from './asks.ts';
import type { en } from './en/words.ts';
import type { SubjectNames } from './subject-names.ts';

/** Everything that the product says: each language is shaped like the first, so that the compiler names what it lacks. */
export type Words = typeof en;

/**
 * All that a language brings. A new one is a folder that exports this and a word in the index: the compiler names what
 * it forgot.
 */
export interface Language {
  /** ISO 639, such as `es`: for everybody whose locale begins with it. */
  readonly id: string;
  /** The locale of people whose chat does not say theirs. */
  readonly locale: string;
  /** Where Discord shows its names of the commands: https://docs.discord.com/developers/reference#locales */
  readonly discordLocales: readonly string[];
  /** Everything that the product says. */
  readonly words: Words;
  /** What people type about time, and what they mean by it. */
  readonly lexicon: Lexicon;
  /** What people write to the bot in words of their own. */
  readonly asks: Asks;
  readonly places: Places;
  /** What people call common subjects, so that they find them where they are offered in another language. */
  readonly subjects: SubjectNames;
  /** How days and times are written for a locale of this language. */
  writing(locale: string): Writing;
}

export interface Places {
  /** By the names in `when/zone-places.ts`; left out where this language says the same. */
  readonly names: Readonly<Record<string, string>>;
  /** What people call countries besides the name that `Intl` knows, by region: `US`. */
  readonly countries: Readonly<Record<string, readonly string[]>>;
}

export interface Writing {
  /** For `Intl`. */
  readonly tag: string;
  readonly hours: 12 | 24;
  /** "Tuesday, 1 December"; the year is given when it is not that of now. */
  day(date: DateParts): string;
  /** "Tue 1 Dec". */
  shortDay(date: DateParts): string;
}

/** Pieces of a date, as `Intl` words them. */
export interface DateParts {
  readonly weekday: string;
  readonly day: string;
  readonly month: string;
  readonly year?: string | undefined;
}

/** What people write to the bot in words of their own, and what they come for. Without case and accents. */
export interface Asks {
  /** The whole text, or its beginning: they want to know what can be done. */
  readonly help: readonly string[];
  /** Anywhere in the text: the list of what is planned. */
  readonly sessions: readonly string[];
  /** Anywhere: what was. */
  readonly past: readonly string[];
  /** Anywhere: something is called off. */
  readonly cancel: readonly string[];
  /** Anywhere: a session is asked for. */
  readonly book: readonly string[];
  /** Anywhere: who teaches. */
  readonly tutors: readonly string[];
  /** What comes first when a tutor takes days off, and when they add hours: the days follow. */
  readonly off: readonly string[];
  readonly extra: readonly string[];
  /** What stands before whom something is with. */
  readonly with: readonly string[];
  /** Words of any sentence that are nobody's name. */
  readonly small: readonly string[];
}

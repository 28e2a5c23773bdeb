/** Ends of lines, as different systems write them. */
const LINE_END = /\r\n?|[\u0085\u2028\u2029]/g;
/**
 * What nobody sees and does harm: control characters, of which NUL fits into no database, and those that turn the
 * direction of all that follows them. Marks of one letter's direction, which right-to-left scripts need, stay.
 */
const UNSEEN = /(?![\n\t])[\p{Cc}\u202a-\u202e\u2066-\u206f]/gu;

/** A text from outside as it may be kept and shown: everything that can be seen in it stays. */
export function clean(text: string): string {
  return text.toWellFormed().replaceAll(LINE_END, '\n').replaceAll(UNSEEN, '');
}

/** The same for every text in what came, its names included. */
export function cleanAll<T>(came: T): T {
  return cleaned(came) as T; // of the same shape
}

function cleaned(came: unknown): unknown {
  if (typeof came === 'string') return clean(came);
  if (Array.isArray(came)) return came.map(cleaned);
  if (typeof came !== 'object' || came === null || Object.getPrototypeOf(came) !== Object.prototype) return came;
  return Object.fromEntries(Object.entries(came).map(([name, value]) => [clean(name), cleaned(value)]));
}

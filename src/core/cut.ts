const graphemes = new Intl.Segmenter();
/** Code units of what is seen as one character; families of emoji have some 11. */
const LONGEST = 64;

/** What people see as single characters, in order; of a long text at least those in its first `most` code units. */
export function charactersOf(text: string, most = text.length): readonly string[] {
  return Array.from(graphemes.segment(text.slice(0, most + LONGEST)), ({ segment }) => segment);
}

/** Cuts a text to `most` code units, the last of them `…` when something is missing; never inside what is seen as one. */
export function cut(text: string, most: number): string {
  const whole = text.toWellFormed();
  if (whole.length <= most) return whole;
  const inside = graphemes.segment(whole.slice(0, most + LONGEST)).containing(most - 1);
  return `${whole.slice(0, inside?.index ?? most - 1).trimEnd()}…`;
}

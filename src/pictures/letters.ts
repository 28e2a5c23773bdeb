import { REGULAR } from './faces.ts';

/** Texts as our font can show them. */
export interface Showing {
  /** With a mark in the place of each letter that it lacks. */
  shown(text: string): string;
  /** Whether there was one. */
  hasMissed(): boolean;
}

const MARK = '\uFFFD';

export async function createShowing(): Promise<Showing> {
  const { openSync } = await import('fontkit');
  const font = openSync(REGULAR);
  let missed = false;
  return {
    shown: (text) =>
      Array.from(text.normalize(), (letter) => {
        const isThere = font.hasGlyphForCodePoint(letter.codePointAt(0) ?? 0);
        missed ||= !isThere;
        return isThere ? letter : MARK;
      }).join(''),
    hasMissed: () => missed,
  };
}

/** “after next”, “the week”: words of somebody else inside a sentence. */
export const quoted = (words: readonly string[]): string => words.map((word) => `“${word}”`).join(', ');

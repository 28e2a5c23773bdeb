import type { Words } from '../words/en.ts';

/** What the stand-ins find wrong with an input; the vendors' own clients say it in the person's language. */
const KINDS = {
  required: /^(?:This field is required|Please complete this required field\.)$/,
  tooShort: /^(?:Must be|Please enter) at least (\d+) characters\.?$/,
  tooLong: /^(?:Must be at most|Please enter no more than) (\d+) characters\.?$/,
  upTo: /^Please choose up to (\d+)\.$/,
  between: /^Choose (\d+) to (\d+)$/,
  email: /^Please enter a valid email address\.$/,
  url: /^Please enter a valid URL\.$/,
  number: /^Please enter a number\.$/,
  wholeNumber: /^Please enter a whole number\.$/,
  least: /^Must be at least (-?[\d.]+?)\.$/,
  most: /^Must be at most (-?[\d.]+?)\.$/,
} as const satisfies Record<keyof Words['problems'], RegExp>;

/** The same in the reader's words; what the bot itself has said stays as it is. */
export function problemIn(words: Words, problem: string): string {
  for (const [kind, pattern] of Object.entries(KINDS)) {
    const found = pattern.exec(problem);
    if (!found) continue;
    const said: string | ((...figures: string[]) => string) = words.problems[kind as keyof typeof KINDS];
    return typeof said === 'string' ? said : said(...found.slice(1));
  }
  return problem;
}

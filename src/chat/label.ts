import { clean } from '../core/clean.ts';
import { cut } from '../core/cut.ts';

/** Text for a place that shows plain text on one line and must not be empty: labels of buttons, fields and options. */
export function label(text: string, most: number): string {
  const line = cut(clean(text).replaceAll(/\s+/gu, ' ').trim(), most);
  return line === '' ? '…' : line;
}

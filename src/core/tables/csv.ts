import { stringify } from 'csv-stringify/sync';

/** Tables as text, for the programs that people calculate with. */

/**
 * A table with its head. It begins with a mark by which such programs know that it is UTF-8, and what somebody typed is
 * no formula in them, whatever it begins with.
 */
export function toCsv(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return stringify([...rows.map((row) => [...row])], {
    header: true,
    columns: [...head],
    bom: true,
    escape_formulas: true,
  });
}

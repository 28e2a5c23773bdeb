import { CsvError, parse } from 'csv-parse/sync';
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

/** A row of a table, by the names in its head, and the line on which it ends. */
export interface CsvRow {
  readonly line: number;
  readonly cells: Readonly<Record<string, string>>;
}

/** What cannot be read as a table: from which line on. */
export class NotATable extends Error {
  override readonly name = 'NotATable';
  readonly line: number;
  constructor(line: number) {
    super(`not a table from line ${String(line)} on`);
    this.line = line;
  }
}

/** Reads what spreadsheet programs write, with whichever mark they put between cells. @throws NotATable */
export function fromCsv(text: string): { readonly head: readonly string[]; readonly rows: readonly CsvRow[] } {
  let head: readonly string[] = [];
  const name = (names: readonly string[]) => {
    head = names.map((one) => one.trim().toLowerCase());
    return [...head];
  };
  try {
    const delimiter = markIn(text);
    const options = {
      bom: true,
      trim: true,
      skip_empty_lines: true,
      relax_column_count: true,
      delimiter,
      columns: name,
    };
    const found: readonly {
      readonly record: Readonly<Record<string, string>>;
      readonly info: { readonly lines: number };
    }[] = parse(text, { ...options, info: true });
    return { head, rows: found.map(({ record, info }) => ({ line: info.lines, cells: record })) };
  } catch (error) {
    if (error instanceof CsvError) throw new NotATable(Number(error['lines'] ?? 1));
    throw error;
  }
}

/** Of the marks that programs put between cells the one that stands most often in the head. */
function markIn(text: string): string {
  const [head = ''] = text.split('\n', 1);
  const count = (mark: string) => head.split(mark).length;
  return [',', ';', '\t'].toSorted((a, b) => count(b) - count(a))[0] ?? ',';
}

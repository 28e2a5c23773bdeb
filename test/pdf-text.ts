import { inflateSync } from 'node:zlib';

/** What a PDF of ours says, page by page, as whoever copies it gets it: through the tables of its fonts. */
export function pdfText(pdf: Uint8Array): string {
  const objects = objectsIn(Buffer.from(pdf));
  const fonts = new Map<string, ReadonlyMap<number, string>>();
  const resources = [...objects.values()].map(({ head }) => head).join('\n');
  for (const [, name = '', id = ''] of resources.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
    const table = /\/ToUnicode (\d+) 0 R/.exec(objects.get(id)?.head ?? '')?.[1] ?? '';
    fonts.set(name, lettersIn(objects.get(table)?.body ?? ''));
  }
  const pages = [...objects.values()].filter(({ body }) => body.includes('\nBT\n') || body.startsWith('BT\n'));
  return pages.map(({ body }) => said(body, fonts)).join('\n');
}

interface Part {
  readonly head: string;
  readonly body: string;
}

function objectsIn(pdf: Buffer): ReadonlyMap<string, Part> {
  const text = pdf.toString('latin1');
  const parts = new Map<string, Part>();
  for (const match of text.matchAll(/(?:^|\n)(\d+) 0 obj\n([\s\S]*?)\nendobj/g)) {
    const [, id = '', content = ''] = match;
    const [head = '', stream] = content.split(/\nstream\n/, 2);
    const bytes = Buffer.from(stream ?? '', 'latin1');
    const body = head.includes('/FlateDecode') ? inflateSync(bytes).toString('latin1') : bytes.toString('latin1');
    parts.set(id, { head, body });
  }
  return parts;
}

/** Which letters the numbers of a font are: https://github.com/adobe-type-tools/cmap-resources */
function lettersIn(table: string): ReadonlyMap<number, string> {
  const [, ...ranges] = /beginbfrange\n<([\dA-Fa-f]+)> <[\dA-Fa-f]+> \[([^\]]*)\]/.exec(table) ?? [];
  const [first = '0', list = ''] = ranges;
  const letters = [...list.matchAll(/<([\dA-Fa-f ]*)>/g)].map(([, hex = '']) => fromUtf16(hex.replaceAll(' ', '')));
  return new Map(letters.map((letter, index) => [Number.parseInt(first, 16) + index, letter]));
}

const fromUtf16 = (hex: string) => Buffer.from(hex, 'hex').swap16().toString('utf16le');

function said(page: string, fonts: ReadonlyMap<string, ReadonlyMap<number, string>>): string {
  const lines: string[] = [];
  let font: ReadonlyMap<number, string> = new Map();
  for (const [, name, shown] of page.matchAll(/\/(F\d+) [\d.]+ Tf|\[(.*)\] TJ/g)) {
    if (name !== undefined) font = fonts.get(name) ?? new Map();
    if (shown === undefined) continue;
    const numbers = [...shown.matchAll(/<([\da-f]+)>/g)].flatMap(([, hex = '']) => hex.match(/.{4}/g) ?? []);
    lines.push(numbers.map((one) => font.get(Number.parseInt(one, 16)) ?? '?').join(''));
  }
  return lines.join('\n');
}

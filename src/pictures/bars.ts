import type { Bars } from '../core/report/pictures.ts';
import { escapeXml, fitting } from './text.ts';
import { COLOURS } from './week.ts';

/** Pixels of the drawing; the picture has twice as many. */
const SIZE = { width: 760, left: 200, right: 180, top: 56, row: 34, bar: 22, bottom: 20 } as const;
const FILL = '#1f5fae';
/** What is there can be seen, however little it is. */
const LEAST = 2;

/** Lying bars, one under the other, with what each is and how much. */
export function barsSvg({ title, rows }: Bars): string {
  const height = SIZE.top + rows.length * SIZE.row + SIZE.bottom;
  const most = Math.max(1, ...rows.map(({ value }) => value));
  const room = SIZE.width - SIZE.left - SIZE.right;
  const drawn = rows.map(({ label, value, said }, index) => {
    const y = SIZE.top + index * SIZE.row;
    const width = value === 0 ? 0 : Math.max(LEAST, (value / most) * room);
    const [line = ''] = fitting(label, SIZE.left - 28, 14, 1);
    return (
      text(SIZE.left - 12, y + 16, line, 14, 'end') +
      `<rect data-value="${value}" x="${SIZE.left}" y="${y}" width="${width}" height="${SIZE.bar}" rx="4" fill="${FILL}"/>` +
      text(SIZE.left + width + 8, y + 16, said, 14)
    );
  });
  const size = `width="${SIZE.width}" height="${height}" viewBox="0 0 ${SIZE.width} ${height}"`;
  const paper = `<rect width="${SIZE.width}" height="${height}" fill="${COLOURS.paper}"/>`;
  const head = text(20, 32, title, 18);
  return `<svg xmlns="http://www.w3.org/2000/svg" ${size} font-family="Open Sans">${paper}${head}${drawn.join('')}</svg>`;
}

function text(x: number, y: number, words: string, size: number, anchor = 'start'): string {
  return `<text x="${x}" y="${y}" font-size="${size}" fill="${COLOURS.ink}" text-anchor="${anchor}">${escapeXml(words)}</text>`;
}

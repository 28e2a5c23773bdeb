/** Of the height of the letters: how wide one is on average. */
const WIDTH = 0.56;

/** Text for SVG. What XML cannot hold is left out. */
export function escapeXml(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** As much of a text as fits into so many lines of this width, with `…` where something is left out. */
export function fitting(text: string, width: number, size: number, lines: number): readonly string[] {
  const most = Math.floor(width / (size * WIDTH));
  if (most < 2 || lines < 1) return [];
  const shown: string[] = [];
  for (const word of text.trim().split(/\s+/)) {
    const last = shown.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= most) shown[shown.length - 1] = `${last} ${word}`;
    else shown.push(word);
  }
  const kept = shown.slice(0, lines).map((line) => cut(line, most));
  const isCut = shown.length > lines;
  return isCut ? [...kept.slice(0, -1), cut(`${kept.at(-1) ?? ''} …`, most)] : kept;
}

function cut(line: string, most: number): string {
  const letters = [...line];
  return letters.length <= most
    ? line
    : `${letters
        .slice(0, most - 1)
        .join('')
        .trimEnd()}…`;
}

import type { Contestant } from './contestants.ts';
import type { Figures, ProgramFigures, Result } from './figures.ts';
import type { Row } from './parts/part.ts';

const TITLES: Readonly<Record<Contestant, string>> = {
  floor: 'Bare Bolt, discord.js',
  pglite: 'Tutorline, PGlite',
  postgresql: 'Tutorline, PostgreSQL',
};
const ORDER = ['/book → dialog', 'tutor search', '/book … → preview', 'Send', 'Confirm'];

/** Everything as Markdown: median / p95 / p99 in milliseconds, and the median as a multiple of the floor's. */
export function tables(results: readonly Result[]): string {
  const floor = results.find(({ contestant }) => contestant === 'floor');
  const head = ['', ...results.map(({ contestant }) => TITLES[contestant])];
  const rows = keysOf(results).map((key) => [
    key.split(' | ').join(' · '),
    ...results.map((result) => cell(find(result, key), result === floor ? undefined : floor && find(floor, key))),
  ]);
  const programs = results.flatMap((result) => result.programs);
  const headOfPrograms = ['', 'first start', 'start', 'idle', 'most', 'processor per interaction', 'complaints'];
  return [
    markdown([head, ...rows]),
    markdown([headOfPrograms, ...programs.map(programRow)]),
    results.map(noteOf).join('\n'),
  ].join('\n\n');
}

/** One of the parts as Markdown. */
export function partTable(title: string, rows: readonly Row[]): string {
  const names = [...new Set(rows.flatMap(({ figures }) => Object.keys(figures)))];
  const lines = rows.map(({ what, figures }) => [what, ...names.map((name) => figures[name] ?? '–')]);
  return `${title}\n\n${markdown([['', ...names], ...lines])}`;
}

function keysOf(results: readonly Result[]): readonly string[] {
  const keys = [...new Set(results.flatMap(({ rows }) => rows.map(({ key }) => key)))];
  const place = (key: string) => {
    const [chat, step = ''] = key.split(' | ');
    return (chat === 'slack' ? 0 : ORDER.length) + ORDER.indexOf(step);
  };
  return keys.sort((a, b) => place(a) - place(b));
}

function find({ rows }: Result, key: string): Figures | undefined {
  return rows.find((row) => row.key === key)?.figures;
}

function cell(figures: Figures | undefined, floor: Figures | undefined): string {
  if (!figures) return '–';
  const { median, p95, p99, failed } = figures;
  const times = [median, p95, p99].map(milliseconds).join(' / ');
  const ratio = floor ? ` (×${(median / floor.median).toFixed(1)})` : '';
  return `${times}${ratio}${failed > 0 ? ` ${failed} never came` : ''}`;
}

function programRow(program: ProgramFigures): string[] {
  const { name, firstStartMs, startMs, idleMb, mostMb, cpuMsPerInteraction, complaints } = program;
  return [
    name,
    firstStartMs === undefined ? '–' : seconds(firstStartMs),
    seconds(startMs),
    megabytes(idleMb),
    megabytes(mostMb),
    cpuMsPerInteraction === undefined ? '–' : `${milliseconds(cpuMsPerInteraction)} ms`,
    String(complaints),
  ];
}

function noteOf({ contestant, interactions, impossible, driverLateMs }: Result): string {
  const stuck = impossible > 0 ? `, ${impossible} of them impossible because something before never came` : '';
  return `${TITLES[contestant]}: ${interactions} interactions${stuck}; the driver was at most ${milliseconds(driverLateMs)} ms late (p99).`;
}

function markdown([head = [], ...rows]: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map((_, index) => (index === 0 ? '---' : '---:'))), ...rows.map(line)].join('\n');
}

function milliseconds(ms: number): string {
  return ms < 10 ? ms.toFixed(1) : ms.toFixed(0);
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`;
}

function megabytes(mb: number | undefined): string {
  return mb === undefined ? '–' : `${mb.toFixed(0)} MB`;
}

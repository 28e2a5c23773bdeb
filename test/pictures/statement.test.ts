import { expect, test } from 'vitest';
import { statementPdf } from '../../src/pictures/statement.ts';
import { pdfText } from '../pdf-text.ts';

const NAMES = ['Łukasz Árvíztűrő', 'Дмитрий Ωμέγα', 'Nguyễn Thị Ạ', 'María-José Ñúñez'];

const paper = (rows: readonly (readonly string[])[]) =>
  statementPdf({
    title: 'Statement of hours',
    language: 'en-GB',
    madeAt: new Date('2026-12-01T09:00Z'),
    about: [['Tutor', 'Theo']],
    columns: ['When', 'With', 'Subject', 'Minutes'],
    rows,
    sum: ['In all', 'much'],
    notes: [],
    missed: 'Letters are missing.',
    link: undefined,
    page: (number, of) => `${String(number)} of ${String(of)}`,
  });

test('every name is right, over as many pages as it takes, each with the names of its columns', async () => {
  const rows = Array.from({ length: 80 }, (_, index) => ['1 Dec', NAMES[index % NAMES.length] ?? '', 'Algebra', '60']);
  const text = pdfText(await paper(rows));
  for (const name of NAMES) expect(text.split(name.normalize())).toHaveLength(21);
  expect(text.match(/^Subject$/gm)?.length).toBe(Number(/1 of (\d)/.exec(text)?.[1]));
  expect(text).not.toContain('Letters are missing.');
});

test('of a name that the font cannot show the paper says so, and whoever listens or copies has it whole', async () => {
  const pdf = await paper([['1 Dec', '山田太郎', 'Algebra', '60']]);
  expect(pdfText(pdf)).toContain('\uFFFD\uFFFD\uFFFD\uFFFD');
  expect(pdfText(pdf)).toContain('Letters are missing.');
  expect(Buffer.from(pdf).includes(Buffer.from('山田太郎', 'utf16le').swap16())).toBe(true);
});

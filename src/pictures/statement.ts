import type PDFDocument from 'pdfkit';
import type { Structure } from 'pdfkit';
import type { StatementPaper } from '../core/statement/statement.ts';
import { REGULAR, SEMI_BOLD } from './faces.ts';
import { createShowing, type Showing } from './letters.ts';

const SIZE = { margin: 50, title: 20, text: 10, small: 9, gap: 6, foot: 40 } as const;
const COLOURS = { ink: '#1f2430', faint: '#5b6270', line: '#c9ced8' } as const;
/** What of the width each column has: when, with whom, what, how long. */
const SHARES = [0.24, 0.32, 0.3, 0.14] as const;

type Doc = InstanceType<typeof PDFDocument>;

/** A statement as a PDF/UA: tagged, with a title and a language, and its text in the order in which it is read. */
export async function statementPdf(paper: StatementPaper): Promise<Uint8Array> {
  const { default: Document } = await import('pdfkit');
  const showing = await createShowing();
  const doc = new Document({
    ...{ size: 'A4', margin: SIZE.margin, font: REGULAR, lang: paper.language },
    ...{ tagged: true, subset: 'PDF/UA', pdfVersion: '1.7', displayTitle: true },
    ...{ bufferPages: true, autoFirstPage: true },
    info: { Title: paper.title, Author: 'Tutorline', CreationDate: paper.madeAt },
  });
  const chunks: Uint8Array[] = [];
  const whole = new Promise<Uint8Array>((resolve, reject) => {
    doc.on('data', (chunk) => chunks.push(chunk));
    doc.on('end', () => resolve(Buffer.concat(chunks)));
    doc.on('error', reject);
  });
  const root = doc.struct('Document');
  doc.addStructure(root);
  root.add(doc.struct('H1', () => write(doc, paper.title, { size: SIZE.title, isStrong: true })));
  for (const [name, value] of paper.about)
    root.add(said(doc, 'P', `${name}: ${value}`, showing, (shown) => write(doc, shown)));
  doc.y += 2 * SIZE.gap;
  table(doc, root, paper, showing);
  root.add(doc.struct('P', () => write(doc, `${paper.sum[0]}: ${paper.sum[1]}`, { isStrong: true })));
  doc.y += SIZE.gap;
  const notes = [...paper.notes, ...(showing.hasMissed() ? [paper.missed] : [])];
  for (const note of notes) root.add(doc.struct('P', () => write(doc, note, { size: SIZE.small })));
  if (paper.link) root.add(linked(doc, paper.link));
  root.end();
  numberPages(doc, paper);
  doc.end();
  return whole;
}

/** Where the font lacks letters of a name, whoever listens or copies still has it whole. */
function said(
  doc: Doc,
  kind: 'P' | 'TH' | 'TD',
  text: string,
  { shown }: Showing,
  draw: (shown: string) => void,
): Structure {
  const drawn = shown(text);
  return drawn === text.normalize()
    ? doc.struct(kind, () => draw(drawn))
    : doc.struct(kind, { actual: text }, () => draw(drawn));
}

interface Style {
  readonly size?: number;
  readonly isStrong?: boolean;
}

function write(doc: Doc, text: string, { size = SIZE.text, isStrong = false }: Style = {}): void {
  styled(doc, size, isStrong).text(text, SIZE.margin, doc.y, { width: widthOf(doc) });
}

function styled(doc: Doc, size: number, isStrong: boolean): Doc {
  return doc
    .font(isStrong ? SEMI_BOLD : REGULAR)
    .fontSize(size)
    .fillColor(COLOURS.ink);
}

const widthOf = (doc: Doc) => doc.page.width - 2 * SIZE.margin;

function linked(doc: Doc, { text, url }: NonNullable<StatementPaper['link']>): Structure {
  return doc.struct('P', [
    doc.struct('Link', () => {
      styled(doc, SIZE.small, false).text(text, SIZE.margin, doc.y, {
        width: widthOf(doc),
        link: url,
        underline: true,
      });
    }),
  ]);
}

/** Rows below each other; on a new page the names of the columns stand above them again. */
function table(doc: Doc, root: Structure, { columns, rows }: StatementPaper, showing: Showing): void {
  const tagged = doc.struct('Table');
  root.add(tagged);
  row(doc, tagged, columns, 'TH', showing);
  for (const cells of rows) {
    if (doc.y + heightOf(doc, cells.map(showing.shown)) > doc.page.height - SIZE.margin - SIZE.foot) {
      doc.addPage();
      row(doc, tagged, columns, 'TH', showing);
    }
    row(doc, tagged, cells, 'TD', showing);
  }
  tagged.end();
  doc.y += SIZE.gap;
}

function heightOf(doc: Doc, cells: readonly string[], isStrong = false): number {
  styled(doc, SIZE.text, isStrong);
  const heights = cells.map((cell, index) => doc.heightOfString(cell, { width: columnOf(doc, index).width }));
  return Math.max(...heights) + SIZE.gap;
}

function columnOf(doc: Doc, index: number): { readonly x: number; readonly width: number } {
  const before = SHARES.slice(0, index).reduce((sum, share) => sum + share, 0);
  const width = widthOf(doc);
  return { x: SIZE.margin + before * width, width: (SHARES[index] ?? 0) * width - SIZE.gap };
}

function row(doc: Doc, into: Structure, cells: readonly string[], kind: 'TH' | 'TD', showing: Showing): void {
  const [top, isStrong] = [doc.y, kind === 'TH'];
  // What is drawn is measured: a mark is not as wide as the letter for which it stands.
  const height = heightOf(doc, cells.map(showing.shown), isStrong);
  const tagged = doc.struct('TR');
  into.add(tagged);
  for (const [index, cell] of cells.entries()) {
    const { x, width } = columnOf(doc, index);
    const align = index === cells.length - 1 ? 'right' : 'left';
    const draw = (shown: string) => void styled(doc, SIZE.text, isStrong).text(shown, x, top, { width, align });
    tagged.add(said(doc, kind, cell, showing, draw));
  }
  tagged.end();
  doc.y = top + height;
  doc.markContent('Artifact', { type: 'Layout' });
  const y = doc.y - SIZE.gap / 2;
  doc
    .moveTo(SIZE.margin, y)
    .lineTo(doc.page.width - SIZE.margin, y)
    .lineWidth(isStrong ? 1 : 0.5)
    .stroke(COLOURS.line);
  doc.endMarkedContent();
}

/** At the foot, where those who listen are not told of it. */
function numberPages(doc: Doc, { page }: StatementPaper): void {
  const { count } = doc.bufferedPageRange();
  for (let index = 0; index < count; index++) {
    doc.switchToPage(index);
    doc.page.margins.bottom = 0; // below the margin a line would begin another page
    doc.markContent('Artifact', { type: 'Pagination' });
    styled(doc, SIZE.small, false)
      .fillColor(COLOURS.faint)
      .text(page(index + 1, count), SIZE.margin, doc.page.height - SIZE.foot, { width: widthOf(doc), align: 'right' });
    doc.endMarkedContent();
  }
}

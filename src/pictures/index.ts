import type { Pictures } from '../core/calendar/pictures.ts';
import { barsSvg } from './bars.ts';
import { REGULAR, SEMI_BOLD } from './faces.ts';
import { statementPdf } from './statement.ts';
import { weekSvg } from './week.ts';

/** Pixels for each of the drawing: sharp on the screens of today. */
const SHARPNESS = 2;

/** The drawer, the printer and their font, a few megabytes, are loaded when something is drawn first. */
export function createPictures(): Pictures {
  return {
    bars: async (bars) => draw(barsSvg(bars)),
    week: async (week, words) => draw(weekSvg(week, words)),
    statement: statementPdf,
  };
}

async function draw(svg: string): Promise<Uint8Array> {
  const { renderAsync } = await import('@resvg/resvg-js');
  const drawn = await renderAsync(svg, {
    fitTo: { mode: 'zoom', value: SHARPNESS },
    font: { fontFiles: [REGULAR, SEMI_BOLD], loadSystemFonts: false, defaultFontFamily: 'Open Sans' },
  });
  return drawn.asPng();
}

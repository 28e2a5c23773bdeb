import { fileURLToPath } from 'node:url';
import type { Pictures } from '../core/calendar/pictures.ts';
import { barsSvg } from './bars.ts';
import { weekSvg } from './week.ts';

const faces = () => [
  import.meta.resolve('@expo-google-fonts/open-sans/400Regular/OpenSans_400Regular.ttf'),
  import.meta.resolve('@expo-google-fonts/open-sans/600SemiBold/OpenSans_600SemiBold.ttf'),
];

/** Pixels for each of the drawing: sharp on the screens of today. */
const SHARPNESS = 2;

/** The drawer and its font, a few megabytes, are loaded when something is drawn first. */
export function createPictures(): Pictures {
  return {
    bars: async (bars) => draw(barsSvg(bars)),
    week: async (week, words) => draw(weekSvg(week, words)),
  };
}

async function draw(svg: string): Promise<Uint8Array> {
  const { renderAsync } = await import('@resvg/resvg-js');
  const fontFiles = faces().map((face) => fileURLToPath(face));
  const drawn = await renderAsync(svg, {
    fitTo: { mode: 'zoom', value: SHARPNESS },
    font: { fontFiles, loadSystemFonts: false, defaultFontFamily: 'Open Sans' },
  });
  return drawn.asPng();
}

import { english } from '../../src/conversation/languages/en/index.ts';
import { spanish } from '../../src/conversation/languages/es/index.ts';
import { languageOf } from '../../src/conversation/languages/index.ts';
import { portuguese } from '../../src/conversation/languages/pt/index.ts';
import { parseWhen } from '../../src/conversation/when/parse.ts';
import type { Context, When } from '../../src/conversation/when/when.ts';

/** Wednesday 25 November 2026, 10:00 in Berlin. */
export const inBerlin: Context = { now: new Date('2026-11-25T09:00Z'), zone: 'Europe/Berlin', language: english };
/** Wednesday 25 November 2026, 10:00 in Mexico City. */
export const inMexico: Context = { now: new Date('2026-11-25T16:00Z'), zone: 'America/Mexico_City', language: spanish };
/** Wednesday 25 November 2026, 10:00 in São Paulo. */
export const inSaoPaulo: Context = {
  now: new Date('2026-11-25T13:00Z'),
  zone: 'America/Sao_Paulo',
  language: portuguese,
};

/** The same, with the language by its locale. */
type Told = Context | (Omit<Context, 'language'> & { readonly locale: string });

/** What was understood, in one line: "2026-11-26T17:00 45 min {algebra}", on the clock of the person who typed. */
export function told(text: string, given: Told): string {
  const context = 'language' in given ? given : { ...given, language: languageOf(given.locale) };
  const when = parseWhen(text, context);
  const wall = (date: Date) =>
    date.toTemporalInstant().toZonedDateTimeISO(context.zone).toPlainDateTime().toString({ smallestUnit: 'minute' });
  return [
    meaning(when, wall),
    when.lengthMinutes ? `${when.lengthMinutes} min` : '',
    when.weekly ? 'weekly' : '',
    when.rest ? `{${when.rest}}` : '',
  ]
    .filter(Boolean)
    .join(' ');
}

function meaning(when: When, wall: (date: Date) => string): string {
  switch (when.kind) {
    case 'moment':
      return wall(when.start);
    case 'ambiguous':
      return `${when.candidates.map(wall).join(' | ')} (${when.why.join(', ')})`;
    case 'incomplete':
      switch (when.missing) {
        case 'time':
          return `time? ${when.days.join(' | ')}`;
        case 'day':
          return `day? ${when.times.join(' | ')}`.trim();
        case 'zone':
          return `zone? ${when.place}`;
      }
      break;
    case 'skipped':
      return `skipped ${when.day} ${when.time}: ${when.nearest.map(wall).join(' | ')}`;
    case 'unknown':
      return 'unknown';
  }
}

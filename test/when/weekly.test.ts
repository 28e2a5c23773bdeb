import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { english } from '../../src/conversation/languages/en/index.ts';
import { spanish } from '../../src/conversation/languages/es/index.ts';
import { languages } from '../../src/conversation/languages/index.ts';
import type { Language } from '../../src/conversation/languages/language.ts';
import { portuguese } from '../../src/conversation/languages/pt/index.ts';
import { formatWeekly, parseWeekly } from '../../src/conversation/when/weekly.ts';

function understood(text: string, language: Language): string {
  const weekly = parseWeekly(text, language);
  return 'problem' in weekly ? `${weekly.problem}: ${weekly.at}` : formatWeekly(weekly.hours, language);
}

describe('English', () => {
  test.each([
    ['Mon-Fri 16-19, Sat 10:00-12:30', 'Mon–Fri 16:00–19:00\nSat 10:00–12:30'],
    ['Mon, Wed and Fri 4pm-7pm\nSat 10-12, 14:00-16:00', 'Mon, Wed, Fri 16:00–19:00\nSat 10:00–12:00, 14:00–16:00'],
    ['Monday: 16:00 - 19:00\nTuesday: 17:00 - 18:30', 'Mon 16:00–19:00\nTue 17:00–18:30'],
    ['monday to thursday from 4 to 7 pm', 'Mon–Thu 16:00–19:00'],
    ['weekdays 4-7pm', 'Mon–Fri 16:00–19:00'],
    ['weekends 9am to noon', 'Sat–Sun 09:00–12:00'],
    ['every day 18:00-20:00', 'Mon–Sun 18:00–20:00'],
    ['Mo-Fr 16-19', 'Mon–Fri 16:00–19:00'],
    ['Sat-Mon 9:00-12:00', 'Mon, Sat–Sun 09:00–12:00'],
    ['fridays 22:00-00:00', 'Fri 22:00–24:00'],
    ['Fri 22-24', 'Fri 22:00–24:00'],
    ['Fri 22-2', 'Fri 22:00–02:00'],
    ['Mon-Tue 10pm-2:30am', 'Mon–Tue 22:00–02:30'],
    ['Fri 10pm to midnight', 'Fri 22:00–24:00'],
    ['Mon 16-18 Mon 17-19, Mon 19-20', 'Mon 16:00–20:00'],
    ['Mon 9-12 and 14-18', 'Mon 09:00–12:00, 14:00–18:00'],
    ['Wensday 16-18', 'Wed 16:00–18:00'],
    ['Mon 11-1pm', 'Mon 11:00–13:00'],
    ['• Tue 9.30–11.30', 'Tue 09:30–11:30'],
  ])('%j', (typed, hours) => {
    expect(understood(typed, english)).toBe(hours);
  });

  test.each([
    ['', 'nothing: '],
    ['Mon', 'no-hours: Mon'],
    ['16-19', 'no-day: 16-19'],
    ['foo 16-19', 'not-understood: foo'],
    ['Mon 16-19 or so', 'not-understood: or'],
    ['Mon 19-16', 'ends-before-start: 19-16'],
    ['Mon 16-16', 'ends-before-start: 16-16'],
    ['Mon 4-7', 'am-or-pm: 4-7'],
    ['Mon 10-1', 'am-or-pm: 10-1'],
    ['Mon 25-26', 'not-understood: 25'],
    ['Mon 16:00', 'not-understood: 16:00'],
    ['Mon after 16:00', 'not-understood: after 16:00'],
  ])('%j is refused', (typed, problem) => {
    expect(understood(typed, english)).toBe(problem);
  });
});

test('hours that end before they start are understood as a working day, to be asked about', () => {
  const meant = (typed: string) => {
    const weekly = parseWeekly(typed, english);
    return 'problem' in weekly && weekly.meant ? `${weekly.meant.hours24} ${weekly.meant.hours12}` : undefined;
  };
  expect(meant('weekdays 9-5')).toBe('9-17 9am-5pm');
  expect(meant('Mon 10-1')).toBe('10-13 10am-1pm');
  expect(meant('Mon 4-7')).toBeUndefined();
  expect(meant('Mon 19-16')).toBeUndefined();
});

describe('Spanish', () => {
  test.each([
    ['lunes a viernes de 16 a 19; sábado 10-12', 'lun–vie 16:00–19:00\nsáb 10:00–12:00'],
    ['Lunes: 16:00 - 19:00\nMartes: 17:00 - 18:30', 'lun 16:00–19:00\nmar 17:00–18:30'],
    ['lunes, miércoles y viernes de 4 a 7 de la tarde', 'lun, mié, vie 16:00–19:00'],
    ['los sábados de 10 a 13h', 'sáb 10:00–13:00'],
    ['todos los días de 18 a 20 hs', 'lun–dom 18:00–20:00'],
    ['fines de semana de 10 a 13', 'sáb–dom 10:00–13:00'],
    ['de lunes a jueves de 17:30 a 20:00', 'lun–jue 17:30–20:00'],
    ['L-V 16-19', 'lun–vie 16:00–19:00'],
    ['mar y jue 16-18', 'mar, jue 16:00–18:00'],
    ['viernes de las 9 de la mañana a las 12', 'vie 09:00–12:00'],
    ['miercoles 16 a 18 y 19 a 21', 'mié 16:00–18:00, 19:00–21:00'],
  ])('%j', (typed, hours) => {
    expect(understood(typed, spanish)).toBe(hours);
  });

  test('words that are no hours are named', () => {
    expect(understood('los sábados por la mañana', spanish)).toBe('not-understood: por');
  });
});

describe('Portuguese', () => {
  test.each([
    ['seg-sex 16-19, sáb 10:00-12:30', 'seg.–sex. 16:00–19:00\nsáb. 10:00–12:30'],
    ['segunda a sexta das 16h às 19h; sábado 10-12', 'seg.–sex. 16:00–19:00\nsáb. 10:00–12:00'],
    ['seg a sex 16 às 19', 'seg.–sex. 16:00–19:00'],
    ['segunda, quarta e sexta das 4 às 7 da tarde', 'seg., qua., sex. 16:00–19:00'],
    ['aos sábados das 10 às 13h', 'sáb. 10:00–13:00'],
    ['todos os dias das 18h às 20h', 'seg.–dom. 18:00–20:00'],
    ['fins de semana das 10 às 13', 'sáb.–dom. 10:00–13:00'],
    ['de segunda a quinta de 17h30 a 20h', 'seg.–qui. 17:30–20:00'],
    ['terças e quintas 16h-18h', 'ter., qui. 16:00–18:00'],
    ['sexta das 9 da manhã ao meio-dia', 'sex. 09:00–12:00'],
    ['sex 22h às 2h', 'sex. 22:00–02:00'],
  ])('%j', (typed, hours) => {
    expect(understood(typed, portuguese)).toBe(hours);
  });
});

const STEP = 15;
const wallTime = (quarter: number) =>
  [Math.floor((quarter * STEP) / 60), (quarter * STEP) % 60].map((part) => String(part).padStart(2, '0')).join(':');

test('hours are read back as they were written, in every language', () => {
  const stretch = fc
    .tuple(
      fc.constantFrom(1, 2, 3, 4, 5, 6, 7),
      fc.uniqueArray(fc.integer({ min: 0, max: 96 }), { minLength: 2, maxLength: 2 }),
    )
    .map(([day, [a = 0, b = 1]]) => ({ day, from: wallTime(Math.min(a, b)), to: wallTime(Math.max(a, b)) }));
  fc.assert(
    fc.property(
      fc.array(stretch, { minLength: 1, maxLength: 8 }),
      fc.constantFrom(...languages),
      (stretches, language) => {
        const once = parseWeekly(formatWeekly(stretches, language), language);
        expect(once).toHaveProperty('hours');
        if ('hours' in once) expect(parseWeekly(formatWeekly(once.hours, language), language)).toEqual(once);
      },
    ),
  );
});

test('whatever is typed, there is an answer', () => {
  const words = fc.array(
    fc.constantFrom('Mon', 'lunes', 'a', '-', '16', '19:00', 'pm', ',', 'y', 'de', 'Fri', '24', 'x', '\n', 'noon'),
    { maxLength: 12 },
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'grapheme' }),
        words.map((list) => list.join(' ')),
      ),
      (text) => {
        const weekly = parseWeekly(text, english);
        if ('hours' in weekly) for (const { from, to } of weekly.hours) expect(from < to).toBe(true);
      },
    ),
    { numRuns: 1000 },
  );
});

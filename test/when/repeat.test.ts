import { describe, expect, test } from 'vitest';
import { languageOf } from '../../src/conversation/languages/index.ts';
import { keepRepeat, parseRepeat, readRepeat } from '../../src/conversation/when/repeat.ts';

/** A Monday in Chicago. */
const NOW = new Date('2026-11-30T09:00:00Z');
const context = (locale: string) => ({ now: NOW, zone: 'America/Chicago', language: languageOf(locale) });

/** What people type, how it is kept, and what is left of it. */
const ENGLISH = [
  ['every tuesday at 5 pm for ten weeks', 'week weeks 10', 'every tuesday at 5 pm'],
  ['algebra with Theo every Tuesday 17:00, 10 times', 'week times 10', 'algebra with Theo every Tuesday 17:00'],
  ['every other Tuesday at 5pm for 8 weeks', 'two-weeks weeks 8', 'Tuesday at 5pm'],
  ['tue 5pm weekly x6', 'week times 6', 'tue 5pm'],
  ['fri 9:30 every two weeks until 15 February', 'two-weeks until 2027-02-15', 'fri 9:30'],
  ['the second tuesday of each month at 17:00, 6 times', 'month times 6', '2026-12-08 at 17:00'],
  ['every last friday of the month 4pm for 6 months', 'month-end months 6', '2026-12-25 4pm'],
  ['tomorrow 5pm every week', 'week', 'tomorrow 5pm'],
  ['tuesdays at 5pm for ten weeks', 'week weeks 10', 'tuesdays at 5pm'],
] as const;
const SPANISH = [
  ['todos los martes a las 17:00 durante diez semanas', 'week weeks 10', 'todos los martes a las 17:00'],
  ['álgebra el martes a las 17:00, cada dos semanas, 6 veces', 'two-weeks times 6', 'álgebra el martes a las 17:00'],
  ['el segundo martes de cada mes a las 17:00 durante 6 meses', 'month months 6', '2026-12-08 a las 17:00'],
  ['viernes 9:30 cada semana hasta el 15 de febrero', 'week until 2027-02-15', 'viernes 9:30'],
] as const;
const PORTUGUESE = [
  ['toda terça às 17h, 10 vezes', 'week times 10', 'toda terça às 17h'],
  ['toda terça-feira às 17h por dez semanas', 'week weeks 10', 'toda terça-feira às 17h'],
  ['álgebra na terça às 17h, a cada duas semanas, 6 vezes', 'two-weeks times 6', 'álgebra na terça às 17h'],
  ['segunda terça-feira de cada mês às 17h, 6 vezes', 'month times 6', '2026-12-08 às 17h'],
  ['na última sexta do mês às 16h por 6 meses', 'month-end months 6', '2026-12-25 às 16h'],
  ['sexta 9h30 toda semana até 15 de fevereiro', 'week until 2027-02-15', 'sexta 9h30'],
  ['quinzenalmente terça 17h, 5 aulas', 'two-weeks times 5', 'terça 17h'],
  ['terças às 17h por dez semanas', 'week weeks 10', 'terças às 17h'],
] as const;

describe.each<[string, readonly (readonly [string, string, string])[]]>([
  ['en', ENGLISH],
  ['es', SPANISH],
  ['pt-BR', PORTUGUESE],
])('%s', (locale, phrases) => {
  test.each(phrases)('“%s” is %s', (typed, kept, rest) => {
    const said = parseRepeat(typed, context(locale));
    expect(said && keepRepeat(said)).toBe(kept);
    expect(said?.rest.replace(/[\s,]+/g, ' ')).toBe(rest.replace(/[\s,]+/g, ' '));
  });
});

test.each([
  'tomorrow at 5pm',
  'algebra for 2 hours',
  'tuesday until 7pm',
  'in two weeks',
  'los martes',
  'until friday',
])('“%s” is said of one session', (typed) => {
  expect(parseRepeat(typed, context('en'))).toBeUndefined();
});

test('what was asked for is read as it was typed and as it was kept; what is left over is no repetition', () => {
  const read = (text: string) => readRepeat(text, context('en'));
  expect(read('10 times')).toMatchObject({ every: 'week', lasting: { times: 10 } });
  expect(read('monthly until 1 June 2027')).toMatchObject({ every: 'month', lasting: { until: '2027-06-01' } });
  expect(read('two-weeks times 6')).toEqual({ every: 'two-weeks', lasting: { times: 6 } });
  expect(read('week')).toEqual({ every: 'week', lasting: undefined });
  expect(read('now and then')).toBeUndefined();
  expect(read('weekly with biscuits')).toBeUndefined();
});

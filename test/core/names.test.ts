import { describe, expect, test } from 'vitest';
import { meantBy, namesIn } from '../../src/core/people/names.ts';

const TUTORS = ['Theo Park', 'Ada Obi', 'Jonas Weber', 'Camila Rojas', 'Theodora Quist', 'José Peña'].map((name) => ({
  name,
}));
const meant = (typed: string) => meantBy(TUTORS, typed).map(({ name }) => name);
const within = (text: string) => namesIn(TUTORS, text, () => false).map(({ one }) => one.name);

describe('whoever types', () => {
  test.each([
    ['Theo Park', ['Theo Park']],
    ['theo', ['Theo Park']],
    ['@theo', ['Theo Park']],
    ['theod', ['Theodora Quist']],
    ['the', ['Theo Park', 'Theodora Quist']],
    ['teho prak', ['Theo Park']],
    ['Jonsa', ['Jonas Weber']],
    ['weber', ['Jonas Weber']],
    ['camilla rohas', ['Camila Rojas']],
    ['jose pena', ['José Peña']],
    ['ad', ['Ada Obi']],
    ['merlin', []],
    ['xx', []],
  ])('“%s” means %j', (typed, names) => expect(meant(typed)).toEqual(names));
});

describe('in a sentence', () => {
  test.each([
    ['can I book algebra with Theo tomorrow?', ['Theo Park']],
    ['jonas webr', ['Jonas Weber']],
    ['con josé mañana', ['José Peña']],
    ['then the day after, and them', []],
    ['a day with the family', []],
    ['camilla', ['Camila Rojas']],
  ])('“%s” names %j', (text, names) => expect(within(text)).toEqual(names));
});

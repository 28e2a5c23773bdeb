import { expect, test } from 'vitest';
import { wordsFor } from '../src/conversation/languages/index.ts';
import { plain } from '../src/conversation/say.ts';

test.each([
  ['en', 'Your 1st · 2nd · 3rd · 4th · 11th · 12th · 13th · 21st · 22nd · 103rd · 111th with Theo'],
  ['es', 'Tu 1.ª · 2.ª · 3.ª · 4.ª · 11.ª · 12.ª · 13.ª · 21.ª · 22.ª · 103.ª · 111.ª con Theo'],
])('which session it is, is said in %s as people count', (language, expected) => {
  const { credits } = wordsFor(language);
  const said = [1, 2, 3, 4, 11, 12, 13, 21, 22, 103, 111].map((nth) =>
    plain(credits.withTutor(nth, 'Theo'), () => '').split(' '),
  );
  const [[before = '', , ...after] = []] = said;
  expect(`${before} ${said.map(([, nth]) => nth).join(' · ')} ${after.join(' ')}`).toBe(expected);
});

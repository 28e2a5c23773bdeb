import { expect, test } from 'vitest';
import { instantOf, relative, wallOf } from '../../sandbox/page/clock.ts';
import { parseMarkdown } from '../../sandbox/page/discord/markdown.ts';
import { formatTime } from '../../sandbox/page/discord/times.ts';
import { problemIn } from '../../sandbox/page/parts/problem.ts';
import { formatDate } from '../../sandbox/page/slack/dates.ts';
import { type Mark, parseMrkdwn } from '../../sandbox/page/slack/mrkdwn.ts';
import { en } from '../../sandbox/page/words/en.ts';
import { es } from '../../sandbox/page/words/es.ts';

/** Marks as a short text, to be compared at a glance. */
function brief(marks: readonly object[]): string {
  return marks
    .map((mark) => {
      const { kind, text, inside, id, url, style } = mark as Record<string, unknown>;
      if (kind === 'text') return text;
      return `${kind}(${[url ?? id ?? style ?? text, inside && brief(inside as Mark[])].filter(Boolean).join(' ')})`;
    })
    .join('');
}

test.each([
  ['*bold* _it_ ~no~ `a*b*`', 'bold(bold) italic(it) strike(no) code(a*b*)'],
  ['2*3*4 snake_case_name', '2*3*4 snake_case_name'],
  ['*<!date^1^{date_long}|x> at*', 'bold(date() at)'],
  ['&lt;!channel&gt; &amp;amp;', '<!channel> &amp;'],
  ['<@U1> <#C1|general> <!here>', 'user(U1) channel(C1) broadcast(@here)'],
  ['<https://a.example/?x=1&amp;y=2|*l*>', 'link(https://a.example/?x=1&y=2 bold(l))'],
  ['see https://a.example/b.', 'see link(https://a.example/b https://a.example/b).'],
  ['<javascript:alert(1)|x>', '<javascript:alert(1)|x>'],
  ['&gt; one\n&gt; two\nthree', 'quote(onebreak()two)three'],
  ['```\n*x* <@U1>```', 'pre(*x* <@U1>)'],
  [':tada: :nobody_knows:', '🎉 :nobody_knows:'],
])('Slack shows %j as people expect', (text, expected) => {
  expect(brief(parseMrkdwn(text))).toBe(expected);
});

test.each([
  ['**bold** *it* _it_ __u__ ~~no~~ ||s||', 'bold(bold) italic(it) italic(it) underline(u) strike(no) spoiler(s)'],
  ['\\*plain\\* \\<@1\\> snake_case_name 2 * 3 * 4', '*plain* <@1> snake_case_name 2 * 3 * 4'],
  ['***both***', 'bold(italic(both))'],
  ['<@11> <@&22> <#33> </book:44>', 'user(11) role(22) channel(33) command(/book)'],
  ['<t:1795620000:R> <t:1795620000>', 'time(R) time(f)'],
  [
    '[a **b**](https://a.example/c_(d)) <https://a.example>',
    'link(https://a.example/c_(d) a bold(b)) link(https://a.example https://a.example)',
  ],
  ['[x](javascript:alert(1))', '[x](javascript:alert(1))'],
  ['`**a**` ``b`c``', 'code(**a**) code(b`c)'],
])('Discord shows %j as people expect', (text, expected) => {
  expect(parseMarkdown(text)).toHaveLength(1);
  expect(parseMarkdown(text).map((block) => 'inside' in block && brief(block.inside))).toEqual([expected]);
});

test('Discord’s blocks', () => {
  const text = '# Big\n-# small\nplain\nmore\n> quoted\n- one\n  - inner\n1. first\n```ts\nconst a = 1;\n```\nend';
  expect(parseMarkdown(text).map((block) => block.kind)).toEqual([
    'heading',
    'subtext',
    'paragraph',
    'quote',
    'list',
    'list',
    'code',
    'paragraph',
  ]);
});

test('times are shown in the reader’s own zone and language', () => {
  const at = new Date('2026-12-01T16:00:00Z');
  const now = new Date('2026-11-30T23:30:00Z');
  expect(formatDate(at, '{date_long_pretty} at {time}', 'en-US', 'Europe/Berlin', now)).toBe('today at 5:00 PM');
  expect(formatDate(at, '{date_long_pretty} at {time}', 'en-US', 'America/New_York', now)).toBe('tomorrow at 11:00 AM');
  expect(formatDate(at, '{date_long}', 'en-US', 'Europe/Berlin', now)).toBe('Tuesday, December 1st, 2026');
  expect(formatDate(at, '{date} {ago}', 'es-LA', 'America/Mexico_City', now)).toBe(
    '1 de diciembre de 2026 dentro de 17 horas',
  );
  expect(formatDate(at, '{nonsense}', 'en-US', 'UTC', now)).toBeUndefined();
  expect(formatTime(at, 'F', 'en-GB', 'Europe/London', now)).toMatch(/^Tuesday,? 1 December 2026 at 16:00$/);
  expect(formatTime(at, 't', 'es-ES', 'Europe/Madrid', now)).toBe('17:00');
  expect(formatTime(at, 'R', 'en-US', 'UTC', now)).toBe('in 17 hours');
  expect(relative(new Date(now.getTime() - 5000), 'en', now)).toBe('5 seconds ago');
});

test('a picked wall-clock time is an instant of that zone, on both sides of a change of the clocks', () => {
  for (const wall of ['2026-10-24T12:00', '2026-10-26T12:00', '2027-03-27T23:30', '2027-03-28T03:30']) {
    expect(wallOf(instantOf(wall, 'Europe/Berlin'), 'Europe/Berlin')).toBe(wall);
    expect(wallOf(instantOf(wall, 'Australia/Lord_Howe'), 'Australia/Lord_Howe')).toBe(wall);
  }
  expect(instantOf('2026-12-01T17:00', 'Europe/Berlin').toISOString()).toBe('2026-12-01T16:00:00.000Z');
});

test('what is wrong with an input is said in the reader’s language, and what the bot says stays as it is', () => {
  expect(problemIn(es, 'This field is required')).toBe('Este campo hace falta.');
  expect(problemIn(es, 'Please complete this required field.')).toBe('Este campo hace falta.');
  expect(problemIn(es, 'Must be at most 3000 characters')).toBe('Escribe como mucho 3000 caracteres.');
  expect(problemIn(es, 'Must be at least 1.5.')).toBe('Tiene que ser 1.5 o más.');
  expect(problemIn(en, 'Choose 1 to 3')).toBe('Choose 1 to 3.');
  expect(problemIn(es, 'No leo esto como una hora.')).toBe('No leo esto como una hora.');
});

import { expect, test } from 'vitest';
import { z } from 'zod';
import { errorInWords, loggable, toldError } from '../../src/core/told-error.ts';

const SECRET = 'I failed twice and my mother must not know';

/** An error as somebody's client throws it. */
const thrown = (name: string, message: string, fields: object): Error =>
  Object.assign(new Error(message), { name, ...fields });

/** What a client of a vendor, a database and a parser throw, each with what somebody wrote or a token in it. */
const ERRORS: Readonly<Record<string, () => unknown>> = {
  'Discord’s client': () =>
    thrown('DiscordAPIError[50035]', `Invalid Form Body\ndata.content[X]: Value "${SECRET}" is too long`, {
      code: 50035,
      status: 400,
      method: 'POST',
      url: 'https://discord.com/api/v10/webhooks/1100000000000000001/aW50ZXJhY3Rpb246dG9rZW4/messages/@original',
      requestBody: { json: { content: SECRET } },
      rawError: { message: SECRET },
    }),
  'Google’s client': () =>
    thrown('GaxiosError', 'Request failed with status code 403', {
      status: 403,
      code: 403,
      config: { url: 'https://www.googleapis.com/', headers: { authorization: 'Bearer ya29.secret' }, body: SECRET },
      response: { data: SECRET, config: { headers: { authorization: 'Bearer ya29.secret' } } },
    }),
  'Slack’s client': () =>
    thrown('WebAPIHTTPError', 'An HTTP protocol error occurred: statusCode = 500', {
      code: 'slack_webapi_http_error',
      statusCode: 500,
      headers: { authorization: 'Bearer xoxb-1-2-secret' },
      body: SECRET,
      path: 'chat.postMessage',
    }),
  'PostgreSQL’s client': () =>
    thrown('error', 'duplicate key value violates unique constraint "account_user_key"', {
      severity: 'ERROR',
      code: '23505',
      detail: `Key (note)=(${SECRET}) already exists.`,
      constraint: 'account_user_key',
    }),
  'PostgreSQL about a value': () =>
    thrown('error', `invalid input syntax for type uuid: "${SECRET}"`, { severity: 'ERROR', code: '22P02' }),
  Prisma: () =>
    thrown(
      'PrismaClientValidationError',
      `\nInvalid \`tx.session.create()\` invocation in\n/work/x.ts:1\n{ data: { note: "${SECRET}" } }\n\nArgument \`when\` is missing.`,
      {},
    ),
  'JSON that is none': () => {
    try {
      return JSON.parse(SECRET);
    } catch (error) {
      return error;
    }
  },
  'what does not fit a schema': () => z.object({ note: z.literal('x') }).safeParse({ note: SECRET }).error,
  'what was thrown together': () => new AggregateError([thrown('X', `"${SECRET}"`, { url: 'x' })], 'two'),
  'a cause': () => new Error('outer', { cause: thrown('X', `said ${'“'}${SECRET}”`, { url: 'https://x.org/1' }) }),
  'a string': () => SECRET,
};

test.each(Object.keys(ERRORS))('%s: what is told holds no text of people and no token, and never nothing', (kind) => {
  const error = ERRORS[kind]?.();
  const told = JSON.stringify([toldError(error), errorInWords(error), loggable({ error, deep: { error } })]);
  expect(told).not.toContain('mother');
  expect(told).not.toMatch(/secret|aW50ZXJhY3Rpb|1100000000000000001/);
  expect(told).not.toContain('{}');
  expect(told).toMatch(/"error":"[^"]+"/);
});

test('what helps is told: kind, method, path, status, code, and where it happened', () => {
  expect(toldError(ERRORS['Discord’s client']?.())).toMatchObject({
    error: 'DiscordAPIError[50035]',
    why: expect.stringMatching(/^Invalid Form Body/),
    method: 'POST',
    path: '/api/v10/webhooks/…/…/messages/@original',
    status: 400,
    code: 50035,
    stack: expect.stringContaining('told-error.test.ts'),
  });
  expect(toldError(ERRORS['Slack’s client']?.())).toMatchObject({ path: 'chat.postMessage', status: 500 });
  expect(toldError(ERRORS['PostgreSQL’s client']?.())).toMatchObject({ code: '23505', constraint: 'account_user_key' });
  expect(toldError(new TypeError("Cannot read properties of undefined (reading 'state')"))).toMatchObject({
    error: 'TypeError',
    why: "Cannot read properties of undefined (reading 'state')",
  });
});

test('in texts of the log nothing is left of a link but its host, nor an address, nor a token', () => {
  const token = 'MTEwMDAwMDAwMDAwMDAwMDAwMQ.GabcdE.abcdefghijklmnopqrstuvwxyz0123456789AB';
  const text = `at https://tutor.example/j/AbCdEf?x=1 by postgres://u:pw@db.example:5432/x, lena@school.example, xoxb-12-34-ab, Bearer abcdefghi ${token}`;
  expect(loggable({ text })).toEqual({
    text: 'at https://tutor.example/… by postgres://db.example:5432/… …@…, …, … …',
  });
});

import { afterEach, beforeEach, expect, test } from 'vitest';
import { createMail, type Mail } from '../../sandbox/mail/index.ts';
import { type Letter, type Mailer, MailRefused } from '../../src/core/mail.ts';
import { checkMail, createMailer } from '../../src/mail/mailer.ts';

let mail: Mail;
let mailer: Mailer;
beforeEach(async () => {
  const nothing = () => undefined;
  mail = createMail({ now: () => new Date(), origin: () => '', changed: nothing, record: nothing });
  await mail.listen();
  mailer = createMailer({ smtpUrl: mail.url(), from: mail.from });
});
afterEach(async () => {
  mailer.close();
  await mail.close();
});

const LETTER: Letter = {
  id: 'd1',
  to: { name: 'Lena', address: 'lena@school.example' },
  subject: 'It’s on: Algebra',
  language: 'en',
  parts: [
    { kind: 'text', text: 'It’s on: Algebra' },
    { kind: 'field', name: 'Where', text: 'Jitsi' },
    { kind: 'link', label: 'Link', url: 'https://tutoring.school.example/j/a?b=1&c=2' },
  ],
  foot: [{ kind: 'text', text: 'You get this mail because you asked.' }],
  unsubscribeUrl: 'https://tutoring.school.example/mail/abc',
  thread: 's1',
  calendar: { name: 'algebra.ics', text: 'BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n', method: 'REQUEST' },
};

test('a mail has both halves, its calendar, and a way out of it', async () => {
  await mailer.send(LETTER);
  const [letter] = mail.letters('lena@school.example');
  expect(letter).toMatchObject({ from: 'tutoring@school.example', toName: 'Lena', subject: 'It’s on: Algebra' });
  expect(letter?.text).toContain('Link: https://tutoring.school.example/j/a?b=1&c=2');
  expect(letter?.html).toContain('href="https://tutoring.school.example/j/a?b=1&#38;c=2"');
  expect(letter?.files.map(({ type }) => type)).toContain('text/calendar; method=REQUEST');
  expect(letter?.headers).toMatchObject({
    'list-unsubscribe': '<https://tutoring.school.example/mail/abc>',
    'list-unsubscribe-post': 'List-Unsubscribe=One-Click',
    'auto-submitted': 'auto-generated',
    'message-id': '<d1@school.example>',
    references: '<s1@school.example>',
  });
});

test.each([
  ['Lena\r\nBcc: eve@evil.example', 'Algebra\r\nBcc: eve@evil.example\r\n\r\nHello'],
  ['"Lena" <eve@evil.example>,', '<script>alert(1)</script>'],
  ['Ñandú 日本語 \u202E\u0000', `${'Very '.repeat(300)}long`],
  ['=?utf-8?q?Eve?=', '=?utf-8?b?RXZl?= \t x'],
])('what people type stays what they typed: %j', async (name, subject) => {
  await mailer.send({ ...LETTER, to: { name, address: 'lena@school.example' }, subject });
  const letters = mail.letters();
  expect(letters.map(({ to }) => to)).toEqual(['lena@school.example']);
  const [letter] = letters;
  expect(letter?.headers).not.toHaveProperty('bcc');
  expect(letter?.subject).not.toMatch(/[\r\n]/);
  expect(letter?.subject.length).toBeLessThanOrEqual(150);
  expect(letter?.html).not.toContain('<script>');
});

test('what cannot be sent for good is told from what may pass', async () => {
  mail.faults.set('refuses-address');
  await expect(mailer.send(LETTER)).rejects.toThrow(MailRefused);
  for (const fault of ['mailbox-full', 'down', 'wrong-password'] as const) {
    mail.faults.set(fault);
    const error: unknown = await mailer.send(LETTER).catch((thrown: unknown) => thrown);
    expect(error, fault).not.toBeInstanceOf(MailRefused);
    expect(String(error), fault).not.toContain('sandbox@');
  }
  await expect(checkMail({ smtpUrl: mail.url() })).rejects.toMatchObject({ code: 'EAUTH' });
  mail.faults.set(undefined);
  await mailer.send(LETTER);
  await checkMail({ smtpUrl: mail.url() });
  expect(mail.letters()).toHaveLength(1);
});

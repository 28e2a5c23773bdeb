import { createTransport } from 'nodemailer';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { dialog, expectAccessible, launch, type Opened, open } from './browser.ts';
import { type Demo, startDemo } from './demo-bot.ts';

let browser: Browser;
let demo: Demo;
let opened: Opened | undefined;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());
beforeEach(async () => {
  demo = await startDemo({});
});
afterEach(async () => {
  await opened?.page.context().close();
  expect(opened?.problems).toEqual([]);
  await demo.close();
});

const send = (to: string, subject: string) =>
  createTransport(demo.sandbox.mail.url()).sendMail({
    from: demo.sandbox.mail.from,
    to,
    subject,
    text: 'Hello <b>there</b>',
    attachments: [{ filename: 'algebra.ics', content: 'BEGIN:VCALENDAR', contentType: 'text/calendar' }],
  });

test.each([
  ['en-US', 'Mail', 'No mail has come yet'],
  ['es-ES', 'Correo', 'Todavía no ha llegado'],
])('everybody’s mail is read in %s, by address, with its files', async (locale, button, none) => {
  opened = await open(browser, demo.sandbox.origin, { locale });
  const { page } = opened;
  await page.getByRole('button', { name: button, exact: true }).click();
  await dialog(page).getByText(none).waitFor();
  await expectAccessible(page);
  await page.keyboard.press('Escape');

  await send('lena@school.example', 'Algebra');
  await send('theo@school.example', 'Physics');
  await page.getByRole('button', { name: new RegExp(`${button}: 2`) }).click();
  await dialog(page).getByRole('combobox').selectOption('lena@school.example');
  await dialog(page).getByText('Hello <b>there</b>').waitFor();
  expect(await dialog(page).getByText('Physics').count()).toBe(0);
  const file = dialog(page).getByRole('link', { name: 'algebra.ics' });
  const answer = await page.request.get(`${demo.sandbox.origin}${await file.getAttribute('href')}`);
  expect([answer.status(), (await answer.text()).trim()]).toEqual([200, 'BEGIN:VCALENDAR']);
  await expectAccessible(page);
});

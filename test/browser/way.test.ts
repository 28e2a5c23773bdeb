import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { dialog, expectAccessible, launch, open } from './browser.ts';

let browser: Browser;
let bot: ChildProcess;
let folder: string;
let origin: string;

/** The bot as `npm start` runs it, on a fresh machine: no token, no data. */
beforeAll(async () => {
  browser = await launch();
  folder = await mkdtemp(join(tmpdir(), 'tutorline-'));
  const port = await freePort();
  origin = `http://127.0.0.1:${port}`;
  const env = { PATH: '/usr/bin:/bin', PORT: String(port), DATA_DIR: join(folder, 'data'), LOG_LEVEL: 'error' };
  bot = spawn(process.execPath, ['src/main.js'], { env, stdio: ['ignore', 'inherit', 'inherit'] });
  const ready = async () => ((await (await fetch(`${origin}/sandbox/state`)).json()) as { isReady: boolean }).isReady;
  await vi.waitUntil(() => ready().catch(() => false), { timeout: 300_000, interval: 200 });
});
afterAll(async () => {
  await browser.close();
  bot.kill();
  if (bot.exitCode === null) await once(bot, 'exit');
  await rm(folder, { recursive: true });
});

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  if (typeof address !== 'object' || !address) throw new Error('no port is free');
  return address.port;
}

/** A Wednesday of the week after next, whatever the tests before did to the clock. */
function wednesday(): string {
  const day = new Date(Date.now() + 10 * 86_400_000);
  while (day.getUTCDay() !== 3) day.setUTCDate(day.getUTCDate() + 1);
  return day.toISOString().slice(0, 10);
}

test('a newcomer goes the whole way by following the guide, with a dozen presses and nothing to type', async () => {
  const { page, slack, discord, problems } = await open(browser, origin);
  const guide = page.getByRole('region', { name: 'Your first two minutes' });
  const done = (count: number) => expect.poll(() => guide.getByText('(done)').count()).toBe(count);

  await guide.getByRole('button', { name: 'Type /book for me' }).click();
  const form = dialog(page);
  await expect.poll(() => form.getByLabel('Tutor').inputValue()).toBe('Theo Park');
  const time = () => form.getByLabel('When', { exact: true }).locator('option:checked').textContent();
  expect(await time()).toContain('5:00 PM · Theo 11:00 AM');
  await expectAccessible(page);
  await form.getByRole('button', { name: 'Send' }).click();
  await done(1);
  await guide.getByRole('button', { name: 'Become Theo' }).click();
  await slack.getByRole('button', { name: 'Confirm' }).click();
  await done(2);
  await expectAccessible(page);
  await guide.getByRole('button', { name: 'To the next reminder' }).click();
  await done(3);
  await slack
    .getByText(/24 hours/)
    .last()
    .waitFor();
  await guide.getByRole('button', { name: 'To the start' }).click();
  await slack
    .getByText(/has started/)
    .last()
    .waitFor();
  await guide.getByRole('button', { name: 'Become Lena' }).click();
  await slack.getByRole('button', { name: 'Join' }).last().click();
  await slack.getByRole('link', { name: 'Open the room' }).waitFor();
  await expectAccessible(page);
  await slack.getByRole('button', { name: 'End the session' }).last().click();
  await slack.getByRole('button', { name: 'Yes, end it' }).last().click();
  await slack.getByRole('button', { name: 'Rate the session' }).last().click();
  await dialog(page).getByLabel('5 · excellent').check();
  await dialog(page).getByRole('button', { name: 'Send' }).click();
  await guide.getByText('That is the whole way.').waitFor();
  await slack.getByRole('button', { name: 'Home' }).click();
  await slack.getByText(/Hello.*Lena/).waitFor();
  await expectAccessible(page);

  // Four missions follow, each with a button that makes the first move.
  const begin = (mission: string) => guide.getByRole('button', { name: `Try it: ${mission}` }).click();
  await begin('Across the chats');
  await discord.getByText('You are Noor Haddad').waitFor();
  await dialog(page).getByLabel('Your city or time zone').waitFor();
  await dialog(page).getByRole('button', { name: 'Cancel' }).click();
  await begin('An outage');
  await page.getByRole('button', { name: 'Faults: Zoom' }).waitFor({ state: 'attached' });
  await expect.poll(() => form.getByLabel('Subject').inputValue()).toBe('Physics');
  await form.getByRole('button', { name: 'Cancel' }).click();
  await begin('In Spanish');
  await form.getByRole('button', { name: 'Enviar' }).waitFor();
  await slack.getByText('You are Mateo Ruiz').waitFor({ state: 'attached' });
  await form.getByRole('button', { name: 'Cancelar' }).click();
  await begin('A no-show');
  await expect.poll(time).toContain('6:30 PM');
  await form.getByRole('button', { name: 'Cancel' }).click();
  expect(await guide.locator('.missions .visually-hidden').count()).toBe(4);
  await expectAccessible(page);
  await page.getByRole('button', { name: /^Faults/ }).click();
  await form.getByLabel('Zoom').selectOption('Works');
  await form.getByRole('button', { name: 'Done' }).click();
  expect(problems).toEqual([]);
  await page.context().close();
});

test('a learner in Discord finds a tutor in Slack', async () => {
  const { page, slack, discord, problems } = await open(browser, origin);
  await page.fill('#discord-composer', '/book');
  await page.press('#discord-composer', 'Enter');
  await page.locator('#option-tutor').fill('ada');
  await page.locator('[role=option]', { hasText: 'Ada Obi' }).click();
  await page.locator('#option-subject').fill('Algebra');
  await page.keyboard.press('Tab');
  await page.locator('#option-when').fill(`${weekdayAhead()} 10:00`);
  await page.keyboard.press('Escape');
  await discord.getByRole('button', { name: 'Run /book' }).click();
  await dialog(page).getByLabel('Your city or time zone').fill('Chicago');
  await expectAccessible(page);
  await dialog(page).getByRole('button', { name: 'Submit' }).click();
  await discord.getByRole('button', { name: 'Send the request' }).click();
  await slack.getByText('Ada has 1 new message').click();
  await slack
    .getByText(/Noor Haddad/)
    .first()
    .waitFor();
  await slack.getByRole('button', { name: 'Confirm' }).click();
  await discord.getByRole('button', { name: 'Join' }).first().waitFor();
  await expectAccessible(page);
  expect(problems).toEqual([]);
  await page.context().close();
});

test('Zoom goes down, the session meets elsewhere, and the admins read of it and of its return', async () => {
  const { page, slack, problems } = await open(browser, origin);
  const zoomIs = async (how: 'Down' | 'Works') => {
    await page.getByRole('button', { name: /^Faults/ }).click();
    await dialog(page).getByLabel('Zoom').selectOption(how);
    await dialog(page).getByRole('button', { name: 'Done' }).click();
  };
  await zoomIs('Down');
  await slack.getByRole('button', { name: 'Become Mateo Ruiz' }).click();
  await slack.getByText('You are Mateo Ruiz').waitFor();
  await page.fill('#slack-composer', `/book @theo Physics ${wednesday()} 09:00`);
  await page.press('#slack-composer', 'Enter');
  await dialog(page).getByRole('button', { name: 'Enviar' }).click();
  await slack.getByRole('button', { name: /Become Theo Park/ }).click();
  const card = slack.locator('article').filter({ hasText: 'Mateo Ruiz asks you for a session' });
  const confirm = card.getByRole('button', { name: 'Confirm' });
  const before = await confirm.elementHandle();
  await card.locator('select').selectOption('Zoom');
  // The choice makes the card anew. Until then Confirm means what was chosen before.
  await page.waitForFunction((button) => button?.isConnected === false, before);
  await confirm.click();
  const fallback = slack.getByText('Zoom wasn’t available, so we use Jitsi');
  await fallback.waitFor();
  await expectAccessible(page);

  await slack.getByRole('button', { name: /Become Grace Lindqvist/ }).click();
  await slack.getByRole('button', { name: /tutoring-admins/ }).click();
  await slack.getByText('Zoom doesn’t work').waitFor();
  await zoomIs('Works');
  await page.getByRole('button', { name: 'Move the clock' }).click();
  await page.getByRole('menuitem', { name: '10 minutes on' }).click();
  await slack.getByText('Zoom works again').waitFor();
  await expectAccessible(page);
  expect(problems).toEqual([]);
  await page.context().close();
});

/** Whatever day it is, and however far the clock was moved before: a weekday that cannot be meant in two ways, and on which no mission keeps a time. */
function weekdayAhead(): string {
  const day = Temporal.Now.plainDateISO('UTC').add({ days: 20 });
  return (day.dayOfWeek > 5 ? day.add({ days: 8 - day.dayOfWeek }) : day).toString();
}

test('the guide names a button as the tutor who is asked reads it, whatever the visitor reads', async () => {
  const { page, discord, problems } = await open(browser, origin, { locale: 'pt-BR' });
  await page.getByRole('button', { name: 'Recomeçar' }).click();
  // The page is read anew after that: what is typed before would be lost.
  const isNew = page.waitForEvent('load');
  await dialog(page).getByRole('button', { name: 'Recomeçar' }).click();
  await isNew;
  const guide = page.getByRole('region', { name: 'Seus dois primeiros minutos' });
  await guide.getByText('Seja Theo e aperte Confirm na mensagem').waitFor();
  await discord.getByText('Você é Noor Haddad').waitFor();
  await page.fill('#discord-composer', '/timezone');
  await page.press('#discord-composer', 'Enter');
  await page.locator('#option-zone').fill('America/Chicago');
  await discord.getByRole('button', { name: 'Run /timezone' }).click();
  await discord.getByText('Your time zone is').waitFor();
  await page.fill('#discord-composer', '/book');
  await page.press('#discord-composer', 'Enter');
  await page.locator('#option-tutor').fill('Camila Rojas');
  await page.locator('#option-subject').fill('Spanish');
  await page.locator('#option-when').fill(`${wednesday()} 10:00`);
  await discord.getByRole('button', { name: 'Run /book' }).click();
  await discord.getByRole('button', { name: 'Send the request' }).click();
  await guide.getByText('Seja Camila e aperte Confirmar na mensagem').waitFor();
  await guide.getByRole('button', { name: 'Ser Camila' }).click();
  await discord.getByRole('button', { name: 'Confirmar' }).click();
  await guide.getByText('(feito)').nth(1).waitFor({ state: 'attached' });
  expect(problems).toEqual([]);
  await page.context().close();
});

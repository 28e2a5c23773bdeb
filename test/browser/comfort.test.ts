import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { dialog, expectAccessible, launch, type Opened, open } from './browser.ts';
import { type Demo, startDemo } from './demo-bot.ts';

let browser: Browser;
let demo: Demo;
const pages: Opened[] = [];

beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());
beforeEach(async () => {
  demo = await startDemo({ nextReminder: new Date(Date.now() + 3_600_000) });
});
afterEach(async () => {
  for (const { page, problems } of pages.splice(0)) {
    await page.context().close();
    expect(problems).toEqual([]);
  }
  await demo.close();
});

async function visit(options: Parameters<typeof open>[2] = {}): Promise<Opened> {
  const opened = await open(browser, demo.sandbox.origin, options);
  pages.push(opened);
  return opened;
}

async function types({ page }: Opened, chat: 'slack' | 'discord', text: string): Promise<void> {
  await page.fill(`#${chat}-composer`, text);
  await page.press(`#${chat}-composer`, 'Enter');
}

test.each([
  ['at twice its size', { viewport: { width: 720, height: 450 }, deviceScaleFactor: 2 }],
  ['on a phone that lies down', { viewport: { width: 844, height: 390 } }],
])('the page is usable %s', async (_how, options) => {
  const opened = await visit(options);
  const { page, slack, discord } = opened;
  expect(await page.evaluate(() => window.scrollY)).toBe(0);
  await expectAccessible(page);
  await types(opened, 'slack', '/show');
  await slack.getByText('Only visible to you').waitFor();
  const composer = page.locator('#slack-composer');
  await composer.scrollIntoViewIfNeeded();
  const screen = options.viewport;
  const [chat, field] = [await slack.boundingBox(), await composer.boundingBox()];
  expect(chat?.height).toBeGreaterThanOrEqual(300);
  expect(field && field.y >= 0 && field.y + field.height <= screen.height).toBe(true);
  // What is said has more room than all that stands around it.
  expect((await slack.locator('.log').boundingBox())?.height).toBeGreaterThan(150);
  await page.getByRole('button', { name: 'Discord', exact: true }).click();
  await types(opened, 'discord', '/form');
  await discord.getByRole('button', { name: 'Run /form' }).click();
  await dialog(page).getByRole('button', { name: 'Submit' }).click();
  await dialog(page).getByText('This field is required').waitFor();
  await expectAccessible(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(screen.width);
});

test('everybody’s name stands under their face', async () => {
  const { slack, discord } = await visit();
  expect(await slack.locator('.face-name').allInnerTexts()).toEqual(['Lena', 'Mateo', 'Theo', 'Ada', 'Grace']);
  expect(await discord.locator('.face-name').allInnerTexts()).toEqual(['Noor', 'Lucía', 'Jonas', 'Camila', 'Priya']);
});

test('a visitor with a Spanish browser reads Spanish around the chats, and each chat is in its person’s language', async () => {
  const { page, slack, discord } = await visit({ locale: 'es-ES' });
  await page.getByText('Nada sale de él.').waitFor();
  await page.getByRole('region', { name: 'Tus dos primeros minutos' }).getByText('Pide una sesión').waitFor();
  expect(await page.evaluate(() => document.documentElement.lang)).toBe('es-ES');
  await slack.getByText('This is where Tutorline writes to you.').waitFor();
  await slack.getByRole('button', { name: 'Ser Mateo Ruiz, estudiante' }).click();
  await slack.getByText('Aquí te escribe Tutorline.').waitFor();
  await slack.getByRole('button', { name: 'Inicio' }).waitFor();
  await discord.getByRole('button', { name: /Ser Lucía/ }).click();
  await discord.getByText('Mensajes directos').waitFor();
  await expectAccessible(page);
});

test('a visitor with a Portuguese browser reads Portuguese around the chats, and buttons as Lena reads them', async () => {
  const { page, slack } = await visit({ locale: 'pt-BR' });
  await page.getByText('Nada sai dela.').waitFor();
  const guide = page.getByRole('region', { name: 'Seus dois primeiros minutos' });
  await guide.getByText('digite /book e aperte Send no formulário').waitFor();
  expect(await page.evaluate(() => document.documentElement.lang)).toBe('pt-BR');
  await slack.getByRole('button', { name: 'Ser Mateo Ruiz, estudante' }).click();
  await slack.getByText('México').or(slack.getByText('espanhol')).first().waitFor();
  await slack.getByText('Aquí te escribe Tutorline.').waitFor();
  await expectAccessible(page);
});

test('for a visitor who reads English, Mateo’s Slack is in Spanish all the same', async () => {
  const { page, slack } = await visit();
  await slack.getByRole('button', { name: 'Become Mateo Ruiz' }).click();
  await slack.getByText('Aquí te escribe Tutorline.').waitFor();
  await slack.getByText('You are Mateo Ruiz').waitFor();
  await page.getByText('Nothing leaves it.').waitFor();
});

test('what is written and not sent is still there after a reload', async () => {
  const opened = await visit();
  const { page, discord } = opened;
  await page.fill('#slack-composer', 'half a thought');
  await types(opened, 'discord', '/book');
  await discord.getByLabel('subject').fill('geom');
  await page.reload();
  await expect.poll(() => page.inputValue('#slack-composer')).toBe('half a thought');
  await expect.poll(() => discord.getByLabel('subject').inputValue()).toBe('geom');

  await types(opened, 'slack', '/form');
  await dialog(page).getByLabel('Subject').fill('algebra');
  await dialog(page).getByLabel('Know some').check();
  await dialog(page).getByLabel('Tutor').fill('the');
  await page.locator('[role=option]', { hasText: 'Theo Park' }).click();
  await page.reload();
  await expect.poll(() => dialog(page).getByLabel('Subject').inputValue()).toBe('algebra');
  expect(await dialog(page).getByLabel('Know some').isChecked()).toBe(true);
  expect(await dialog(page).getByLabel('Tutor').inputValue()).toBe('Theo Park');
  await dialog(page).getByRole('button', { name: 'Close' }).first().click();
  await dialog(page).waitFor({ state: 'detached' });

  await page.focus('#option-note');
  await page.keyboard.press('Escape');
  await discord.getByRole('button', { name: 'Leave the command' }).click();
  await types(opened, 'discord', '/form');
  await discord.getByRole('button', { name: 'Run /form' }).click();
  await dialog(page).getByLabel('Subject').fill('Physics');
  await page.reload();
  await expect.poll(() => dialog(page).getByLabel('Subject').inputValue()).toBe('Physics');
  await dialog(page).getByRole('button', { name: 'Cancel' }).click();
  await dialog(page).waitFor({ state: 'detached' }); // while it is open, nothing beneath it can be typed in
  await types(opened, 'discord', '/form');
  await discord.getByRole('button', { name: 'Run /form' }).click();
  await dialog(page).getByLabel('Subject').waitFor();
  expect(await dialog(page).getByLabel('Subject').inputValue()).toBe('');
});

test('starting over leaves nothing: no words half written, no fault, no step done, no person chosen, no hour ahead', async () => {
  const opened = await visit();
  const { page, slack } = opened;
  await types(opened, 'slack', '/show');
  await slack.getByText('Algebra with Lena').first().waitFor();
  await page.getByRole('button', { name: 'Faults', exact: true }).click();
  await dialog(page).getByLabel('Zoom').selectOption('Down');
  await dialog(page).getByRole('button', { name: 'Done' }).click();
  await page.getByRole('button', { name: 'Move the clock' }).click();
  await page.getByRole('menuitem', { name: '1 day on' }).click();
  await page.getByText('(done)').first().waitFor({ state: 'attached' });
  await slack.getByRole('button', { name: /Become Theo Park/ }).click();
  await slack.getByText('You are Theo Park').waitFor();
  await page.getByRole('button', { name: 'Close the guide' }).click();
  await page.fill('#slack-composer', 'half a thought');

  await page.getByRole('button', { name: 'Start over' }).click();
  await dialog(page).getByRole('button', { name: 'Start over' }).click();
  await slack.getByText('You are Lena Vogel').waitFor();
  await page.getByRole('region', { name: 'Your first two minutes' }).waitFor();
  expect(await page.getByText('(done)').count()).toBe(0);
  expect(await page.inputValue('#slack-composer')).toBe('');
  await page.getByRole('button', { name: 'Faults', exact: true }).waitFor();
  expect(demo.sandbox.clock().getTime() - Date.now()).toBeLessThan(60_000);
});

test('on a phone the guide waits behind its button, and the chats have the room', async () => {
  const { page } = await visit({ viewport: { width: 390, height: 844 } });
  const guide = page.getByRole('region', { name: 'Your first two minutes' });
  await page.getByRole('button', { name: 'Guide' }).click();
  await guide.waitFor();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Close the guide' }).click();
  await guide.waitFor({ state: 'detached' });
});

test('where the admins are, the empty channel names their command', async () => {
  const { slack, discord } = await visit();
  await slack.getByRole('button', { name: /Become Grace/ }).click();
  await slack.getByText('You are Grace').waitFor();
  await slack.getByRole('button', { name: /tutoring-admins/ }).click();
  await slack.getByText('below to see how everything is').waitFor();
  // There all commands but one are words behind it.
  expect(await slack.locator('.nothing kbd').first().innerText()).toBe('/tutorline tutoring');
  await discord.getByRole('button', { name: /Become Priya/ }).click();
  await discord.getByText('You are Priya').waitFor();
  await discord.getByRole('button', { name: /tutoring-admins/ }).click();
  await discord.getByText('below to see how everything is').waitFor();
  expect(await discord.locator('.nothing kbd').first().innerText()).toBe('/tutoring');
});

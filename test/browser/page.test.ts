import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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

const schemes = ['light', 'dark'] as const;
test.each(schemes)('all that a Slack app can say is drawn and accessible (%s)', async (colorScheme) => {
  const opened = await visit({ colorScheme });
  const { page, slack } = opened;
  await expectAccessible(page);
  await types(opened, 'slack', '/show');
  await slack.getByText('Only visible to you').waitFor();
  const message = slack.locator('article').filter({ hasText: 'Algebra with Lena' });
  const text = await message.innerText();
  expect(text).toContain('<!channel> stays text 🎉');
  expect(text).toContain('@Lena Vogel');
  expect(text).toContain('Wednesday, November 25th, 2076 at 4:20 PM, {x}');
  expect(await message.locator('.blocks b').first().innerText()).toBe('Bold');
  expect(await message.getByRole('link', { name: 'a link' }).getAttribute('href')).toBe(
    'https://example.org/a?b=1&c=2',
  );
  await expectAccessible(page);

  await message.getByRole('button', { name: 'Confirm' }).click();
  await message.getByRole('button', { name: 'Decline' }).click();
  await expectAccessible(page);
  await dialog(page).getByRole('button', { name: 'Yes, decline' }).click();
  await message.getByLabel('Where to meet').selectOption('Zoom');
  const [atTheTitle, inTheRow] = await message.getByRole('button', { name: 'More actions' }).all();
  await atTheTitle?.click();
  await page.getByRole('menuitem', { name: 'First' }).click();
  await inTheRow?.click();
  await page.getByRole('menuitem', { name: 'Move To another time' }).waitFor();
  await expectAccessible(page);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  expect(await inTheRow?.evaluate((element) => element === document.activeElement)).toBe(true);
  await expect
    .poll(() => demo.seen)
    .toMatchObject([
      { action_id: 'confirm' },
      { action_id: 'decline' },
      { action_id: 'platform', selected_option: { value: 'zoom' } },
      { action_id: 'more', selected_option: { value: 'first' } },
      { action_id: 'rare', type: 'overflow', selected_option: { value: 'move' } },
    ]);

  await slack.getByRole('button', { name: 'Home' }).click();
  await slack.getByText('Nothing is planned.').waitFor();
  await expectAccessible(page);
});

test.each(schemes)('a Slack form takes every kind of answer, and says what is missing (%s)', async (colorScheme) => {
  const opened = await visit({ colorScheme });
  const { page, slack } = opened;
  await types(opened, 'slack', '/form');
  const form = dialog(page);
  await form.getByLabel('Subject').fill('nothing');
  await form.getByRole('button', { name: 'Ask' }).click();
  await form.getByText('This field is required').waitFor();
  expect(await form.getByLabel('Tutor').evaluate((element) => element === document.activeElement)).toBe(true);
  await form.getByLabel('Tutor').fill('the');
  await page.locator('[role=option]', { hasText: 'Theo Park' }).click();
  await form.getByRole('button', { name: 'Ask' }).click();
  await form.getByText('Say what you want to learn.').waitFor();
  await expectAccessible(page);

  await form.getByLabel('Subject').fill('algebra');
  await form.getByLabel('Day', { exact: true }).fill('2026-12-24');
  await form.getByLabel('Time').fill('09:30');
  await form.getByLabel('Length').selectOption('30 minutes');
  await form.getByLabel('Know some').check();
  await form.getByLabel('Exercises').check();
  await form.getByLabel('Friday').check();
  await form.getByLabel('Together with').selectOption('Ada Obi');
  await form.getByLabel('Note').fill('two\nlines');
  await form.getByRole('button', { name: 'Ask' }).click();
  await form.waitFor({ state: 'detached' });
  expect(demo.seen).toMatchObject([
    {
      topic: { topic: { value: 'algebra' } },
      tutor: { tutor: { selected_option: { value: 'U0THEO0003' } } },
      day: { day: { selected_date: '2026-12-24' } },
      time: { time: { selected_time: '09:30' } },
      length: { length: { selected_option: { value: '30' } } },
      level: { level: { selected_option: { value: 'some' } } },
      bring: { bring: { selected_options: [{ value: 'exercises' }] } },
      days: { days: { selected_options: [{ value: 'fr' }] } },
      who: { who: { selected_user: 'U0ADA00004' } },
      note: { note: { value: 'two\nlines' } },
    },
  ]);

  // The tutor has something to read, and it is one press away.
  await slack.getByText('Theo has 1 new message').click();
  await slack.getByText('@Lena Vogel asks for algebra').waitFor();
  await expect.poll(() => slack.getByText('has 1 new message').count()).toBe(0);
});

test.each(schemes)('all that a Discord app can say is drawn and accessible (%s)', async (colorScheme) => {
  const opened = await visit({ colorScheme });
  const { page, discord } = opened;
  await types(opened, 'discord', '/show');
  await discord.getByRole('button', { name: 'Run /show' }).click();
  await discord.getByText('Look at your direct messages.').waitFor();
  const card = discord.locator('.container');
  expect(await card.innerText()).toMatch(/bold, italic, under, gone, a link, @Noor Haddad, \*plain\*/);
  expect(await card.innerText()).toMatch(/Starts Wednesday, November 25, 2076 at \d+:20.[AP]M, that is in \d+ years\./);
  await expectAccessible(page);
  await discord.getByRole('button', { name: 'Spoiler' }).click();
  await discord.getByText('a secret').waitFor();

  await card.getByRole('button', { name: 'Confirm' }).click();
  const where = card.getByRole('button', { name: 'Where to meet' });
  await where.focus();
  await page.keyboard.press('Enter');
  await page.getByRole('menuitem', { name: 'Jitsi' }).waitFor();
  await expectAccessible(page);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect.poll(() => where.innerText()).toBe('Zoom');
  await expect
    .poll(() => demo.seen.slice(1))
    .toEqual([
      ['confirm', undefined],
      ['platform', ['zoom']],
    ]);
  await discord.getByRole('button', { name: 'Dismiss message' }).click();
  await expect.poll(() => discord.getByText('Look at your direct messages.').count()).toBe(0);

  await types(opened, 'discord', '/form');
  await discord.getByRole('button', { name: 'Run /form' }).click();
  const form = dialog(page);
  await form.getByRole('button', { name: 'Submit' }).click();
  await form.getByText('This field is required').waitFor();
  await expectAccessible(page);
  await form.getByLabel('Subject').fill('Algebra');
  await form.getByLabel('Good').check();
  await form.getByLabel('Exercises').check();
  await form.getByLabel('Length').selectOption('Long');
  await form.getByRole('button', { name: 'Submit' }).click();
  await discord.getByText('Thank you.').waitFor();
  expect(demo.seen.at(-1)).toEqual([
    ['subject', 'Algebra'],
    ['rating', 'good'],
    ['did', ['exercises']],
    ['length', ['long']],
    ['comment', ''],
  ]);
});

test('a Discord command is typed with the keyboard alone, with suggestions for its options', async () => {
  const { page, discord } = await visit();
  await page.focus('#discord-composer');
  await page.keyboard.type('/b');
  await discord.getByRole('option', { name: '/book' }).waitFor();
  await page.keyboard.press('Tab');
  await discord.getByLabel('subject').waitFor();
  await page.keyboard.type('alg');
  const offers = (name: RegExp | string) => discord.getByRole('option', { name, selected: true }).waitFor();
  const has = (option: string, value: string) => expect.poll(() => discord.getByLabel(option).inputValue()).toBe(value);
  await offers('Algebra');
  await expectAccessible(page);
  await page.keyboard.press('Enter');
  await has('subject', 'Algebra');
  await page.keyboard.press('Tab');
  await discord.getByRole('option', { name: '1 hour' }).waitFor();
  await page.keyboard.press('ArrowDown');
  await offers('1 hour');
  await page.keyboard.press('Enter');
  await has('length', '1 hour');
  await page.keyboard.press('Tab');
  await page.keyboard.type('jonas');
  await offers(/Jonas/);
  await page.keyboard.press('Enter');
  await has('with', 'Jonas Weber');
  await page.keyboard.press('Enter');
  await discord.getByText('Asked for algebra.').waitFor();
  expect(demo.seen).toEqual([
    [
      ['subject', 'algebra'],
      ['length', 60],
      ['with', '1100000000000000013'],
    ],
  ]);
  expect(await page.locator('#discord-composer').evaluate((element) => element === document.activeElement)).toBe(true);
});

test('a required option that is missing is named, and Escape leaves the command', async () => {
  const opened = await visit();
  const { page, discord } = opened;
  await types(opened, 'discord', '/book');
  await discord.getByRole('button', { name: 'Run /book' }).click();
  await discord.getByRole('alert').getByText('subject: This option is required').waitFor();
  await page.focus('#option-note');
  await page.keyboard.press('Escape');
  await page.locator('#discord-composer').waitFor();
});

test('the whole of Slack works with the keyboard', async () => {
  const { page, slack } = await visit();
  await page.focus('#slack-composer');
  await page.keyboard.type('/fo');
  await slack.getByRole('option', { name: '/form' }).waitFor();
  await page.keyboard.press('Tab');
  expect(await page.inputValue('#slack-composer')).toBe('/form ');
  await page.keyboard.press('Enter');
  await dialog(page).waitFor();
  await page.keyboard.type('algebra');
  for (let press = 0; press < 40; press += 1) await page.keyboard.press('Tab');
  // The focus went round and round, and never out of the dialog onto the page.
  expect(
    await page.evaluate(
      () => document.activeElement === document.body || document.activeElement?.closest('dialog') !== null,
    ),
  ).toBe(true);
  await dialog(page).getByLabel('Tutor').focus();
  await page.keyboard.press('ArrowDown');
  await page.locator('[role=option]', { hasText: 'Ada Obi' }).waitFor();
  await page.keyboard.press('Escape');
  await page.locator('[role=option]', { hasText: 'Ada Obi' }).waitFor({ state: 'hidden' });
  await page.keyboard.press('Escape');
  await dialog(page).waitFor({ state: 'detached' });
  expect(await page.locator('#slack-composer').evaluate((element) => element === document.activeElement)).toBe(true);

  await page.keyboard.type('hello @th');
  await slack.getByRole('option', { name: '@theo' }).waitFor();
  await page.keyboard.press('Enter');
  expect(await page.inputValue('#slack-composer')).toBe('hello @theo ');
  await page.keyboard.press('Enter');
  await slack.getByText('@Theo Park').waitFor();
  await page.keyboard.type('/nonsense');
  await page.keyboard.press('Enter');
  await slack.getByRole('alert').getByText('is not a valid command').waitFor();
});

test('moving the clock on ticks the bot, and everybody sees what came of it', async () => {
  const { page, slack } = await visit();
  await page.getByRole('button', { name: 'To the next reminder' }).click();
  await slack.getByText('Theo has 1 new message').waitFor();
  expect(demo.sandbox.clock().getTime()).toBeGreaterThan(Date.now() + 3_500_000);
  await page.getByRole('button', { name: 'Move the clock' }).click();
  await expectAccessible(page);
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await slack.getByText('Theo has 2 new messages').waitFor();
  expect(demo.sandbox.clock().getTime()).toBeGreaterThan(Date.now() + 25 * 3_500_000);
});

test.each([
  ['light', 1440],
  ['dark', 1440],
  ['light', 390],
  ['dark', 390],
] as const)(
  'the faults panel breaks and mends a platform, and is accessible (%s, %i pixels)',
  async (colorScheme, width) => {
    const { page } = await visit({ colorScheme, viewport: { width, height: 844 } });
    await page.getByRole('button', { name: 'Faults', exact: true }).click();
    await dialog(page).getByLabel('Zoom').selectOption('Down');
    await expectAccessible(page);
    await dialog(page).getByRole('button', { name: 'Done' }).click();
    await expectAccessible(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    await page.getByRole('button', { name: 'Faults: Zoom' }).click();
    await dialog(page).getByLabel('Zoom').selectOption('Works');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Faults', exact: true }).waitFor();
  },
);

test('starting over asks first, and then all is as it was at the beginning', async () => {
  const opened = await visit();
  const { page, slack } = opened;
  await types(opened, 'slack', '/show');
  await slack.getByText('Algebra with Lena').first().waitFor();
  await page.getByRole('button', { name: 'Start over' }).click();
  await expectAccessible(page);
  await dialog(page).getByRole('button', { name: 'Keep everything' }).last().click();
  await slack.getByText('Algebra with Lena').first().waitFor();
  await page.getByRole('button', { name: 'Start over' }).click();
  await dialog(page).getByRole('button', { name: 'Start over' }).click();
  await slack.getByText('This is where Tutorline writes to you.').waitFor();
  await types(opened, 'slack', '/show');
  await slack.getByText('Algebra with Lena').first().waitFor();
});

test.each(schemes)('one chat at a time at a phone’s width (%s)', async (colorScheme) => {
  const opened = await visit({ viewport: { width: 390, height: 844 }, colorScheme });
  const { page, slack, discord } = opened;
  expect(await discord.isVisible()).toBe(false);
  await types(opened, 'slack', '/show');
  await slack.getByText('Only visible to you').waitFor();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Discord', exact: true }).click();
  expect(await slack.isVisible()).toBe(false);
  await types(opened, 'discord', '/book');
  await discord.getByLabel('subject').waitFor();
  await expectAccessible(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
});

test('at a phone’s width, what comes in the other chat stays unread until one looks', async () => {
  const { page, slack } = await visit({ viewport: { width: 390, height: 844 } });
  await slack.getByRole('button', { name: 'Become Theo Park' }).click();
  await slack.getByText('You are Theo Park').waitFor();
  await page.getByRole('button', { name: 'Discord', exact: true }).click();
  await page.getByRole('button', { name: 'Move the clock' }).click();
  await page.getByRole('menuitem', { name: 'To the next reminder' }).click();
  await page.getByRole('button', { name: 'Slack 1 unread' }).click();
  await slack.getByText('A reminder: it starts soon.').waitFor();
  await page.getByRole('button', { name: 'Slack', exact: true }).waitFor();
});

test('everything is still there after a restart, but for what was seen by one person alone', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'sandbox-'));
  const stateFile = join(folder, 'chats.json');
  await demo.close();
  demo = await startDemo({ stateFile });
  const before = await visit();
  await types(before, 'slack', '/show');
  await before.slack.getByText('Only visible to you').waitFor();
  await before.page.getByRole('button', { name: 'Close the guide' }).click();
  await before.slack.getByRole('button', { name: 'Become Mateo Ruiz' }).click();
  await before.slack.getByText('You are Mateo Ruiz').waitFor();
  before.problems.splice(0);
  await before.page.close();
  await demo.sandbox.moveClock(new Date(Date.now() + 86_400_000));
  await demo.close();

  demo = await startDemo({ stateFile });
  expect(demo.sandbox.clock().getTime()).toBeGreaterThan(Date.now() + 86_000_000);
  const { page, slack } = await visit();
  await slack.getByText('You are Mateo Ruiz').waitFor();
  expect(await page.getByRole('button', { name: 'Guide' }).isVisible()).toBe(true);
  await slack.getByRole('button', { name: /Become Lena Vogel/ }).click();
  await slack.getByText('Algebra with Lena').first().waitFor();
  expect(await slack.getByText('Only visible to you').count()).toBe(0);
  await rm(folder, { recursive: true, maxRetries: 5 });
});

test('a sandbox that stops is missed, and found again', async () => {
  const { page, problems } = await visit();
  const { port } = new URL(demo.sandbox.origin);
  await demo.close();
  await page.getByText('The sandbox does not answer.').waitFor();
  demo = await startDemo({ port: Number(port) });
  await page.getByText('The sandbox does not answer.').waitFor({ state: 'detached' });
  expect(problems.every((problem) => problem.includes('net::ERR_'))).toBe(true);
  problems.splice(0);
});

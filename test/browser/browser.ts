import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AxeResults } from 'axe-core';
import { type Browser, type BrowserContextOptions, chromium, type Locator, type Page } from 'playwright-core';
import { expect, onTestFailed } from 'vitest';

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export function launch(): Promise<Browser> {
  return chromium.launch({ executablePath: '/usr/bin/chromium', args: FLAGS });
}

/** The sandbox's page, and what went wrong in it so far. */
export interface Opened {
  readonly page: Page;
  readonly slack: Locator;
  readonly discord: Locator;
  readonly problems: string[];
}

export async function open(browser: Browser, origin: string, options: BrowserContextOptions = {}): Promise<Opened> {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    timezoneId: 'Europe/Berlin',
    locale: 'en-GB',
    reducedMotion: 'reduce',
    ...options,
  });
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  onTestFailed(async ({ task }) => {
    if (!page.isClosed()) await page.screenshot({ path: join(tmpdir(), `${task.id}.png`) });
  });
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text());
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(origin.replace('127.0.0.1', 'localhost')))
      problems.push(`asks elsewhere: ${request.url()}`);
  });
  await page.goto(origin.replace('127.0.0.1', 'localhost'));
  await page.locator('.pane.slack').waitFor({ state: 'attached' });
  return { page, slack: page.locator('.pane.slack'), discord: page.locator('.pane.discord'), problems };
}

const axe = readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Fails with what axe finds wrong with the page as it is now. */
export async function expectAccessible(page: Page): Promise<void> {
  // Through the debugger: the page's own policy lets no script in.
  await page.evaluate(await axe);
  const { violations } = (await page.evaluate('axe.run(document, { resultTypes: ["violations"] })')) as AxeResults;
  expect(
    violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ html, failureSummary }) => `${html} ${failureSummary}`).join('\n')}`,
    ),
  ).toEqual([]);
}

/** The open dialog. */
export const dialog = (page: Page): Locator => page.locator('dialog[open]');

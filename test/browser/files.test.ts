import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { expectAccessible, launch, type Opened, open } from './browser.ts';
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

test('files are sent with a message in both chats, and opened where they stand', async () => {
  opened = await open(browser, demo.sandbox.origin, {});
  const { page } = opened;
  for (const chat of ['slack', 'discord'] as const) {
    const pane = page.locator(`.pane.${chat}`);
    const file = { name: `from-${chat}.txt`, mimeType: 'text/plain', buffer: Buffer.from('x = 3') };
    await pane.locator('input[type=file]').setInputFiles(file);
    await pane.locator('.composer .file').getByText(file.name).waitFor();
    await expectAccessible(page);
    await pane.getByRole('button', { name: 'Send', exact: true }).click();
    const link = pane.getByRole('link', { name: file.name });
    await link.waitFor();
    expect(await pane.locator('.composer .file').count()).toBe(0);
    const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
    const parts: Buffer[] = [];
    for await (const part of await download.createReadStream()) parts.push(Buffer.from(part));
    expect(Buffer.concat(parts).toString()).toBe('x = 3');
  }
});

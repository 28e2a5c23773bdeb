import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { createRooms } from '../../sandbox/rooms/index.ts';
import { listen } from '../../sandbox/server.ts';
import { details } from '../meetings/contract.ts';
import { meetStage } from '../meetings/google-stage.ts';
import { zoomStage } from '../meetings/zoom-stage.ts';
import { expectAccessible, launch } from './browser.ts';

/** The pages that stand in for a meeting, as somebody sees them who follows a link. */

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

async function follows(url: string, colorScheme: 'light' | 'dark') {
  const context = await browser.newContext({ colorScheme, viewport: { width: 360, height: 640 } });
  onTestFinished(() => context.close());
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  await page.goto(url);
  await expectAccessible(page);
  return page;
}

describe.each(['light', 'dark'] as const)('%s', (colorScheme) => {
  test('Zoom’s pages are accessible, with nobody and with somebody in the meeting', async () => {
    const stage = await zoomStage();
    onTestFinished(() => stage.close());
    const { url, meetingId } = await stage.platform.create(details);
    const page = await follows(url, colorScheme);
    await page.getByLabel('Your name').fill('Lena Vogt');
    await page.getByRole('button', { name: 'Join' }).click();
    await page.getByRole('button', { name: 'Leave as Lena Vogt' }).waitFor();
    await expectAccessible(page);
    const hall = await follows((await stage.platform.hostLink?.(meetingId)) ?? '', colorScheme);
    await hall.getByRole('button', { name: /Start|Enter as host/ }).waitFor();
    await follows(`${stage.origin}/sandbox/zoom/j/1234567890`, colorScheme);
  });

  test('Google Meet’s pages are accessible, with nobody and with somebody in the meeting', async () => {
    const stage = await meetStage();
    onTestFinished(() => stage.close());
    const { url } = await stage.platform.create(details);
    const page = await follows(url, colorScheme);
    await page.getByLabel('Your name').fill('Lena Vogt');
    await page.getByRole('button', { name: 'Join' }).click();
    await page.getByRole('button', { name: 'Leave as Lena Vogt' }).waitFor();
    await expectAccessible(page);
    await follows(url.replace(/[^/]+$/, 'aaa-bbbb-ccc'), colorScheme);
  });

  test('pages of Jitsi and of own rooms are accessible, and say what is wrong', async () => {
    const quiet = { now: () => new Date(), origin: () => '', changed: () => undefined, record: () => undefined };
    const rooms = createRooms(quiet);
    const { origin, close } = await listen({ port: 0, standIns: [rooms] });
    onTestFinished(close);
    const page = await follows(`${origin}${rooms.paths.jitsi}/tutorline-abc`, colorScheme);
    await page.getByLabel('Your name').fill('Lena Vogt');
    await page.getByRole('button', { name: 'Enter' }).click();
    await page.getByRole('button', { name: 'Leave as Lena Vogt' }).waitFor();
    await expectAccessible(page);
    rooms.faults.set('own', 'down');
    const broken = await follows(`${origin}${rooms.paths.own}/abc`, colorScheme);
    expect(await broken.getByRole('heading').innerText()).toContain('unavailable');
  });
});

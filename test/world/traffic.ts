import { appendFile, mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Traffic } from '../../sandbox/stand-in.ts';

/** Where the end-to-end tests leave what the bot said to the vendors, for the contract check. One file for each test process. */
const FOLDER = fileURLToPath(new URL('../../traffic/', import.meta.url));

export async function keepTraffic(traffic: readonly Traffic[]): Promise<void> {
  if (traffic.length === 0) return;
  await mkdir(FOLDER, { recursive: true });
  await appendFile(`${FOLDER}${process.pid}.jsonl`, traffic.map((one) => `${JSON.stringify(one)}\n`).join(''));
}

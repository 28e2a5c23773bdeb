import { expect, onTestFinished, test } from 'vitest';
import { createRooms } from '../../sandbox/rooms/index.ts';
import { listen } from '../../sandbox/server.ts';
import type { Stage } from '../../sandbox/stand-in.ts';

async function open(saved?: unknown) {
  const stage: Stage = {
    now: () => new Date(),
    origin: () => '',
    changed: () => undefined,
    record: () => undefined,
    saved,
  };
  const rooms = createRooms(stage, { slowMs: 1 });
  const { origin, close } = await listen({ port: 0, standIns: [rooms] });
  onTestFinished(close);
  const form = (path: string, name: string) =>
    fetch(`${origin}${path}`, { method: 'POST', body: new URLSearchParams({ name }) });
  const reads = async (path: string) => (await fetch(`${origin}${path}`)).text();
  return { rooms, origin, form, reads };
}

test('people enter a room by its link, see who is there, and leave', async () => {
  const { rooms, form, reads } = await open();
  const room = `${rooms.paths.jitsi}/tutorline-abc`;
  expect(await reads(room)).toContain('Nobody is here yet.');
  await form(`${room}/enter`, '<b>Lena</b>');
  await form(`${room}/enter`, 'Theo');
  expect(await reads(room)).toMatch(/&lt;b&gt;Lena[\s\S]*Theo/);
  expect(await reads(`${rooms.paths.own}/tutorline-abc`)).toContain('Nobody is here yet.');
  await form(`${room}/leave`, 'Theo');
  expect(await reads(room)).not.toContain('Theo');
  const { reads: again } = await open(rooms.dump());
  expect(await again(room)).toContain('Lena');
});

test('a house of rooms that fails says so in its pages, and in its answers', async () => {
  const { rooms, origin } = await open();
  const status = async () => (await fetch(`${origin}${rooms.paths.jitsi}/`)).status;
  expect(await status()).toBe(200);
  rooms.faults.set('jitsi', 'down');
  expect(await status()).toBe(503);
  rooms.faults.set('jitsi', 'moved-away');
  expect(await status()).toBe(404);
  expect((await fetch(`${origin}${rooms.paths.own}/`)).status).toBe(200);
});

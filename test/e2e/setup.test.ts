import { afterEach, expect, test } from 'vitest';
import type { Config } from '../../src/config/result.ts';
import { books } from '../world/pairs.ts';
import { createWorld, START, type World } from '../world/world.ts';

const HOUR = 3_600_000;

let world: World;
afterEach(() => world.stop());

/** The settings name no moderation channel. */
function unset({ slack, discord, ...config }: Config): Config {
  return {
    ...config,
    slack: slack && { ...slack, moderationChannel: undefined },
    discord: discord && { ...discord, moderationChannel: undefined },
  };
}

test('admins choose the channel and its language in each chat; what waits comes there, and it stays so', async () => {
  world = await createWorld({ config: unset });
  const { lena, theo, grace, priya, discord } = world;
  await books(lena, 'Theo Park', '2026-12-03 17:00');
  await world.moveTo(START.getTime() + 24 * HOUR);
  expect(grace.sees('Theo Park')).toBe(false);

  await lena.types('/tutoring', { what: 'setup', channel: '#tutoring-admins' });
  await lena.waitsFor('Only admins can do that');
  await grace.types('/tutoring', { what: 'setup' });
  await grace.waitsFor('None is chosen yet');
  await grace.types('/tutoring', { what: 'setup', language: 'klingon' });
  await grace.waitsFor('I don’t speak that');
  await grace.types('/tutoring', { what: 'setup', channel: '#general' });
  await grace.waitsFor('Type /invite @Tutorline in that channel');
  await grace.types('/tutoring', { what: 'setup', channel: '#tutoring-admins', language: 'español' });
  await grace.waitsFor('Aquí traeré lo que necesita un admin');
  await grace.waitsFor('Todavía sin respuesta de');

  // Another channel has the same open cards.
  await world.settled();
  await grace.types('/tutoring', { what: 'setup', channel: '#learning' });
  await grace.waitsFor('Todavía sin respuesta de', 2);
  await grace.types('/tutoring', { what: 'status' });
  await grace.waitsFor('1 request that nobody answers');

  const { tutoringAdmins } = discord.credentials.channels;
  discord.fail(`POST /channels/${tutoringAdmins}/messages`, { status: 403, code: 50001, message: 'Missing Access' });
  await priya.types('/tutoring setup', { channel: tutoringAdmins });
  await priya.waitsFor('allow me View Channel');
  await priya.types('/tutoring setup', { channel: tutoringAdmins });
  await priya.waitsFor('I’ll bring here what needs an admin');
  await priya.waitsFor('No answer yet from Theo Park');

  await world.restart(unset);
  await theo.presses('Confirm');
  await grace.waitsFor('Aquí ya no hay nada que hacer');
  await priya.waitsFor('Nothing left to do here');
  expect(world.faults).toEqual([]);
});

import { afterEach, expect, test } from 'vitest';
import { createWorld, type World } from '../world/world.ts';

let world: World;
afterEach(() => world.stop());

/** What is signed and yet no payload: of a program that speaks for Slack, or of Slack on a bad day. */
const NOTHINGS = ['null', '0', '"text"', '[]', 'true', '{}', '{"type":"events_api"}', 'no JSON at all'];

test.each(['http', 'socket'] as const)('what is signed and holds nothing ends nothing, over %s', async (slackOver) => {
  world = await createWorld({ slackOver });
  const { lena, slack } = world;
  const bodies = [...NOTHINGS, '{"type":"events_api","payload":null}', '{"type":"interactive","payload":null}'];
  await Promise.all(bodies.map((body) => slack.sendsRaw(body)));
  if (slackOver === 'http') {
    expect(await slack.sendsRaw('null')).toBe(400);
    const send = (body: string) =>
      slack.sendsRaw(`payload=${encodeURIComponent(body)}`, 'application/x-www-form-urlencoded');
    await Promise.all(NOTHINGS.map(send));
  }
  await lena.types('/sessions');
  await lena.waitsFor('Nothing is planned');
});

import { describe, type TestContext, test } from 'vitest';
import { createLog } from '../../src/create-log.ts';
import { books } from '../world/pairs.ts';
import { createWorld, type World } from '../world/world.ts';

const NOTE = 'My mother must not know that I failed twice';

/** The bot with a log that says all that it can, kept in lines. */
async function loggedWorld({ onTestFinished }: TestContext) {
  const lines: string[] = [];
  const log = createLog({ logLevel: 'trace', notices: [] }, { write: (line) => void lines.push(line) });
  const world = await createWorld({ env: { MEETING_PLATFORMS: 'zoom,google-meet,jitsi' }, log });
  onTestFinished(() => world.stop());
  return { world, lines };
}

/** Every vendor refuses the next calls with this status. */
function breakAll({ slack, discord, zoom, google }: World, status: number, times = 8): void {
  slack.fail('*', status === 429 ? { retryAfter: 0 } : { status }, times);
  discord.fail(
    '*',
    status === 429 ? { status, retryAfter: 0 } : { status, code: 50035, message: `Value "${NOTE}" is not allowed` },
    times,
  );
  zoom.faults.order(/./, { status, body: { code: 300, message: `“${NOTE}”` } }, times);
  for (const route of ['token', 'calendar', 'meet'] as const) google.fail(route, { status }, times);
}

function healAll({ slack, discord }: World): void {
  slack.heal();
  discord.heal();
}

// All wait for one vendor or another most of the time.
describe.concurrent.each([400, 403, 429, 500])('while every vendor answers %i', (status) => {
  test('the log at its loudest holds no text of people, no names, no personal link and no token', async (context) => {
    const { expect } = context;
    const { world, lines } = await loggedWorld(context);
    const { lena, theo, noor, jonas } = world;
    await books(lena, world.theo.name, '2026-12-01 17:00', { note: NOTE });
    await books(noor, world.jonas.name, '2026-12-01 17:00', { note: NOTE });
    await theo.waitsFor(NOTE);
    await jonas.waitsFor(NOTE);

    breakAll(world, status);
    await Promise.allSettled([theo.presses('Confirm'), jonas.presses('Confirm')]);
    for (const one of [lena, noor]) await one.types('/sessions').catch(() => undefined);
    await Promise.allSettled([lena.says(NOTE), noor.says(NOTE), world.slack.opensHome(lena.userId)]);
    breakAll(world, status, 4);
    await world.moveTo('2026-12-01T15:50:00Z');
    healAll(world);
    await world.settled();

    const said = lines.join('');
    expect(lines.length).toBeGreaterThan(3);
    expect(said).not.toContain('{}');
    for (const secret of secretsOf(world)) expect(said, secret).not.toContain(secret);
  });
});

/** What stands in the log of nobody: texts, names, tokens, and whatever of an address lets somebody in. */
function secretsOf({ slack, discord, zoom, google, traffic, lena, theo, noor, jonas }: World): readonly string[] {
  const names = [lena, theo, noor, jonas].flatMap(({ name }) => name.split(' '));
  const tokens = [slack, discord, zoom, google].flatMap(({ credentials }) =>
    Object.entries(credentials).flatMap(([key, value]) =>
      /token$|secret/i.test(key) && typeof value === 'string' ? [value] : [],
    ),
  );
  // Tokens of interactions stand in the paths.
  const inPaths = traffic.flatMap(({ path }) => path.split('/').filter((part) => part.length > 40));
  return ['mother', 'failed twice', ...names, ...tokens, ...inPaths, '/j/', '/actions/', 'tutorline-', 'Bearer'];
}

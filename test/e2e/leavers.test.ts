import { afterEach, expect, test } from 'vitest';
import { acrossChats, books, type Pair } from '../world/pairs.ts';
import { createWorld } from '../world/world.ts';

let pair: Pair;
afterEach(() => pair.stop());

/** They leave the server, or are deactivated in the workspace. */
async function leaves(one: Pair['tutor']): Promise<void> {
  if (one.chat === 'slack') await pair.slack.deactivates(one.userId);
  else pair.discord.leaveServer(one.userId);
}

acrossChats((meet) => {
  test('a tutor who leaves: the learner is told, the admins read what happened, and nobody is offered them any more', async () => {
    pair = await meet();
    const { learner, tutor, admin } = pair;
    await books(learner, tutor.name);
    await tutor.waitsFor('asks you for a session');
    await tutor.presses('Confirm');
    await learner.waitsFor('Where: Jitsi');
    await pair.settled();
    await leaves(tutor);
    // Slack says so; Discord only when something is to be sent there.
    await pair.moveTo('2026-11-30T23:01:00Z');
    await learner.waitsFor(`${tutor.name} isn’t here any more`);
    await admin.waitsFor(`${tutor.name} isn’t in ${tutor.chat === 'slack' ? 'Slack' : 'Discord'} any more`);
    expect(admin.sees('upcoming session')).toBe(true);
    expect(admin.sees('I can’t send direct messages')).toBe(false);
    const choices = await pair.noor.completes('/book', 'tutor', tutor.name.slice(0, 4));
    expect(choices.filter((choice) => choice.includes(tutor.name))).toEqual([]);
    expect(pair.faults).toEqual([]);
  });

  test('a learner who leaves: the tutor is told once, and who comes back is there again', async () => {
    pair = await meet();
    const { learner, tutor, admin, slack, discord } = pair;
    await books(learner, tutor.name);
    await tutor.waitsFor('asks you for a session');
    await tutor.presses('Confirm');
    await learner.waitsFor('Where: Jitsi');
    await pair.settled();
    await leaves(learner);
    await pair.moveTo('2026-11-30T23:01:00Z');
    await pair.moveTo('2026-12-01T15:30:00Z');
    await tutor.waitsFor(`${learner.name} isn’t here any more`);
    await admin.waitsFor(`${learner.name} isn’t in`);
    expect(tutor.messages().filter((message) => message.includes('isn’t here any more'))).toHaveLength(1);
    if (learner.chat === 'slack') await slack.deactivates(learner.userId, false);
    else discord.joinServer(learner.userId);
    await learner.types('/sessions');
    await learner.waitsFor('Your upcoming sessions');
    expect(pair.faults).toEqual([]);
  });
});

test('whoever writes to the bot in Discord after leaving is known to have left', async () => {
  const world = await createWorld();
  pair = { ...world, learner: world.noor, tutor: world.jonas, admin: world.priya };
  await books(world.noor, world.jonas.name, '2026-12-01 11:00');
  await world.jonas.waitsFor('asks you for a session');
  await world.settled();
  world.discord.leaveServer(world.jonas.userId);
  await world.moveTo('2026-11-30T09:05:00Z');
  await world.jonas.says('hello').catch(() => undefined);
  await world.noor.waitsFor('Jonas Weber isn’t here any more');
  await world.priya.waitsFor('Jonas Weber isn’t in Discord any more');
});

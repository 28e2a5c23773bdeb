import { afterEach, describe, expect, test } from 'vitest';
import type { Human } from '../world/human.ts';
import { acrossChats, books, type Pair } from '../world/pairs.ts';
import { createWorld, type WorldOptions } from '../world/world.ts';

const DISCORD_FIRST = { env: { MEETING_PLATFORMS: 'discord,jitsi', DEFAULT_TIME_ZONE: 'Europe/Stockholm' } };
const MINUTE = 60_000;

let pair: Pair;
afterEach(() => pair.stop());

async function confirms() {
  const { learner, tutor } = pair;
  await books(learner, tutor.name);
  await pair.settled();
  await tutor.presses('Confirm');
  await pair.settled();
}

const session = async () => {
  const [one] = await pair.app.store.sessions({});
  if (!one) throw new Error('there is no session');
  return one;
};
const place = (human: Human) => human.messages().findLast((message) => message.includes('Where')) ?? '';
/** The voice channel of the session, as those see it who may. */
const room = () => {
  const [channel] = pair.discord.voiceChannels();
  if (!channel) throw new Error('there is no voice channel');
  return channel;
};

acrossChats((meet) => {
  test('a room in Discord is offered where all are in its server, and to nobody else', async () => {
    pair = await meet(DISCORD_FIRST);
    const { learner, tutor, discord } = pair;
    await confirms();
    const areTogether = learner.chat === 'discord' && tutor.chat === 'discord';
    expect(discord.voiceChannels()).toHaveLength(areTogether ? 1 : 0);
    for (const human of [learner, tutor]) {
      await human.waitsFor(areTogether ? /Where:? Discord/ : /Where:? Jitsi/);
      expect(human.sees('wasn’t available')).toBe(false);
      // Only in Slack there are huddles, and nobody but people can begin one.
      const isHuddle = learner.chat === 'slack' && tutor.chat === 'slack';
      expect(human.sees('that starts a huddle. I can’t start it for you.')).toBe(isHuddle);
    }
    if (!areTogether) {
      expect(tutor.offers('Discord')).toBe(false);
      // Who types it all the same reads why not.
      await tutor.types('/meet', { person: learner.name, platform: 'Discord' });
      await tutor.waitsFor('Not everybody is in one server of Discord');
    }
    expect(pair.faults).toEqual([]);
  });
});

/** Two in the server, and an admin of it. */
async function inDiscord(options: WorldOptions = DISCORD_FIRST): Promise<void> {
  const world = await createWorld(options);
  pair = { ...world, learner: world.noor, tutor: world.jonas, admin: world.priya };
}

describe('in one Discord server', () => {
  test('they meet in a voice channel of their own: it starts and ends with them, and is gone a while later', async () => {
    await inDiscord();
    const { learner, tutor, admin, discord } = pair;
    await confirms();
    const { id, name } = room();
    const link = `/channels/${discord.credentials.serverId}/${id}`;
    expect((await session()).meeting?.url).toContain(link);
    expect(name).toMatch(/^tutoring-\w{5}$/);
    expect(() => discord.entersVoice(pair.lucia.userId, id)).toThrow('cannot enter');

    const { startsAt } = await session();
    await pair.moveTo(startsAt);
    discord.entersVoice(learner.userId, id);
    discord.entersVoice(tutor.userId, id);
    await pair.settled();
    expect((await session()).state).toBe('started');
    discord.entersVoice(admin.userId, id);
    discord.leavesVoice(admin.userId);
    await pair.moveTo(startsAt.getTime() + 50 * MINUTE);
    discord.leavesVoice(learner.userId);
    // People come back: that is no end.
    discord.entersVoice(learner.userId, id);
    discord.leavesVoice(learner.userId);
    discord.leavesVoice(tutor.userId);
    await pair.settled();
    expect((await session()).state).toBe('started');
    await pair.moveTo(startsAt.getTime() + 53 * MINUTE);
    expect(await session()).toMatchObject({ state: 'ended', endedAt: new Date(startsAt.getTime() + 50 * MINUTE) });
    await learner.waitsFor('How was your session');
    // Of whoever is not in the session Discord tells no name without a privileged intent.
    const stays = await pair.app.store.stays((await session()).id);
    expect(stays.map((stay) => stay.name).sort()).toEqual(['?', 'Jonas Weber', 'Noor Haddad', 'Noor Haddad']);
    expect(stays.every(({ joinedAt, leftAt }) => joinedAt && leftAt)).toBe(true);

    await pair.moveTo(startsAt.getTime() + 79 * MINUTE);
    expect(discord.voiceChannels()).toHaveLength(1);
    await pair.moveTo(startsAt.getTime() + 84 * MINUTE);
    expect(discord.voiceChannels()).toEqual([]);
    expect(pair.faults).toEqual([]);
  });

  test('who talks on in the room is not thrown out, but for the night', async () => {
    await inDiscord();
    const { learner, tutor, discord } = pair;
    await confirms();
    const { id } = room();
    const { startsAt, endsAt } = await session();
    await pair.moveTo(startsAt);
    for (const human of [learner, tutor]) discord.entersVoice(human.userId, id);
    await pair.settled();
    await pair.moveTo(endsAt.getTime() + 16 * MINUTE);
    expect((await session()).state).toBe('ended');
    await pair.moveTo(endsAt.getTime() + 120 * MINUTE);
    expect(discord.inVoice(id)).toHaveLength(2);
    await pair.moveTo(endsAt.getTime() + 5 * 60 * MINUTE);
    expect(discord.voiceChannels()).toEqual([]);
  });

  test('a cancelled session, and one that meets elsewhere now, leave no channel', async () => {
    await inDiscord();
    const { tutor, discord } = pair;
    await confirms();
    const first = room().id;
    await tutor.presses('New link');
    await pair.settled();
    expect(room().id).not.toBe(first);
    expect(discord.voiceChannels()).toHaveLength(1);
    await tutor.chooses('Jitsi');
    await tutor.waitsFor(/Where:? Jitsi/);
    await pair.settled();
    expect(discord.voiceChannels()).toEqual([]);
    await tutor.chooses('Discord');
    await pair.settled();
    expect(discord.voiceChannels()).toHaveLength(1);
    await tutor.presses('Cancel');
    await tutor.waitsFor('dialog: Cancel the session');
    await tutor.fills({ reason: 'I am ill, sorry' });
    await pair.settled();
    expect(discord.voiceChannels()).toEqual([]);
    expect(pair.faults).toEqual([]);
  });

  test('a lost answer leaves one channel', async () => {
    await inDiscord({ ...DISCORD_FIRST, timeoutMs: 2_000 });
    const { discord } = pair;
    // The category's and the channel's.
    discord.fail('POST /guilds/*/channels', { lostAnswer: true }, 2);
    await confirms();
    expect((await session()).meeting?.meetingId).toBe(room().id);
    expect(discord.voiceChannels()).toHaveLength(1);
    expect(pair.faults).toEqual([]);
  });

  test('a channel that cannot be removed at once is not forgotten', async () => {
    await inDiscord();
    const { tutor, discord } = pair;
    await confirms();
    discord.fail('DELETE /channels/*', { status: 503 }, Number.POSITIVE_INFINITY);
    await tutor.chooses('Jitsi');
    await tutor.waitsFor(/Where:? Jitsi/);
    await pair.settled();
    expect(discord.voiceChannels()).toHaveLength(1);
    discord.heal();
    await pair.moveTo(pair.now().getTime() + MINUTE);
    expect(discord.voiceChannels()).toEqual([]);
  });

  test('without the permission they meet elsewhere, and the admins read which one is missing and what to do', async () => {
    await inDiscord();
    const { learner, tutor, admin, discord } = pair;
    discord.letBot('manageChannels', false);
    await confirms();
    for (const human of [learner, tutor])
      expect(place(human)).toContain('Jitsi. Discord wasn’t available, so we use Jitsi');
    await admin.waitsFor('Discord doesn’t work');
    expect(admin.sees('Manage Channels and Connect make voice rooms')).toBe(true);
    expect(admin.sees('50013 Missing Permissions')).toBe(true);
    await admin.types('/tutoring status');
    await admin.waitsFor(/Discord[\s\S]*Doesn’t work[\s\S]*Manage Channels in Study Hall/);
    discord.letBot('manageChannels', true);
    await admin.presses('Check again');
    await admin.waitsFor(/Discord[\s\S]*Works, as Study Hall/);
    await pair.moveTo(pair.now().getTime() + MINUTE);
    await admin.waitsFor('Discord works again');
    expect(pair.faults).toEqual([]);
  });

  test('who has left the server by then meets elsewhere, and no admin is bothered', async () => {
    await inDiscord();
    const { learner, tutor, admin, discord } = pair;
    await books(learner, tutor.name);
    await pair.settled();
    discord.fail(`GET /guilds/*/members/${learner.userId}`, { status: 404, code: 10007, message: 'Unknown Member' }, 3);
    await tutor.presses('Confirm');
    await tutor.waitsFor(/Where:? Jitsi/);
    await pair.settled();
    expect(discord.voiceChannels()).toEqual([]);
    expect(admin.sees('Discord doesn’t work')).toBe(false);
  });

  test('a channel that somebody deletes is made anew, and the tutor is told', async () => {
    await inDiscord();
    const { tutor, learner, discord } = pair;
    await confirms();
    const { id } = room();
    discord.deletesChannel(id);
    await pair.settled();
    expect(room().id).not.toBe(id);
    expect((await session()).meeting?.meetingId).toBe(room().id);
    await tutor.waitsFor('Discord');
    await learner.waitsFor(/Where:? Discord/);
    expect(pair.faults).toEqual([]);
  });

  test('a room outlives that Discord is taken out of the settings until its session is over, and is removed like any other', async () => {
    await inDiscord();
    const { learner, tutor, discord } = pair;
    await confirms();
    const { id } = room();
    const { startsAt } = await session();
    await pair.restart((config) => ({ ...config, platforms: ['jitsi'] }));
    await books(learner, tutor.name, '2026-12-02 11:00');
    await pair.settled();
    expect(tutor.offers('Discord')).toBe(false);

    await pair.moveTo(startsAt);
    for (const human of [learner, tutor]) discord.entersVoice(human.userId, id);
    await pair.settled();
    await pair.moveTo(startsAt.getTime() + 50 * MINUTE);
    discord.leavesVoice(tutor.userId);
    await pair.moveTo(startsAt.getTime() + 100 * MINUTE);
    // Somebody is still in it.
    expect(discord.voiceChannels()).toHaveLength(1);
    discord.leavesVoice(learner.userId);
    await pair.settled();
    await pair.moveTo(startsAt.getTime() + 140 * MINUTE);
    expect(discord.voiceChannels()).toEqual([]);
    expect(pair.faults).toEqual([]);
  });

  test('what happened in the room while the bot was away is made up for when it is back', async () => {
    await inDiscord();
    const { learner, tutor, discord } = pair;
    await confirms();
    const { id } = room();
    await pair.moveTo((await session()).startsAt);
    // Discord forgets the connection: nothing of what happens now is told again.
    discord.invalidateSession({ resumable: false });
    for (const human of [learner, tutor]) discord.entersVoice(human.userId, id);
    await expect.poll(async () => (await session()).state).toBe('started');
  });
});

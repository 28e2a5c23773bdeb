import { randomBytes } from 'node:crypto';
import type { Gateway } from './gateway.ts';
import { INTENT } from './gateway-protocol.ts';
import { botMayIn, PERMISSION, personMayIn } from './permissions.ts';
import type { DiscordPerson, Server } from './place.ts';
import type { RoomChannel } from './state.ts';
import { memberOnWire, voiceStateOnWire } from './wire.ts';
import type { World } from './world.ts';

/** People in voice channels. */
export interface Voice {
  /** Somebody enters, and leaves the one where they were. Rejects where Discord would not let them in. */
  enters(userId: string, channelId: string): void;
  leaves(userId: string): void;
  /** Those who are in a channel. */
  inside(channelId: string): readonly DiscordPerson[];
  /** Those who see it and may enter it. */
  admitted(channel: RoomChannel): readonly DiscordPerson[];
  /** It is gone: whoever was in it is outside. */
  close(channelId: string): void;
}

/** https://docs.discord.com/developers/resources/voice#voice-state-object */
export function createVoice(world: World, gateway: Gateway): Voice {
  const { state, people, stage } = world;
  /** One for each device: people here have one. */
  const devices = new Map<string, string>();
  const deviceOf = (userId: string) => {
    const known = devices.get(userId) ?? randomBytes(16).toString('hex');
    devices.set(userId, known);
    return known;
  };
  const serverOf = (channel: RoomChannel) => world.server(channel.serverId);
  const mayEnter = (person: DiscordPerson, channel: RoomChannel) => {
    const server = serverOf(channel);
    const needed = PERMISSION.viewChannel | PERMISSION.connect;
    return (
      server !== undefined &&
      world.isMember(person.id, server) &&
      (personMayIn(person, server, channel) & needed) === needed
    );
  };

  const tell = (person: DiscordPerson, server: Server, seen: RoomChannel, channelId: string | null) => {
    // What happens where the bot may not look is not told to it.
    if (!(botMayIn(world, seen) & PERMISSION.viewChannel)) return;
    const told = {
      ...voiceStateOnWire(person.id, server.id, channelId, deviceOf(person.id)),
      member: memberOnWire(person, server),
    };
    gateway.dispatch('VOICE_STATE_UPDATE', (intents) => (intents & INTENT.guildVoiceStates ? told : undefined));
  };
  const leave = (person: DiscordPerson) => {
    const channel = state.rooms.get(state.voice.get(person.id) ?? '');
    state.voice.delete(person.id);
    const server = channel && serverOf(channel);
    if (server) tell(person, server, channel, null);
    stage.changed();
  };
  const found = (userId: string) => {
    const person = world.person(userId);
    if (!person) throw new Error(`Nobody has the id ${userId}`);
    return person;
  };

  return {
    enters: (userId, channelId) => {
      const person = found(userId);
      const channel = state.rooms.get(channelId);
      const server = channel && serverOf(channel);
      if (!server || channel.type !== 2 || !mayEnter(person, channel))
        throw new Error(`${person.globalName} cannot enter this voice channel.`);
      if (state.voice.get(userId) === channelId) return;
      state.voice.set(userId, channelId);
      tell(person, server, channel, channelId);
      stage.changed();
    },
    leaves: (userId) => {
      const person = found(userId);
      if (state.voice.has(userId)) leave(person);
    },
    inside: (channelId) => people.filter(({ id }) => state.voice.get(id) === channelId),
    admitted: (channel) => people.filter((person) => mayEnter(person, channel)),
    close: (channelId) => {
      for (const person of people) if (state.voice.get(person.id) === channelId) leave(person);
    },
  };
}

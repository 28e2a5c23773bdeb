import type { Clock } from '../../core/clock.ts';
import { togetherIn } from '../../core/meeting/together.ts';
import { createCalls } from '../calls.ts';
import { createSend } from '../http.ts';
import { type Details, type Found, type Made, type Platform, PlatformFailed } from '../platform.ts';
import { newRoom } from '../room.ts';
import { createDiscordApi } from './api.ts';
import { Channel, Channels, category, roomyCategory, TYPE, voiceChannel } from './channel.ts';
import { type BookedRoom, DISCORD, NO_BOOK, type RoomBook } from './room-book.ts';
import { checkServer, Member, PERMISSION, Roles, User } from './server.ts';

export interface DiscordRoomsSettings {
  readonly token: string;
  readonly servers: readonly string[];
  readonly adminRole: string | undefined;
  /** The category in which rooms are made; undefined: one that the bot makes. */
  readonly meetingCategory: string | undefined;
  readonly apiUrl: string;
  /** Where links to channels lead. */
  readonly webUrl: string;
}

export interface DiscordRoomsOptions extends DiscordRoomsSettings {
  readonly now: Clock;
  readonly book?: RoomBook | undefined;
  readonly timeoutMs?: number;
  readonly pausesMs?: readonly number[] | undefined;
}

const TIMEOUT_MS = 10_000;
const CATEGORY = 'Tutoring rooms';
/** Nobody gets in by the name alone: it only has to be another one than those that there are. */
const NAME_LENGTH = 5;
const NAMES_TRIED = 5;

/** A voice channel for each session, in a server in which all of its people are. */
export function createDiscordRooms(options: DiscordRoomsOptions): Platform {
  const { servers, adminRole, meetingCategory, webUrl, now, book = NO_BOOK, timeoutMs = TIMEOUT_MS } = options;
  const calls = createCalls(now);
  const api = createDiscordApi({ ...options, send: createSend(timeoutMs), calls });
  let me: Promise<string> | undefined;

  /** The bot's own id: it does not change. */
  const botId = (): Promise<string> => {
    me ??= api.get('/users/@me', User).then(({ id }) => id);
    me.catch(() => {
      me = undefined;
    });
    return me;
  };
  const madeAs = (channel: string, server: string): Made => ({
    meetingId: channel,
    url: `${webUrl}/channels/${server}/${channel}`,
    passcode: undefined,
  });
  const channelsOf = (server: string) => api.get(`/guilds/${server}/channels`, Channels);
  const isRoom = (channel: Channel, room: BookedRoom) =>
    channel.type === TYPE.voice && (channel.id === room.meetingId || channel.name === room.name);

  /** A server in which everybody is, now. @throws PlatformFailed */
  async function serverFor({ accounts = [] }: Details): Promise<{ server: string; people: readonly string[] }> {
    const [server] = togetherIn(DISCORD, accounts).filter((space) => servers.includes(space));
    if (server === undefined) throw new PlatformFailed('not-in-server', false);
    const people = accounts.flatMap((mine) =>
      mine.filter(({ chat, space }) => chat === DISCORD && space === server).map(({ userId }) => userId),
    );
    // Whoever has left meanwhile could not come in.
    for (const person of people) await api.get(`/guilds/${server}/members/${person}`, Member);
    return { server, people };
  }

  async function written({ session, attempt = 1 }: Details, server: string): Promise<BookedRoom> {
    for (let tries = 0; tries < NAMES_TRIED; tries++) {
      const name = `tutoring-${newRoom().slice(0, NAME_LENGTH)}`;
      const room = await book.intend({ session, attempt, name, space: server, meetingId: undefined });
      if (room?.space === server) return room;
      // Made for another server before somebody left it: it stands until it is tidied away.
      if (room) throw new PlatformFailed('not-in-server', false);
    }
    throw new PlatformFailed('too-many-rooms', false);
  }

  async function create(details: Details): Promise<Made> {
    const { server, people } = await serverFor(details);
    const room = await written(details, server);
    const channels = await channelsOf(server);
    const known = channels.find((one) => isRoom(one, room));
    const channel = known?.id ?? (await make(room, channels, people));
    await book.made(room, channel);
    return madeAs(channel, server);
  }

  async function make(room: BookedRoom, channels: readonly Channel[], people: readonly string[]): Promise<string> {
    const server = room.space;
    const [bot, roles] = await Promise.all([botId(), api.get(`/guilds/${server}/roles`, Roles)]);
    const admins = roles
      .filter(({ id, permissions }) => id === adminRole || permissions & PERMISSION.manageServer)
      .filter(({ id }) => id !== server)
      .map(({ id }) => id);
    const parent =
      roomyCategory(channels, { id: meetingCategory, name: CATEGORY }) ??
      (await api.post(`/guilds/${server}/channels`, category(CATEGORY, { server, bot }), Channel)).id;
    const letIn = { server, bot, roles: admins, people };
    return (await api.post(`/guilds/${server}/channels`, voiceChannel(room.name, parent, letIn), Channel)).id;
  }

  async function get(meetingId: string): Promise<Found | undefined> {
    const [channel, room] = await Promise.all([
      unlessGone(api.get(`/channels/${meetingId}`, Channel)),
      book.of(meetingId),
    ]);
    if (!channel || channel.type !== TYPE.voice) return undefined;
    const { session, attempt, startsAt } = room ?? {};
    return { ...madeAs(channel.id, channel.guild_id ?? room?.space ?? ''), session, attempt, startsAt };
  }

  return {
    id: DISCORD,
    name: 'Discord',
    tutorMustLogIn: false,
    togetherIn: DISCORD,
    create,
    get,
    async list(_from, to) {
      const rooms = await book.before(to);
      const spaces = [...new Set(rooms.map(({ space }) => space))];
      const channels = new Map(await Promise.all(spaces.map(async (one) => [one, await channelsOf(one)] as const)));
      return rooms.flatMap((room) => {
        const channel = channels.get(room.space)?.find((one) => isRoom(one, room));
        const { session, attempt, startsAt, space } = room;
        return channel ? [{ ...madeAs(channel.id, space), session, attempt, startsAt }] : [];
      });
    },
    // A channel knows no time: it only has to be there.
    async update({ meetingId }, details) {
      return (await unlessGone(api.get(`/channels/${meetingId}`, Channel))) ? undefined : create(details);
    },
    async remove(meetingId) {
      const room = (await book.of(meetingId)) ?? (await lost(meetingId));
      // What is not written down is somebody else's.
      if (!room) return;
      await unlessGone(api.delete(`/channels/${meetingId}`));
      await book.forget(room);
    },
    async check() {
      const bot = await botId();
      if (servers.length === 0) throw new PlatformFailed('no-such-host', false, { detail: 'DISCORD_SERVERS' });
      const names = await Promise.all(servers.map((server) => checkServer(api, server, bot)));
      return { name: names.join(', '), seesWhoCame: true };
    },
    usage: () => calls.usage(),
  };

  /** A room of ours of which only the name is known: its answer was lost. */
  async function lost(meetingId: string): Promise<BookedRoom | undefined> {
    const channel = await unlessGone(api.get(`/channels/${meetingId}`, Channel));
    const nameless = (await book.before(new Date(8.64e15))).filter((room) => room.meetingId === undefined);
    return channel && nameless.find((room) => room.space === channel.guild_id && isRoom(channel, room));
  }
}

async function unlessGone<T>(asked: Promise<T>): Promise<T | undefined> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof PlatformFailed && error.why === 'gone') return undefined;
    throw error;
  }
}

import { refuse } from './errors.ts';
import type { Field } from './form.ts';
import { botMayIn, botMayInServer, PERMISSION } from './permissions.ts';
import { APPLICATION_ID, type Server } from './place.ts';
import { type Answer, ok, type Rooms, type Route, route } from './route.ts';
import { visibleSpot } from './routes-channels.ts';
import type { Overwrite, RoomChannel } from './state.ts';
import { channelOnWire, roomOnWire } from './wire.ts';

const VOICE = 2;
const CATEGORY = 4;
/** https://docs.discord.com/developers/resources/guild#create-guild-channel */
const TYPES = [0, VOICE, CATEGORY, 5, 13, 14, 15] as const;
const OVERWRITES_MOST = 100;
const CHILDREN_MOST = 50;

/** Channels that the app makes and deletes: https://docs.discord.com/developers/resources/guild#create-guild-channel */
export function aboutRooms({ world, gateway, voice }: Rooms): Route[] {
  const { state, settings } = world;
  const serverOf = (id = ''): Server => {
    const server = world.server(id);
    if (!server) throw refuse('unknownGuild');
    if (!state.botServers.has(id)) throw refuse('missingAccess');
    return server;
  };
  /** In a voice channel nobody does anything who may not connect to it: Discord says so as if it could not be seen. */
  const visible = (room: RoomChannel): RoomChannel => {
    const needed = room.type === VOICE ? PERMISSION.viewChannel | PERMISSION.connect : PERMISSION.viewChannel;
    if (!state.botServers.has(room.serverId) || (botMayIn(world, room) & needed) !== needed)
      throw refuse('missingAccess');
    return room;
  };

  const overwrite = (field: Field, server: Server): Overwrite => {
    const id = field.at('id').id({ required: true }) ?? '';
    const type = field.at('type').oneOf([0, 1] as const) ?? 0;
    const [allow, deny] = (['allow', 'deny'] as const).map((name) => BigInt(field.at(name).whole({ min: 0 }) ?? 0));
    const isKnown =
      type === 0
        ? id === server.id || server.roles.some((role) => role.id === id)
        : id === APPLICATION_ID || world.person(id) !== undefined;
    if (!isKnown) throw refuse('unknownOverwrite');
    return { id, type, allow: String(allow ?? 0n), deny: String(deny ?? 0n) };
  };

  const parentOf = (field: Field, server: Server): string | null => {
    const id = field.id();
    if (id === undefined) return null;
    if (state.rooms.get(id)?.type !== CATEGORY || state.rooms.get(id)?.serverId !== server.id) {
      field.refuse('CHANNEL_PARENT_INVALID', 'Category does not exist');
      return null;
    }
    const children = [...state.rooms.values()].filter(({ parentId }) => parentId === id);
    if (children.length >= CHILDREN_MOST)
      field.refuse('CHANNEL_PARENT_MAX_CHANNELS', `Maximum number of channels in category reached (${CHILDREN_MOST})`);
    return id;
  };

  const create = (server: Server, body: Field, settle: () => void): Answer => {
    const mine = botMayInServer(world);
    if (!(mine & PERMISSION.manageChannels)) throw refuse('missingPermissions');
    const name = body.at('name').text({ required: true, min: 1, max: 100 }) ?? '';
    const type = body.at('type').oneOf(TYPES) ?? 0;
    if (type !== VOICE && type !== CATEGORY)
      body.at('type').refuse('BASE_TYPE_CHOICES', 'The sandbox plays voice channels and categories alone.');
    const overwrites = body
      .at('permission_overwrites')
      .items({ max: OVERWRITES_MOST })
      .map((one) => overwrite(one, server));
    const parentId = parentOf(body.at('parent_id'), server);
    settle();
    // Nobody gives or takes away what they do not have themselves.
    const touched = overwrites.reduce((all, { allow, deny }) => all | BigInt(allow) | BigInt(deny), 0n);
    if ((touched & mine) !== touched) throw refuse('missingPermissions');
    const there = server.channels.length + [...state.rooms.values()].filter((one) => one.serverId === server.id).length;
    if (there >= settings.channelsMost) throw refuse('tooManyChannels');
    const room: RoomChannel = {
      id: world.nextId(),
      serverId: server.id,
      type: type as 2 | 4,
      name,
      parentId,
      overwrites,
    };
    state.rooms.set(room.id, room);
    gateway.dispatch('CHANNEL_CREATE', (intents) => (intents & 1 ? roomOnWire(room) : undefined));
    world.stage.changed();
    return { status: 201, body: roomOnWire(room) };
  };

  return [
    route('POST', '/guilds/*/channels', ({ params: [id], form }) => create(serverOf(id), form.body, form.settle)),
    route('GET', '/channels/*', ({ params: [id = ''] }) => {
      const room = state.rooms.get(id);
      return ok(room ? roomOnWire(visible(room)) : channelOnWire(world, visibleSpot(world, id)));
    }),
    route('DELETE', '/channels/*', ({ params: [id = ''] }) => {
      const room = state.rooms.get(id);
      if (!room) throw refuse(world.spot(id) ? 'missingPermissions' : 'unknownChannel');
      visible(room);
      if (!(botMayIn(world, room) & PERMISSION.manageChannels)) throw refuse('missingPermissions');
      removeRoom({ world, gateway, voice }, room);
      return ok(roomOnWire(room));
    }),
  ];
}

/** Deletes a channel, whoever does it. */
export function removeRoom(
  { world, gateway, voice }: Pick<Rooms, 'world' | 'gateway' | 'voice'>,
  room: RoomChannel,
): void {
  const { state } = world;
  voice.close(room.id);
  state.rooms.delete(room.id);
  for (const [id, other] of state.rooms)
    if (other.parentId === room.id) state.rooms.set(id, { ...other, parentId: null });
  gateway.dispatch('CHANNEL_DELETE', (intents) => (intents & 1 ? roomOnWire(room) : undefined));
  world.stage.changed();
}

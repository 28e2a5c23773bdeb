import { refuse } from './errors.ts';
import { botMay, botMayInServer, PERMISSION } from './permissions.ts';
import { APPLICATION_ID, type Server } from './place.ts';
import { done, ok, type Rooms, type Route, route } from './route.ts';
import { botMemberOnWire, channelOnWire, guildOnWire, memberOnWire, rolesOnWire, roomOnWire } from './wire.ts';

/** Servers, their channels, roles and members. */
export function aboutServers({ world, gateway }: Rooms): Route[] {
  const joined = (id = ''): Server => {
    const server = world.server(id);
    if (!server) throw refuse('unknownGuild');
    if (!world.state.botServers.has(id)) throw refuse('missingAccess');
    return server;
  };
  const members = (server: Server) => world.people.filter(({ id }) => world.isMember(id, server));
  return [
    route('GET', '/users/@me/guilds', () =>
      ok(
        world.servers
          .filter(({ id }) => world.state.botServers.has(id))
          .map(({ id, name }) => ({
            id,
            name,
            icon: null,
            banner: null,
            owner: false,
            permissions: String(botMay()),
            features: [],
          })),
      ),
    ),
    route('DELETE', '/users/@me/guilds/*', ({ params: [id] }) => {
      const server = joined(id);
      world.state.botServers.delete(server.id);
      gateway.dispatch('GUILD_DELETE', () => ({ id: server.id }));
      world.stage.changed();
      return done;
    }),
    route('PUT', '/guilds/*/members/*/roles/*', ({ params: [id, user = '', role = ''] }) => {
      const server = joined(id);
      const person = members(server).find((one) => one.id === user);
      if (!person) throw refuse('unknownMember');
      if (!server.roles.some((one) => one.id === role)) throw refuse('unknownRole');
      if (!(botMayInServer(world) & PERMISSION.manageRoles)) throw refuse('missingPermissions');
      world.given.add(`${user} ${role}`);
      return done;
    }),
    route('GET', '/guilds/*', ({ params: [id] }) => ok(guildOnWire(world, joined(id)))),
    route('GET', '/guilds/*/channels', ({ params: [id] }) => {
      const server = joined(id);
      return ok([
        ...server.channels.map((channel) => channelOnWire(world, { kind: 'server', id: channel.id, server, channel })),
        ...[...world.state.rooms.values()].filter(({ serverId }) => serverId === server.id).map(roomOnWire),
      ]);
    }),
    route('GET', '/guilds/*/roles', ({ params: [id] }) => ok(rolesOnWire(world, joined(id)))),
    route('GET', '/guilds/*/members/search', ({ params: [id], query }) => {
      const server = joined(id);
      const wanted = (query.get('query') ?? '').toLowerCase();
      const found = members(server).filter((person) =>
        [person.username, person.globalName].some((name) => name.toLowerCase().startsWith(wanted)),
      );
      return ok(found.slice(0, Number(query.get('limit') ?? 1)).map((person) => memberOnWire(person, server)));
    }),
    route('GET', '/guilds/*/members/*', ({ params: [id, userId = ''] }) => {
      const server = joined(id);
      if (userId === APPLICATION_ID || userId === '@me') return ok(botMemberOnWire());
      const person = world.person(userId);
      if (!person) throw refuse('unknownUser');
      if (!world.isMember(userId, server)) throw refuse('unknownMember');
      return ok(memberOnWire(person, server));
    }),
    // Listing everybody needs the privileged members intent.
    route('GET', '/guilds/*/members', ({ params: [id], query }) => {
      const server = joined(id);
      if (!(world.settings.approvedIntents & (1 << 1))) throw refuse('missingAccess');
      return ok(
        members(server)
          .slice(0, Number(query.get('limit') ?? 1))
          .map((person) => memberOnWire(person, server)),
      );
    }),
  ];
}

import { botMay, personMay } from './permissions.ts';
import { APPLICATION_ID } from './place.ts';
import { botOnWire, channelOnWire, memberOnWire, rolesOnWire, userOnWire } from './wire.ts';
import type { Spot, World } from './world.ts';

/** What stands for the ids that a person chose: https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-object-resolved-data-structure */
export function resolved(
  world: World,
  spot: Spot,
  ids: readonly string[],
): { readonly resolved?: Record<string, unknown> } {
  if (ids.length === 0) return {};
  const kinds = { users: {}, members: {}, roles: {}, channels: {} } as Record<string, Record<string, unknown>>;
  const put = (kind: string, id: string, value: unknown) => {
    kinds[kind] = { ...kinds[kind], [id]: value };
  };
  for (const id of ids) {
    const person = world.person(id);
    if (person) put('users', id, userOnWire(person));
    else if (id === APPLICATION_ID) put('users', id, botOnWire());
    const { server } = spot;
    if (!server) continue;
    if (person && world.isMember(id, server)) {
      const { deaf: _, mute: __, ...member } = memberOnWire(person, server, false);
      put('members', id, { ...member, permissions: String(personMay(person, server)) });
    }
    const role = rolesOnWire(world, server).find((one) => one['id'] === id);
    if (role) put('roles', id, role);
    const channel = server.channels.find((one) => one.id === id);
    if (channel) {
      const wire = channelOnWire(world, { kind: 'server', id, server, channel });
      put('channels', id, { ...wire, permissions: String(botMay(channel)) });
    }
  }
  return { resolved: Object.fromEntries(Object.entries(kinds).filter(([, found]) => Object.keys(found).length > 0)) };
}

import { FLAG, readDraft } from './drafts.ts';
import { refuse } from './errors.ts';
import { messageOnWire } from './message-wire.ts';
import { botMay, PERMISSION } from './permissions.ts';
import { APPLICATION_ID } from './place.ts';
import { done, ok, type Rooms, type Route, route } from './route.ts';
import type { Message } from './state.ts';
import type { Spot, World } from './world.ts';

const MESSAGES_PER_PAGE = 100;
const EDITABLE_FLAGS = FLAG.suppressEmbeds | FLAG.componentsV2;
const SENDABLE_FLAGS = EDITABLE_FLAGS | FLAG.suppressNotifications;

/** A channel that the bot may see. */
export function visibleSpot(world: World, id: string): Spot {
  const spot = world.spot(id);
  if (!spot) throw refuse('unknownChannel');
  if (spot.server && (!world.state.botServers.has(spot.server.id) || !(botMay(spot.channel) & PERMISSION.viewChannel)))
    throw refuse('missingAccess');
  return spot;
}

/** Channels and their messages. */
export function aboutChannels({ world, messages }: Rooms): Route[] {
  const visible = (id = '') => visibleSpot(world, id);
  const writable = (id?: string): Spot => {
    const spot = visible(id);
    if (!(botMay(spot.channel) & PERMISSION.sendMessages)) throw refuse('missingPermissions');
    if (spot.kind === 'dm' && world.state.departed.has(spot.person.id)) throw refuse('noMutualServer');
    if (spot.kind === 'dm' && world.state.closedDms.has(spot.person.id)) throw refuse('cannotMessageUser');
    return spot;
  };
  // Ephemeral messages exist for the interaction's token only.
  const message = (spot: Spot, id = ''): Message => {
    const found = messages.find(spot.id, id);
    if (!found || found.onlyFor !== undefined) throw refuse('unknownMessage');
    return found;
  };
  const page = (spot: Spot, query: URLSearchParams) => {
    const [before, after] = [query.get('before'), query.get('after')].map((id) => (id ? BigInt(id) : undefined));
    const shown = messages.list(spot.id).filter(({ id, onlyFor }) => {
      if (onlyFor !== undefined) return false;
      return (before === undefined || BigInt(id) < before) && (after === undefined || BigInt(id) > after);
    });
    const limit = Number(query.get('limit') ?? 50);
    return (after === undefined ? shown.slice(-limit) : shown.slice(0, limit)).toReversed();
  };
  return [
    route('POST', '/channels/*/typing', ({ params: [id] }) => {
      writable(id);
      return done;
    }),
    route('GET', '/channels/*/messages', ({ params: [id], query, form }) => {
      const spot = visible(id);
      const limit = Number(query.get('limit') ?? 50);
      if (!Number.isInteger(limit) || limit < 1 || limit > MESSAGES_PER_PAGE)
        form.body
          .at('limit')
          .refuse('NUMBER_TYPE_MAX', `int value should be less than or equal to ${MESSAGES_PER_PAGE}.`);
      form.settle();
      return ok(page(spot, query).map((one) => messageOnWire(world, one)));
    }),
    route('POST', '/channels/*/messages', ({ params: [id], form, uploads }) => {
      const spot = writable(id);
      const draft = readDraft(form.body, { allowedFlags: SENDABLE_FLAGS });
      form.settle();
      const repeated = messages.repeated(spot, draft);
      return ok(messageOnWire(world, repeated ?? messages.write(spot, draft, uploads, { authorId: APPLICATION_ID })));
    }),
    route('GET', '/channels/*/messages/*', ({ params: [id, messageId] }) =>
      ok(messageOnWire(world, message(visible(id), messageId))),
    ),
    route('PATCH', '/channels/*/messages/*', ({ params: [id, messageId], form, uploads }) => {
      const found = message(visible(id), messageId);
      if (found.authorId !== APPLICATION_ID) throw refuse('notYourMessage');
      const draft = readDraft(form.body, {
        allowedFlags: EDITABLE_FLAGS,
        v2Before: (found.flags & FLAG.componentsV2) > 0,
      });
      form.settle();
      return ok(messageOnWire(world, messages.edit(found, draft, uploads)));
    }),
    route('DELETE', '/channels/*/messages/*', ({ params: [id, messageId] }) => {
      const found = message(visible(id), messageId);
      if (found.authorId !== APPLICATION_ID) throw refuse('missingPermissions');
      messages.remove(found);
      return done;
    }),
  ];
}

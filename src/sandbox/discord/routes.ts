import type { Commands } from './commands.ts';
import { commandOnWire } from './commands.ts';
import { FLAG, readDraft } from './drafts.ts';
import { refuse } from './errors.ts';
import type { Form } from './form.ts';
import { type Gateway, gatewayUrl } from './gateway.ts';
import type { Interactions } from './interactions.ts';
import type { Messages, Upload } from './messages.ts';
import { botMay, PERMISSION } from './permissions.ts';
import { APPLICATION_ID, BOT_NAME, type Server } from './place.ts';
import type { RateLimits } from './rate-limits.ts';
import type { Message } from './state.ts';
import {
  botMemberOnWire,
  botOnWire,
  channelOnWire,
  guildOnWire,
  memberOnWire,
  messageOnWire,
  rolesOnWire,
  userOnWire,
} from './wire.ts';
import type { Spot, World } from './world.ts';

/** One request, taken apart. */
export interface Call {
  readonly params: readonly string[];
  readonly query: URLSearchParams;
  readonly form: Form;
  readonly uploads: readonly Upload[];
}

/** What is answered; without a body, 204 stands for "done". */
export interface Answer {
  readonly status: number;
  readonly body?: unknown;
}

/** One thing that Discord's API can do. */
export interface Route {
  readonly method: string;
  /** Parts of the path; `*` is a parameter. */
  readonly parts: readonly string[];
  /** False where the token in the path is the permission. */
  readonly needsBot: boolean;
  run(call: Call): Answer;
}

/** What the routes work on. */
export interface Rooms {
  readonly world: World;
  readonly gateway: Gateway;
  readonly messages: Messages;
  readonly commands: Commands;
  readonly interactions: Interactions;
  readonly rateLimits: RateLimits;
}

const MESSAGES_PER_PAGE = 100;
const EDITABLE_FLAGS = FLAG.suppressEmbeds | FLAG.componentsV2;
const SENDABLE_FLAGS = EDITABLE_FLAGS | FLAG.suppressNotifications;

const ok = (body: unknown): Answer => ({ status: 200, body });
const done: Answer = { status: 204 };

function route(method: string, path: string, run: (call: Call) => Answer, needsBot = true): Route {
  return { method, parts: path.split('/').slice(1), run, needsBot };
}

/** Every route that the stand-in knows. */
export function createRoutes(rooms: Rooms): readonly Route[] {
  return [
    ...aboutTheApp(rooms),
    ...aboutServers(rooms),
    ...aboutChannels(rooms),
    ...aboutCommands(rooms),
    ...aboutInteractions(rooms),
  ];
}

function aboutTheApp({ world, gateway, rateLimits }: Rooms): Route[] {
  const application = () => ({
    id: APPLICATION_ID,
    name: BOT_NAME,
    icon: null,
    description: 'Books tutoring sessions',
    summary: '',
    bot: botOnWire(),
    bot_public: true,
    bot_require_code_grant: false,
    verify_key: '0'.repeat(64),
    flags: 0,
    owner: null,
    team: null,
    tags: [],
    approximate_guild_count: world.state.botServers.size,
    integration_types_config: { '0': {} },
  });
  return [
    route('GET', '/gateway', () => ok({ url: gatewayUrl(world.stage.origin()) }), false),
    route('GET', '/gateway/bot', () =>
      ok({
        url: gatewayUrl(world.stage.origin()),
        shards: 1,
        session_start_limit: {
          total: world.settings.identifiesPerDay,
          remaining: gateway.identifiesLeft(),
          reset_after: 86_400_000,
          max_concurrency: 1,
        },
      }),
    ),
    route('GET', '/users/@me', () =>
      ok({ ...botOnWire(), verified: true, mfa_enabled: false, locale: 'en-US', email: null, flags: 0 }),
    ),
    route('GET', '/applications/@me', () => ok(application())),
    route('GET', '/oauth2/applications/@me', () => ok(application())),
    route('GET', '/users/*', ({ params: [id = ''] }) => {
      const person = world.person(id);
      if (person) return ok(userOnWire(person));
      if (id === APPLICATION_ID) return ok(botOnWire());
      throw refuse('unknownUser');
    }),
    route('POST', '/users/@me/channels', ({ form }) => {
      const recipient = form.body.at('recipient_id').id({ required: true });
      form.settle();
      if (recipient === APPLICATION_ID) throw refuse('cannotMessageUser');
      const spot = world.spot(world.state.dms.get(recipient ?? '') ?? '');
      if (!spot || !recipient) throw refuse('invalidRecipient');
      if (!world.state.dmsOpenedByBot.has(recipient)) {
        if (!rateLimits.mayOpenDm()) throw refuse('dmsTooFast');
        world.state.dmsOpenedByBot.add(recipient);
        world.stage.changed();
      }
      return ok(channelOnWire(world, spot));
    }),
  ];
}

function aboutServers({ world, gateway }: Rooms): Route[] {
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
    route('GET', '/guilds/*', ({ params: [id] }) => ok(guildOnWire(joined(id)))),
    route('GET', '/guilds/*/channels', ({ params: [id] }) => {
      const server = joined(id);
      return ok(
        server.channels.map((channel) => channelOnWire(world, { kind: 'server', id: channel.id, server, channel })),
      );
    }),
    route('GET', '/guilds/*/roles', ({ params: [id] }) => ok(rolesOnWire(joined(id)))),
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

function aboutChannels({ world, messages }: Rooms): Route[] {
  const visible = (id = ''): Spot => {
    const spot = world.spot(id);
    if (
      !spot ||
      (spot.kind === 'dm' && !world.state.dmsOpenedByBot.has(spot.person.id) && !world.state.messages.has(spot.id))
    )
      throw refuse('unknownChannel');
    if (
      spot.server &&
      (!world.state.botServers.has(spot.server.id) || !(botMay(spot.channel) & PERMISSION.viewChannel))
    )
      throw refuse('missingAccess');
    return spot;
  };
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
    route('GET', '/channels/*', ({ params: [id] }) => ok(channelOnWire(world, visible(id)))),
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

function aboutCommands({ world, commands }: Rooms): Route[] {
  const own = (applicationId = '') => {
    // 20012: "You are not authorized to perform this action on this application", which to us is another app's.
    if (applicationId !== APPLICATION_ID) throw refuse('missingAccess');
  };
  const guild = (id: string) => {
    if (!world.state.botServers.has(id)) throw refuse('missingAccess');
    return id;
  };
  const wire = (command: Parameters<typeof commandOnWire>[0], localized = true) =>
    commandOnWire(command, APPLICATION_ID, localized);
  const changed = (answer: Answer) => {
    world.stage.changed();
    return answer;
  };
  const under = (
    prefix: string,
    scope: (params: readonly string[]) => [guildId: string | null, commandId: string],
  ): Route[] => [
    route('GET', prefix, ({ params, query }) => {
      own(params[0]);
      const localized = query.get('with_localizations') === 'true';
      return ok(commands.list(scope(params)[0]).map((command) => wire(command, localized)));
    }),
    route('PUT', prefix, ({ params, form }) => {
      own(params[0]);
      return changed(ok(commands.putAll(scope(params)[0], form.body, form.settle).map((command) => wire(command))));
    }),
    route('POST', prefix, ({ params, form }) => {
      own(params[0]);
      const { command, isNew } = commands.put(scope(params)[0], form.body, form.settle);
      return changed({ status: isNew ? 201 : 200, body: wire(command) });
    }),
    route('GET', `${prefix}/*`, ({ params }) => {
      own(params[0]);
      return ok(wire(commands.get(...scope(params))));
    }),
    route('PATCH', `${prefix}/*`, ({ params, form }) => {
      own(params[0]);
      return changed(ok(wire(commands.change(commands.get(...scope(params)), form.body, form.settle))));
    }),
    route('DELETE', `${prefix}/*`, ({ params }) => {
      own(params[0]);
      commands.remove(commands.get(...scope(params)));
      return changed(done);
    }),
  ];
  return [
    ...under('/applications/*/commands', ([, commandId = '']) => [null, commandId]),
    ...under('/applications/*/guilds/*/commands', ([, guildId = '', commandId = '']) => [guild(guildId), commandId]),
  ];
}

function aboutInteractions({ world, interactions, messages }: Rooms): Route[] {
  const wire = (message: Message) => ok(messageOnWire(world, message));
  return [
    route(
      'POST',
      '/interactions/*/*/callback',
      ({ params: [id = '', token = ''], query, form, uploads }) => {
        const body = interactions.answer(id, token, form, uploads, query.get('with_response') === 'true');
        return body === undefined ? done : ok(body);
      },
      false,
    ),
    route(
      'POST',
      '/webhooks/*/*',
      ({ params: [id = '', token = ''], form, uploads }) => wire(interactions.followUp(id, token, form, uploads)),
      false,
    ),
    route(
      'GET',
      '/webhooks/*/*/messages/*',
      ({ params: [id = '', token = '', messageId = ''] }) => wire(interactions.messageOf(id, token, messageId)),
      false,
    ),
    route(
      'PATCH',
      '/webhooks/*/*/messages/*',
      ({ params: [id = '', token = '', messageId = ''], form, uploads }) =>
        wire(interactions.editMessage(interactions.messageOf(id, token, messageId), form, uploads)),
      false,
    ),
    route(
      'DELETE',
      '/webhooks/*/*/messages/*',
      ({ params: [id = '', token = '', messageId = ''] }) => {
        messages.remove(interactions.messageOf(id, token, messageId));
        return done;
      },
      false,
    ),
  ];
}

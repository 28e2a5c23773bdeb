import { refuse } from './errors.ts';
import { gatewayUrl } from './gateway-protocol.ts';
import { APPLICATION_ID, BOT_NAME } from './place.ts';
import { ok, type Rooms, type Route, route } from './route.ts';
import { aboutChannels } from './routes-channels.ts';
import { aboutCommands } from './routes-commands.ts';
import { aboutInteractions } from './routes-interactions.ts';
import { aboutRooms } from './routes-rooms.ts';
import { aboutServers } from './routes-servers.ts';
import { botOnWire, channelOnWire, userOnWire } from './wire.ts';

/** Every route that the stand-in knows. */
export function createRoutes(rooms: Rooms): readonly Route[] {
  return [
    ...aboutTheApp(rooms),
    ...aboutServers(rooms),
    ...aboutRooms(rooms),
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

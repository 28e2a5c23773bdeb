import type { Stage } from '../stand-in.ts';
import {
  APPLICATION_ID,
  type Channel,
  type DiscordPerson,
  defaultServers,
  SERVER_ID,
  type Server,
  UNLISTED_SERVER_ID,
} from './place.ts';
import type { Settings } from './settings.ts';
import { snowflakes } from './snowflakes.ts';
import { restoreState, type State } from './state.ts';

/** Where a channel is: in a server, or between a person and the bot. */
export type Spot =
  | { readonly kind: 'server'; readonly id: string; readonly server: Server; readonly channel: Channel }
  | {
      readonly kind: 'dm';
      readonly id: string;
      readonly person: DiscordPerson;
      readonly server?: undefined;
      readonly channel?: undefined;
    };

/** Everything that exists, and how to find it. */
export interface World {
  readonly stage: Stage;
  readonly settings: Settings;
  readonly people: readonly DiscordPerson[];
  readonly servers: readonly Server[];
  readonly state: State;
  /** What Discord does not let the bot do any more, and channels that somebody deleted. */
  readonly refused: Set<'token' | 'intents'>;
  readonly deleted: Set<string>;
  /** Which roles the bot has given to whom: `user role`. */
  readonly given: Set<string>;
  /** Channel id → its newest message's id. */
  readonly newest: Map<string, string>;
  nextId(): string;
  person(id: string): DiscordPerson | undefined;
  server(id: string): Server | undefined;
  spot(channelId: string): Spot | undefined;
  /** Whether a person is in a server. */
  isMember(userId: string, server: Server): boolean;
}

/** Builds the world of the sandbox, or takes up the saved one. */
export function createWorld(stage: Stage, settings: Settings): World {
  const { people } = settings;
  const owner = people.find(({ manageServer }) => manageServer) ?? people[0];
  const servers = defaultServers(owner?.id ?? APPLICATION_ID, settings.extraChannels);
  const state = restoreState(stage.saved);
  const ids = snowflakes(stage.now, state.lastId);
  const nextId = () => {
    state.lastId = ids.next();
    return state.lastId;
  };
  if (stage.saved === undefined) {
    state.botServers.add(SERVER_ID);
    if (settings.unlistedServer) state.botServers.add(UNLISTED_SERVER_ID);
  }
  for (const { id } of people) if (!state.dms.has(id)) state.dms.set(id, nextId());

  const peopleById = new Map(people.map((person) => [person.id, person]));
  const spots = new Map<string, Spot>();
  const deleted = new Set<string>();
  const given = new Set<string>();
  for (const server of servers)
    for (const channel of server.channels) spots.set(channel.id, { kind: 'server', id: channel.id, server, channel });
  for (const person of people) {
    const id = state.dms.get(person.id);
    if (id) spots.set(id, { kind: 'dm', id, person });
  }

  return {
    stage,
    settings,
    people,
    servers,
    state,
    refused: new Set(),
    deleted,
    given,
    newest: new Map([...state.messages].map(([channel, messages]) => [channel, [...messages.keys()].at(-1) ?? ''])),
    nextId,
    person: (id) => peopleById.get(id),
    server: (id) => servers.find((server) => server.id === id),
    spot: (channelId) => (deleted.has(channelId) ? undefined : spots.get(channelId)),
    isMember: (userId, server) =>
      userId === APPLICATION_ID
        ? state.botServers.has(server.id)
        : peopleById.has(userId) && !state.departed.has(userId),
  };
}

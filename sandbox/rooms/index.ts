import { setTimeout as pause } from 'node:timers/promises';
import { html } from 'hono/html';
import { z } from 'zod';
import { meetingPage, type Piece } from '../meeting-page.ts';
import type { Stage, StandIn } from '../stand-in.ts';

const PREFIX = '/sandbox/rooms';

/** Whose rooms are played: those of a Jitsi server, and those below an address of one's own. */
const HOUSES = { jitsi: 'Jitsi', own: 'the school’s own rooms' } as const;
type House = keyof typeof HOUSES;

/** What can go wrong with a house. */
export const ROOM_FAULTS = ['down', 'slow', 'moved-away'] as const;
export type RoomFault = (typeof ROOM_FAULTS)[number];

/** Longer than anybody waits. */
const SLOW_MS = 20_000;
const ROOMS_MOST = 200;
const NAME_LENGTH = 60;
const ROOM = /^[\w-]{1,80}$/;

const Saved = z.object({
  present: z.record(z.string(), z.array(z.string())),
  faults: z.partialRecord(z.enum(['jitsi', 'own']), z.enum(ROOM_FAULTS)),
});

/** Rooms that exist while people are in them, played on this machine: they know of no meetings, and need no account. */
export interface Rooms extends StandIn {
  readonly paths: Readonly<Record<House, string>>;
  readonly faults: {
    set(house: House, fault: RoomFault | undefined): void;
    current(house: House): RoomFault | undefined;
  };
}

export function createRooms(stage: Stage, { slowMs = SLOW_MS }: { readonly slowMs?: number } = {}): Rooms {
  const saved = Saved.safeParse(stage.saved).data;
  /** Names, by `house/room`. */
  const present = new Map(Object.entries(saved?.present ?? {}));
  const faults = new Map(Object.entries(saved?.faults ?? {})) as Map<House, RoomFault>;

  const enter = (room: string, name: string) => {
    const names = present.get(room) ?? [];
    if (!names.includes(name)) present.set(room, [...names, name]);
    const [oldest] = present.keys();
    if (present.size > ROOMS_MOST && oldest !== undefined) present.delete(oldest);
  };
  const leave = (room: string, name: string) => {
    const left = (present.get(room) ?? []).filter((one) => one !== name);
    if (left.length > 0) present.set(room, left);
    else present.delete(room);
  };

  return {
    prefix: PREFIX,
    paths: { jitsi: `${PREFIX}/jitsi`, own: `${PREFIX}/own` },
    faults: {
      set: (house, fault) => {
        if (fault) faults.set(house, fault);
        else faults.delete(house);
        stage.changed();
      },
      current: (house) => faults.get(house),
    },
    fetch: async (request) => {
      const url = new URL(request.url);
      const [house = '', room, deed] = url.pathname.slice(PREFIX.length + 1).split('/');
      if (!isHouse(house)) return new Response('Not found', { status: 404 });
      const page = (title: string, content: Piece, status?: number) =>
        meetingPage(HOUSES[house], title, content, status);
      const fault = faults.get(house);
      if (fault === 'slow') await pause(slowMs);
      if (fault === 'down') return page('This service is unavailable (503)', html``, 503);
      if (fault === 'moved-away') return page('There is nothing here (404)', html``, 404);
      if (!room) return page(`Welcome to ${HOUSES[house]}`, html`<p>Rooms are opened by their links.</p>`);
      if (!ROOM.test(room)) return page('There is no such room', html``, 404);
      const key = `${house}/${room}`;
      if (request.method !== 'POST') return page(room, body(`${PREFIX}/${key}`, present.get(key) ?? []));
      const name = String((await request.formData()).get('name') ?? '')
        .trim()
        .slice(0, NAME_LENGTH);
      if (name && deed === 'enter') enter(key, name);
      if (name && deed === 'leave') leave(key, name);
      stage.changed();
      return new Response(null, { status: 303, headers: { location: `${PREFIX}/${key}` } });
    },
    upgrade: (_request, socket) => socket.end('HTTP/1.1 404 Not Found\r\nConnection: close\r\n\r\n'),
    dump: () => ({ present: Object.fromEntries(present), faults: Object.fromEntries(faults) }),
    clear: () => {
      present.clear();
      faults.clear();
      stage.changed();
    },
    close: async () => {},
  };
}

const isHouse = (name: string): name is House => Object.hasOwn(HOUSES, name);

function body(path: string, names: readonly string[]): Piece {
  return html`
    <p role="status">${names.length === 0 ? 'Nobody is here yet.' : `In this room: ${names.length}`}</p>
    <form method="post" action="${path}/enter">
      <label>Your name <input name="name" required maxlength="${NAME_LENGTH}" autocomplete="name"></label>
      <button>Enter</button>
    </form>
    ${names.length > 0 ? html`<h2>In this room</h2>` : ''}
    ${
      names.length > 0
        ? html`<ul>${names.map(
            (name) =>
              html`<li>${name} <form method="post" action="${path}/leave"><input type="hidden" name="name" value="${name}"><button>Leave as ${name}</button></form></li>`,
          )}</ul>`
        : ''
    }`;
}

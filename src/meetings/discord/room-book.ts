import type { StandingRoom } from '../../core/meeting/port.ts';
import type { Store } from '../../core/store.ts';

/** As in the registry, and in the database. */
export const DISCORD = 'discord';

export type BookedRoom = Omit<StandingRoom, 'platform'>;

/**
 * The database's side of rooms that stand until somebody removes them. A room is written down before it is made: then
 * one whose answer was lost is found by its name, and no channel is taken for ours that is not.
 */
export interface RoomBook {
  /** Writes it down, and gives what is written down for that session and attempt. Undefined: the name is taken. */
  intend(room: BookedRoom): Promise<BookedRoom | undefined>;
  made(room: BookedRoom, meetingId: string): Promise<void>;
  of(meetingId: string): Promise<(BookedRoom & { readonly startsAt: Date }) | undefined>;
  /** All whose session starts before then. */
  before(to: Date): Promise<readonly (BookedRoom & { readonly startsAt: Date })[]>;
  forget(room: BookedRoom): Promise<void>;
}

/** In our database. */
export function roomBookIn(store: Store): RoomBook {
  return {
    intend: (room) => store.transaction((tx) => tx.addStandingRoom({ ...room, platform: DISCORD })),
    made: (room, meetingId) =>
      store.transaction((tx) => tx.changeStandingRoom({ ...room, platform: DISCORD }, { meetingId })),
    of: async (meetingId) => (await store.standingRooms(DISCORD, { meetingId }))[0],
    before: (startsBefore) => store.standingRooms(DISCORD, { startsBefore }),
    forget: (room) => store.transaction((tx) => tx.removeStandingRoom({ ...room, platform: DISCORD })),
  };
}

/** Where there is no database, as in `doctor`: nothing is made there. */
export const NO_BOOK: RoomBook = {
  intend: async (room) => room,
  made: async () => undefined,
  of: async () => undefined,
  before: async () => [],
  forget: async () => undefined,
};

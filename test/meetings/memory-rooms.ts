import type { BookedRoom, RoomBook } from '../../src/meetings/discord/room-book.ts';
import type { Details } from '../../src/meetings/platform.ts';

/** What the database keeps of rooms that stand, in memory. `times` says when sessions start. */
export function createMemoryRooms(times: ReadonlyMap<string, Details['startsAt']>): RoomBook {
  const rooms = new Map<string, BookedRoom>();
  const keyOf = ({ session, attempt }: BookedRoom) => `${session} ${attempt}`;
  const timed = () =>
    [...rooms.values()].map((room) => ({ ...room, startsAt: times.get(room.session) ?? new Date(0) }));
  return {
    async intend(room) {
      const known = rooms.get(keyOf(room));
      if (known) return known;
      if ([...rooms.values()].some(({ name, space }) => name === room.name && space === room.space)) return undefined;
      rooms.set(keyOf(room), room);
      return room;
    },
    async made(room, meetingId) {
      rooms.set(keyOf(room), { ...room, meetingId });
    },
    of: async (meetingId) => timed().find((room) => room.meetingId === meetingId),
    before: async (to) => timed().filter(({ startsAt }) => startsAt < to),
    async forget(room) {
      rooms.delete(keyOf(room));
    },
  };
}

import type { Platform } from './platform.ts';
import { newRoom, withoutMemory } from './room.ts';

const PLACE = '{room}';

export interface CustomOptions {
  /** An https address; `{room}` marks the place of the room's name, else it comes at the end of the path. */
  readonly baseUrl: string;
}

/** Rooms of one's own: any service where whoever has the address can come in. */
export function createCustom({ baseUrl }: CustomOptions): Platform {
  const template = baseUrl.includes(PLACE) ? baseUrl : `${baseUrl.replace(/\/*$/, '/')}${PLACE}`;
  const { host } = new URL(template.replaceAll(PLACE, 'room'));
  return {
    id: 'custom',
    name: host,
    tutorMustLogIn: false,
    ...withoutMemory(host, (room) => template.replaceAll(PLACE, room)),
    async create() {
      const room = newRoom();
      return { meetingId: room, url: template.replaceAll(PLACE, room), passcode: undefined };
    },
  };
}

import { type Platform, PlatformFailed } from '../platform.ts';
import { newRoom, withoutMemory } from '../room.ts';

const PLACE = '{room}';

export interface CustomOptions {
  /**
   * An https address; `{room}` marks the place of the room's name, else it comes at the end of the path. Left out: only
   * tutors' own rooms can be used.
   */
  readonly baseUrl?: string;
}

/**
 * Rooms of one's own: any service where whoever has the address can come in. A tutor's permanent room, where they have
 * one, is its own meeting id.
 */
export function createCustom({ baseUrl }: CustomOptions): Platform {
  const template =
    baseUrl === undefined || baseUrl.includes(PLACE) ? baseUrl : `${baseUrl.replace(/\/*$/, '/')}${PLACE}`;
  const host = template === undefined ? 'own rooms' : new URL(template.replaceAll(PLACE, 'room')).host;
  const urlOf = (room: string) => (room.startsWith('https://') ? room : (template ?? '').replaceAll(PLACE, room));
  return {
    id: 'custom',
    name: host,
    tutorMustLogIn: false,
    ...withoutMemory(host, urlOf),
    async create({ tutorRoom }) {
      const room = tutorRoom ?? (template === undefined ? undefined : newRoom());
      if (room === undefined) throw new PlatformFailed('not-set-up', false);
      return { meetingId: room, url: urlOf(room), passcode: undefined };
    },
  };
}

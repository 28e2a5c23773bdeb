import { lookAt } from '../look-at.ts';
import { type Platform, PlatformFailed } from '../platform.ts';
import { newRoom, withoutMemory } from '../room.ts';

const PLACE = '{room}';

export interface CustomOptions {
  /**
   * An https address; `{room}` marks the place of the room's name, else it comes at the end of the path. Left out: only
   * tutors' own rooms can be used.
   */
  readonly baseUrl?: string;
  /** What people call it; left out: its host. */
  readonly name?: string | undefined;
}

/**
 * Rooms of one's own: any service where whoever has the address can come in. A tutor's permanent room, where they have
 * one, is its own meeting id.
 */
export function createCustom({ baseUrl, name }: CustomOptions): Platform {
  const template =
    baseUrl === undefined || baseUrl.includes(PLACE) ? baseUrl : `${baseUrl.replace(/\/*$/, '/')}${PLACE}`;
  const address = template === undefined ? undefined : new URL(template.replaceAll(PLACE, 'room'));
  const host = name ?? address?.host ?? 'own rooms';
  const urlOf = (room: string) => (room.startsWith('https://') ? room : (template ?? '').replaceAll(PLACE, room));
  return {
    id: 'custom',
    name: host,
    tutorMustLogIn: false,
    ...withoutMemory(host, urlOf),
    // A room would be opened by looking at it: the server is enough.
    ...(address && { check: () => lookAt(host, address.origin, { isHome: false }) }),
    async create({ tutorRoom }) {
      const room = tutorRoom ?? (template === undefined ? undefined : newRoom());
      if (room === undefined) throw new PlatformFailed('not-set-up', false);
      return { meetingId: room, url: urlOf(room), passcode: undefined };
    },
  };
}

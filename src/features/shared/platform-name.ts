import type { Words } from '../../conversation/languages/language.ts';
import { OWN_LINK } from '../../core/meeting/own-room.ts';
import type { PlatformChoice } from '../../core/meeting/platforms.ts';
import type { Actor, Tutor } from '../../core/people/person.ts';
import { Refusal } from '../../core/refusal.ts';
import type { Meeting, Session } from '../../core/session/session.ts';
import type { Deps } from './deps.ts';
import { mine } from './mine.ts';

/** The platform of rooms of one's own: those below `CUSTOM_MEETING_BASE_URL`, and a tutor's permanent one. */
const CUSTOM = 'custom';

/** What people call a platform; its id where it is not set up any more. */
export function platformName(id: string, words: Words, deps: Pick<Deps, 'platforms'>): string {
  if (id === OWN_LINK) return words.ownLink.name;
  const name = deps.platforms.find((one) => one.id === id)?.name;
  return name ?? (id === CUSTOM ? words.teach.ownRoom : id);
}

/** What people call the place of a meeting: a tutor's own room is nobody else's. */
export function placeName({ platform, meetingId, url }: Meeting, words: Words, deps: Pick<Deps, 'platforms'>): string {
  return platform === CUSTOM && meetingId === url ? words.teach.ownRoom : platformName(platform, words, deps);
}

/** Whether the session is on a platform that can record. */
export function canRecord({ meeting }: Session, { platforms }: Pick<Deps, 'platforms'>): boolean {
  return platforms.find((one) => one.id === meeting?.platform)?.canRecord === true;
}

/** Whether the tutor can get a link with the host's rights. */
export function hasHostLink({ meeting }: Session, { platforms }: Pick<Deps, 'platforms'>): boolean {
  return platforms.find((one) => one.id === meeting?.platform)?.hasHostLink === true;
}

/**
 * Where a tutor can meet: on the platforms that are set up, and in their own room where they have one, whether or not
 * rooms of one's own are set up for everybody.
 */
export function choicesOf(
  tutor: Pick<Tutor, 'ownRoom'> | undefined,
  words: Words,
  { platforms }: Pick<Deps, 'platforms'>,
): readonly PlatformChoice[] {
  if (tutor?.ownRoom === undefined) return platforms;
  const own = { id: CUSTOM, name: words.teach.ownRoom, tutorMustLogIn: false };
  const hasCustom = platforms.some((one) => one.id === CUSTOM);
  return hasCustom ? platforms.map((one) => (one.id === CUSTOM ? own : one)) : [...platforms, own];
}

/** The one of these that is chosen while nobody says anything else: the tutor's usual one, or the first. */
export function usualOf(choices: readonly PlatformChoice[], usual: string | undefined): string | undefined {
  return choices.find((one) => one.id === usual)?.id ?? choices[0]?.id;
}

/**
 * Whether a session can meet there.
 * @throws Refusal `unknown-platform`
 */
export async function checkPlatform(by: Actor, session: string, platform: string, deps: Deps): Promise<void> {
  if (deps.platforms.some((one) => one.id === platform)) return;
  const tutor = platform === CUSTOM ? ((await mine(by, session, deps)).tutor ?? by.person.id) : undefined;
  const room = tutor === undefined ? undefined : (await deps.store.tutor(tutor))?.ownRoom;
  if (room === undefined) throw new Refusal('unknown-platform', {});
}

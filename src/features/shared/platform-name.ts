import type { Words } from '../../conversation/languages/language.ts';
import { OWN_LINK } from '../../core/meeting/own-room.ts';
import type { PlatformChoice, RecordsHow } from '../../core/meeting/platforms.ts';
import type { Actor, Person } from '../../core/people/person.ts';
import { Refusal } from '../../core/refusal.ts';
import type { Meeting, Session } from '../../core/session/session.ts';
import type { Deps } from './deps.ts';
import { mine } from './mine.ts';
import { type Reader, readerOf, type SessionView, viewOf } from './reader.ts';

/** The platform of rooms of one's own: those below `CUSTOM_MEETING_BASE_URL`, and a tutor's permanent one. */
const CUSTOM = 'custom';

/** What people call a platform; its id where it is not set up any more. */
export function platformName(id: string, words: Words, deps: Pick<Deps, 'platforms'>): string {
  if (id === OWN_LINK) return words.ownLink.name;
  const name = deps.platforms.find((one) => one.id === id)?.name;
  return name ?? (id === CUSTOM ? words.teach.ownRoom : id);
}

/** What people call the place of a meeting: a tutor's own room is nobody else's. */
export function placeName(
  { session, reader }: Pick<SessionView, 'session' | 'reader'>,
  { platform, meetingId, url }: Meeting,
  deps: Pick<Deps, 'platforms'>,
): string {
  const { words, person } = reader;
  if (platform !== CUSTOM || meetingId !== url) return platformName(platform, words, deps);
  return session.tutor === person.id ? words.teach.myRoom : words.teach.ownRoom;
}

/** How the session's platform records; undefined: it does not. */
export function recordsHow({ meeting }: Session, { platforms }: Pick<Deps, 'platforms'>): RecordsHow | undefined {
  return platforms.find((one) => one.id === meeting?.platform)?.records;
}

/**
 * Where a tutor can meet: on the platforms that are set up, and in their own room where they have one, whether or not
 * rooms of one's own are set up for everybody. `together`: the chats in one space of which all are who will meet; left
 * out where that is not known yet.
 */
export function choicesOf(
  tutor: { readonly ownRoom: string | undefined; readonly person: Pick<Person, 'id'> } | undefined,
  { words, person }: Pick<Reader, 'words' | 'person'>,
  deps: Pick<Deps, 'platforms'>,
  together?: readonly string[],
): readonly PlatformChoice[] {
  const platforms = together ? fittingFor(deps.platforms, together) : deps.platforms;
  if (tutor?.ownRoom === undefined) return platforms;
  const name = tutor.person.id === person.id ? words.teach.myRoom : words.teach.ownRoom;
  const own = { id: CUSTOM, name, tutorMustLogIn: false };
  const hasCustom = platforms.some((one) => one.id === CUSTOM);
  return hasCustom ? platforms.map((one) => (one.id === CUSTOM ? own : one)) : [...platforms, own];
}

/** Those on which these people can meet. Where there is none, all of them: something has to be tried. */
export function fittingFor(
  platforms: readonly PlatformChoice[],
  together: readonly string[],
): readonly PlatformChoice[] {
  const fitting = platforms.filter(({ togetherIn }) => togetherIn === undefined || together.includes(togetherIn));
  return fitting.length > 0 ? fitting : platforms;
}

/** The same in the order in which an admin chooses for somebody: where they usually meet first. */
export function usualFirst(choices: readonly PlatformChoice[], usual: string | undefined): readonly PlatformChoice[] {
  return choices.toSorted((a, b) => Number(b.id === usual) - Number(a.id === usual));
}

/** The one of these that is chosen while nobody says anything else: the tutor's usual one, or the first. */
export function usualOf(choices: readonly PlatformChoice[], usual: string | undefined): string | undefined {
  return choices.find((one) => one.id === usual)?.id ?? choices[0]?.id;
}

/**
 * Whether a session can meet there.
 * @throws Refusal `unknown-platform`, `not-together`
 */
export async function checkPlatform(by: Actor, session: string, platform: string, deps: Deps): Promise<void> {
  const chosen = deps.platforms.find((one) => one.id === platform);
  if (chosen?.togetherIn !== undefined) {
    const { together } = await viewOf(await mine(by, session, deps), readerOf(by), deps);
    if (!fittingFor(deps.platforms, together).includes(chosen))
      throw new Refusal('not-together', { platform: chosen.name });
  }
  if (chosen) return;
  const tutor = platform === CUSTOM ? ((await mine(by, session, deps)).tutor ?? by.person.id) : undefined;
  const room = tutor === undefined ? undefined : (await deps.store.tutor(tutor))?.ownRoom;
  if (room === undefined) throw new Refusal('unknown-platform', {});
}

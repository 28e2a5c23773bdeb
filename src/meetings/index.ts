import type { Clock } from '../core/clock.ts';
import type { Meeting } from '../core/session/session.ts';
import { type CustomOptions, createCustom } from './custom/custom.ts';
import { createGoogleMeet, type GoogleMeetSettings } from './google/google-meet.ts';
import { createJaas, type JaasOptions } from './jitsi/jaas.ts';
import { createJitsi, type JitsiOptions } from './jitsi/jitsi.ts';
import { type Details, type Guest, type Platform, PlatformFailed } from './platform.ts';
import type { HostHolds } from './zoom/hosts.ts';
import { createZoom, type ZoomSettings } from './zoom/zoom.ts';

/** Who has to wait longer before the next try had better meet elsewhere. */
const LONGEST_WAIT_SECONDS = 10;

export interface Failure {
  readonly platform: string;
  readonly error: PlatformFailed;
}

/** Thrown when no platform works. */
export class NoPlatform extends Error {
  override readonly name = 'NoPlatform';
  readonly failures: readonly Failure[];
  /** One of them may work later. */
  readonly isTemporary: boolean;

  constructor(failures: readonly Failure[]) {
    super(`no meeting platform: ${failures.map(({ platform, error }) => `${platform} ${error.why}`).join(', ')}`);
    this.failures = failures;
    this.isTemporary = failures.some(({ error }) => error.isTemporary);
  }
}

/** The meeting platforms that are set up, in order of preference. */
export interface Meetings {
  readonly platforms: readonly Pick<Platform, 'id' | 'name' | 'tutorMustLogIn' | 'canRecord' | 'hostLink'>[];
  /** What people call a platform; its id where it is not set up any more. */
  nameOf(id: string): string;
  /** Whether the tutor has to be told to log in first. */
  tutorMustLogIn(id: string): boolean;
  /**
   * Makes the meeting where it was wanted, or else on the first of the others that works. `meeting.fallback` says
   * honestly when it is not where it was wanted, and why; `failures` are all that were tried in vain. With `isPatient`
   * a failure that may soon pass is thrown instead, so that the wanted one is tried again before another is used; with `mayWait`
   * one that has no room left today is thrown as well.
   * @throws NoPlatform, PlatformFailed
   */
  make(
    wanted: string | undefined,
    details: Details,
    how?: { readonly isPatient?: boolean; readonly mayWait?: boolean },
  ): Promise<{ meeting: Meeting; failures: readonly Failure[] }>;
  /** The platform itself, where it is set up. */
  named(id: string): Platform | undefined;
  /** This person's way in, to be used now and not stored. */
  linkFor(meeting: Meeting, guest: Guest, details: Details): string;
}

export interface MeetingsOptions {
  /** Ids, in order of preference and of fallback. */
  readonly platforms: readonly string[];
  readonly jitsi: JitsiOptions;
  /** Jitsi as a Service, in place of a server. */
  readonly jaas?: JaasOptions | undefined;
  readonly custom: CustomOptions | undefined;
  readonly google?: GoogleMeetSettings | undefined;
  readonly zoom?: ZoomSettings | undefined;
  /** The database's side of `ZOOM_HOSTS`. */
  readonly hostHolds?: HostHolds;
  /** Left out: the machine's. */
  readonly clock?: Clock;
  /** Waits before further tries of one request; left out: as people can bear it. */
  readonly pausesMs?: readonly number[] | undefined;
  /** For one request, and for a link that is pending; left out: as long as people can bear it. */
  readonly timeoutMs?: number | undefined;
}

/** Every platform that there is. */
export const PLATFORM_IDS = ['jitsi', 'zoom', 'google-meet', 'custom'] as const;

/** The platforms that the settings name. A new platform is one line here, and its id above. */
export function configuredPlatforms(options: MeetingsOptions): readonly Platform[] {
  const { clock: now = () => new Date(), hostHolds: holds, pausesMs, timeoutMs } = options;
  const shared = { now, pausesMs, ...(timeoutMs !== undefined && { timeoutMs, patienceMs: timeoutMs }) };
  const known: Readonly<Record<(typeof PLATFORM_IDS)[number], () => Platform | undefined>> = {
    jitsi: () => (options.jaas ? createJaas(options.jaas, options.jitsi.roomPrefix) : createJitsi(options.jitsi)),
    custom: () => options.custom && createCustom(options.custom),
    'google-meet': () => options.google && createGoogleMeet({ ...options.google, ...shared }),
    zoom: () => options.zoom && createZoom({ ...options.zoom, ...shared, holds }),
  };
  const makers = new Map<string, () => Platform | undefined>(Object.entries(known));
  return options.platforms.flatMap((id) => makers.get(id)?.() ?? []);
}

export function createMeetings(platforms: readonly Platform[], now: Clock): Meetings {
  // A tutor who has a room of their own can meet there, whether or not `custom` is set up for everybody.
  const ownRooms = createCustom({});
  const named = (id: string) =>
    platforms.find((platform) => platform.id === id) ?? (id === ownRooms.id ? ownRooms : undefined);
  return {
    platforms,
    nameOf: (id) => named(id)?.name ?? id,
    tutorMustLogIn: (id) => named(id)?.tutorMustLogIn ?? false,
    named,
    async make(wanted, details, { isPatient = false, mayWait = false } = {}) {
      const first = wanted === undefined ? platforms[0] : named(wanted);
      const failures: Failure[] = [];
      if (wanted !== undefined && !first) {
        failures.push({ platform: wanted, error: new PlatformFailed('not-set-up', false) });
      }
      const order = first ? [first, ...platforms.filter((platform) => platform !== first)] : platforms;
      for (const platform of order) {
        try {
          const made = await platform.create(details);
          return {
            meeting: {
              ...made,
              host: made.host,
              platform: platform.id,
              madeAt: now(),
              fallback: fallbackAfter(failures),
            },
            failures,
          };
        } catch (error) {
          const failure = asFailure(error);
          if (isPatient && isSoonOver(failure)) throw failure;
          if (mayWait && failure.why === 'quota-used-up') throw failure;
          failures.push({ platform: platform.id, error: failure });
        }
      }
      throw new NoPlatform(failures);
    },
    linkFor: (meeting, guest, details) => named(meeting.platform)?.linkFor?.(meeting, guest, details) ?? meeting.url,
  };
}

function isSoonOver({ isTemporary, retryAfterSeconds = 0 }: PlatformFailed): boolean {
  return isTemporary && retryAfterSeconds <= LONGEST_WAIT_SECONDS;
}

/** What was wanted, rather than the last that was tried. */
function fallbackAfter([first]: readonly Failure[]): Meeting['fallback'] {
  return first && { from: first.platform, why: first.error.why };
}

/** A platform that fails in a way of its own must not cost people their session either. */
function asFailure(error: unknown): PlatformFailed {
  return error instanceof PlatformFailed ? error : new PlatformFailed('not-understood', false, { cause: error });
}

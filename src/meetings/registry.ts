import type { Clock } from '../core/clock.ts';
import { type CustomOptions, createCustom } from './custom/custom.ts';
import { createGoogleMeet, type GoogleMeetSettings } from './google/google-meet.ts';
import { createJaas, type JaasOptions } from './jitsi/jaas.ts';
import { createJitsi, type JitsiOptions } from './jitsi/jitsi.ts';
import type { Platform } from './platform.ts';
import type { HostHolds } from './zoom/hosts.ts';
import { createZoom, type ZoomSettings } from './zoom/zoom.ts';

/** Every platform that there is. */
export const PLATFORM_IDS = ['jitsi', 'zoom', 'google-meet', 'custom'] as const;

export interface PlatformOptions {
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

/** The platforms that the settings name. A new platform is one line here, and its id above. */
export function configuredPlatforms(options: PlatformOptions): readonly Platform[] {
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

/** The platforms that are set up, in order of preference, and each by its id. */
export interface Registry {
  readonly platforms: readonly Platform[];
  /** Also `custom` where it is not set up: a tutor who has a room of their own can meet there all the same. */
  named(id: string): Platform | undefined;
}

export function createRegistry(platforms: readonly Platform[]): Registry {
  const ownRooms = createCustom({});
  return {
    platforms,
    named: (id) => platforms.find((platform) => platform.id === id) ?? (id === ownRooms.id ? ownRooms : undefined),
  };
}

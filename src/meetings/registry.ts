import type { Clock } from '../core/clock.ts';
import { type CustomOptions, createCustom } from './custom/custom.ts';
import { createDiscordRooms, type DiscordRoomsSettings } from './discord/discord.ts';
import { DISCORD, type RoomBook } from './discord/room-book.ts';
import { createGoogleFreeBusy, seesBusyOf } from './google/free-busy.ts';
import { createGoogleMeet, type GoogleMeetSettings } from './google/google-meet.ts';
import { createJaas, type JaasOptions } from './jitsi/jaas.ts';
import { createJitsi, type JitsiOptions } from './jitsi/jitsi.ts';
import type { Platform } from './platform.ts';
import type { HostHolds } from './zoom/hosts.ts';
import { createZoom, type ZoomSettings } from './zoom/zoom.ts';

/** Every platform that there is. */
export const PLATFORM_IDS = ['jitsi', 'zoom', 'google-meet', 'custom', 'discord'] as const;

export interface PlatformOptions {
  /** Ids, in order of preference and of fallback. */
  readonly platforms: readonly string[];
  readonly jitsi: JitsiOptions;
  /** Jitsi as a Service, in place of a server. */
  readonly jaas?: JaasOptions | undefined;
  readonly custom: CustomOptions | undefined;
  readonly google?: GoogleMeetSettings | undefined;
  readonly zoom?: ZoomSettings | undefined;
  readonly discord?: DiscordRoomsSettings | undefined;
  /** The database's side of `ZOOM_HOSTS`. */
  readonly hostHolds?: HostHolds;
  /** The database's side of rooms that stand until somebody removes them. */
  readonly roomBook?: RoomBook;
  /** Left out: the machine's. */
  readonly clock?: Clock;
  /** Waits before further tries of one request; left out: as people can bear it. */
  readonly pausesMs?: readonly number[] | undefined;
  /** For one request, and for a link that is pending; left out: as long as people can bear it. */
  readonly timeoutMs?: number | undefined;
}

/** The platforms that the settings name. A new platform is one line here, and its id above. */
export function configuredPlatforms(options: PlatformOptions): readonly Platform[] {
  const makers = makersFor(options);
  return options.platforms.flatMap((id) => makers.get(id)?.() ?? []);
}

/** Nobody meets there anew, but rooms that stand there, from when people did, have to be removed. */
export function retiredPlatforms(options: PlatformOptions): readonly Platform[] {
  if (options.platforms.includes(DISCORD)) return [];
  return [makersFor(options).get(DISCORD)?.()].filter((platform) => platform !== undefined);
}

function makersFor(options: PlatformOptions): ReadonlyMap<string, () => Platform | undefined> {
  const { clock: now = () => new Date(), hostHolds: holds, roomBook: book, pausesMs, timeoutMs } = options;
  const shared = { now, pausesMs, ...(timeoutMs !== undefined && { timeoutMs, patienceMs: timeoutMs }) };
  const known: Readonly<Record<(typeof PLATFORM_IDS)[number], () => Platform | undefined>> = {
    jitsi: () => (options.jaas ? createJaas(options.jaas, options.jitsi.roomPrefix) : createJitsi(options.jitsi)),
    custom: () => options.custom && createCustom(options.custom),
    'google-meet': () =>
      options.google &&
      createGoogleMeet({
        ...options.google,
        ...shared,
        seesBusy: seesBusyOf(createGoogleFreeBusy({ ...options.google, ...shared }), now),
      }),
    discord: () => options.discord && createDiscordRooms({ ...options.discord, ...shared, book }),
    zoom: () => options.zoom && createZoom({ ...options.zoom, ...shared, holds }),
  };
  return new Map<string, () => Platform | undefined>(Object.entries(known));
}

/** The platforms that are set up, in order of preference, and each by its id. */
export interface Registry {
  readonly platforms: readonly Platform[];
  /** Also `custom` where it is not set up: a tutor who has a room of their own can meet there all the same. */
  named(id: string): Platform | undefined;
  /** Also one that the settings do not name any more, for what was made there before. */
  standing(id: string): Platform | undefined;
}

export function createRegistry(platforms: readonly Platform[], retired: readonly Platform[] = []): Registry {
  const ownRooms = createCustom({});
  const named = (id: string) =>
    platforms.find((platform) => platform.id === id) ?? (id === ownRooms.id ? ownRooms : undefined);
  return {
    platforms,
    named,
    standing: (id) => named(id) ?? retired.find((platform) => platform.id === id),
  };
}

import type { Clock } from '../../core/clock.ts';
import { createCalls } from '../calls.ts';
import { createSend } from '../http.ts';
import { type Details, type Made, type Platform, PlatformFailed } from '../platform.ts';
import { createGoogleApi } from './api.ts';
import { createGoogleAttendance } from './attendance.ts';
import { createTokens, type GoogleCredentials } from './auth.ts';
import { type Event, eventId, foundFrom, isAt, linkOf, madeFrom } from './event.ts';
import { createGoogleEvents, NoLink } from './events.ts';
import { createGoogleRecordings } from './recordings.ts';

export const TIMEOUT_MS = 8_000;
export const MEET_API_URL = 'https://meet.googleapis.com/';
/** How long a link may be pending. */
const PATIENCE_MS = 10_000;
/** How often one meeting may have been deleted and made again. */
const MOST_TAKES = 20;

const CALENDAR_SCOPE = 'https://www.googleapis.com/auth/calendar.events';
export const FREE_BUSY_SCOPE = 'https://www.googleapis.com/auth/calendar.freebusy';
const SETTINGS_SCOPE = 'https://www.googleapis.com/auth/meetings.space.settings';
const DRIVE_SCOPE = 'https://www.googleapis.com/auth/drive.meet.readonly';
const MEET_SCOPE = 'https://www.googleapis.com/auth/meetings.space.readonly';

export interface GoogleMeetSettings {
  readonly credentials: GoogleCredentials;
  /** `primary`, or the id of a calendar in which the account may write. */
  readonly calendarId: string;
  /** With a slash at the end. */
  readonly apiUrl: string;
  readonly oauthUrl: string;
  /** With a slash at the end. Left out: Google's own. */
  readonly meetApiUrl?: string | undefined;
  /** Meetings are recorded there where everybody agrees: the account's plan has to have it. */
  readonly records?: boolean;
}

export interface GoogleMeetOptions extends GoogleMeetSettings {
  /** Whether the account agreed to show when people are busy; left out: nobody asks. */
  readonly seesBusy?: (() => Promise<boolean>) | undefined;
  readonly now: Clock;
  /** For one request. */
  readonly timeoutMs?: number;
  readonly patienceMs?: number;
  /** Waits before further tries. */
  readonly pausesMs?: readonly number[] | undefined;
}

/** Google Meet, through events in a Google calendar: https://developers.google.com/workspace/calendar/api/guides/create-events */
export function createGoogleMeet(options: GoogleMeetOptions): Platform {
  const { now, timeoutMs = TIMEOUT_MS, patienceMs = PATIENCE_MS, meetApiUrl = MEET_API_URL } = options;
  const { credentials, oauthUrl, apiUrl, pausesMs } = options;
  const calls = createCalls(now);
  const send = createSend(timeoutMs);
  const tokens = (scope: string) => createTokens({ credentials, oauthUrl, scope, now, send });
  const calendarTokens = tokens(CALENDAR_SCOPE);
  // A service account gets no token at all when one of the scopes is not delegated; a refresh token asks for none.
  const meetTokens = credentials.kind === 'service-account' ? tokens(MEET_SCOPE) : calendarTokens;
  const [settingsTokens, driveTokens] = [tokens(SETTINGS_SCOPE), tokens(DRIVE_SCOPE)];
  const api = createGoogleApi({
    apiUrl,
    meetApiUrl,
    calendarTokens,
    meetTokens,
    settingsTokens,
    driveTokens,
    calls,
    now,
    send,
    timeoutMs,
    pausesMs,
  });
  const events = createGoogleEvents(api, options.calendarId, patienceMs);
  const attendance = createGoogleAttendance(api);
  const recordings = options.records ? createGoogleRecordings(api) : undefined;

  /** A room in which nothing can be recorded is a room all the same; the admins read what is missing with its health. */
  const recording = async (event: Event, { isRecorded }: Details): Promise<void> => {
    const code = event.conferenceData?.conferenceId;
    if (!recordings || code === undefined) return;
    await recordings.switch(code, isRecorded === true).catch((error: unknown) => {
      if (!(error instanceof PlatformFailed) || error.isTemporary) throw error;
    });
  };

  const missing = async (): Promise<readonly string[]> => {
    if (!recordings) return [];
    const [maySwitch, maySeeDrive] = await Promise.all([settingsTokens.isGranted(), driveTokens.isGranted()]);
    return [
      ...(maySwitch === false ? [`Nothing is recorded: ${SETTINGS_SCOPE} was not granted.`] : []),
      ...(maySeeDrive === false ? [`Who can open a recording is not seen: ${DRIVE_SCOPE} was not granted.`] : []),
    ];
  };

  /** An event without a link is no meeting: it is taken away again, and the next try makes another. */
  const withLink = async (event: Event): Promise<Made> => {
    try {
      return madeFrom(event, await events.linkOf(event));
    } catch (error) {
      if (error instanceof NoLink) await events.remove(event.id).catch(() => undefined);
      throw error;
    }
  };

  /** The event that has this id already, brought up to date. Undefined: it was deleted, and its id is lost. */
  const existing = async (id: string, details: Details): Promise<Event | undefined> => {
    const event = await events.get(id);
    return event && !isAt(event, details) ? events.patch(id, details) : event;
  };

  /** Where Google's answer was lost, the event may be there: then nobody needs another one. */
  const insert = async (id: string, details: Details): Promise<Event | undefined> => {
    try {
      return await events.insert(id, details);
    } catch (error) {
      if (!isUnclear(error)) throw error;
      const found = await existing(id, details).catch(() => undefined);
      if (!found) throw error;
      return found;
    }
  };

  const create = async (details: Details): Promise<Made> => {
    for (let take = 1; take <= MOST_TAKES; take += 1) {
      const id = eventId(details, take);
      const event = (await insert(id, details)) ?? (await existing(id, details));
      if (event) {
        const made = await withLink(event);
        if (details.isRecorded) await recording((await events.get(id)) ?? event, details);
        return made;
      }
    }
    throw new PlatformFailed('refused', false, { detail: `made and deleted ${MOST_TAKES} times` });
  };

  return {
    id: 'google-meet',
    name: 'Google Meet',
    tutorMustLogIn: false,
    sendsInvitations: true,
    ...(recordings && { records: 'with-host' }),
    create,
    async get(meetingId) {
      const event = await events.get(meetingId);
      return event && linkOf(event) !== undefined ? foundFrom(event) : undefined;
    },
    async list(from, to) {
      const found = (await events.list(from, to)).map(foundFrom);
      return found.filter(({ startsAt }) => startsAt && startsAt >= from && startsAt < to);
    },
    async update(meeting, details) {
      const event = await events.patch(meeting.meetingId, details);
      try {
        const made = event ? await withLink(event) : await create(details);
        if (event) await recording(event, details);
        return made.url === meeting.url ? undefined : made;
      } catch (error) {
        if (!event || !(error instanceof NoLink)) throw error;
        return create(details);
      }
    },
    remove: (meetingId) => events.remove(meetingId),
    async check() {
      const { name, accessRole } = await events.about();
      if (accessRole !== 'owner' && accessRole !== 'writer') {
        throw new PlatformFailed('missing-permission', false, { detail: `${accessRole} of the calendar ${name}` });
      }
      const isGranted = await attendance.isGranted();
      const seesBusy = (await options.seesBusy?.()) ?? true;
      const notes = [
        ...(isGranted ? [] : [`Who came is not seen: ${MEET_SCOPE} was not granted.`]),
        ...(seesBusy ? [] : [`When people are busy is not seen: ${FREE_BUSY_SCOPE} was not granted.`]),
        ...(await missing()),
      ];
      return { name, notes, seesWhoCame: isGranted };
    },
    usage: () => calls.usage(),
    ...(recordings && {
      async recorded(meetingId: string) {
        const event = await events.get(meetingId);
        const code = event?.conferenceData?.conferenceId;
        return code === undefined ? undefined : recordings.of(code);
      },
    }),
    async attendance(meetingId) {
      const event = await events.get(meetingId);
      const code = event?.conferenceData?.conferenceId;
      return code === undefined ? undefined : attendance.of(code);
    },
  };
}

/** After a timeout nobody waits once more: the next try finds out. */
function isUnclear(error: unknown): boolean {
  return error instanceof PlatformFailed && ['unreachable', 'broken', 'not-understood'].includes(error.why);
}

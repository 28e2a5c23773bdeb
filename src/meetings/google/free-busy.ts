import { z } from 'zod';
import type { BusyElsewhere } from '../../core/calendar/foreign.ts';
import type { FreeBusy, FreeBusyTrouble } from '../../core/calendar/free-busy.ts';
import type { Clock } from '../../core/clock.ts';
import { createCalls } from '../calls.ts';
import { createSend } from '../http.ts';
import { PlatformFailed } from '../platform.ts';
import { createGoogleApi } from './api.ts';
import { createTokens } from './auth.ts';
import { FREE_BUSY_SCOPE, type GoogleMeetSettings, MEET_API_URL, TIMEOUT_MS } from './google-meet.ts';

/** Google refuses long ranges (`timeRangeTooLong`) and does not say from when on. */
const ASKED_AT_ONCE_MS = 40 * 86_400_000;

const Time = z.iso.datetime({ offset: true }).transform((text) => new Date(text));
/** https://developers.google.com/workspace/calendar/api/v3/reference/freebusy/query */
const Answer = z.object({
  calendars: z.record(
    z.string(),
    z.object({
      busy: z.array(z.object({ start: Time, end: Time })).default([]),
      errors: z.array(z.object({ reason: z.string().default('') })).default([]),
    }),
  ),
});

export function createGoogleFreeBusy(
  options: Omit<GoogleMeetSettings, 'calendarId'> & {
    readonly now: Clock;
    readonly timeoutMs?: number | undefined;
    readonly pausesMs?: readonly number[] | undefined;
  },
): FreeBusy {
  const { credentials, oauthUrl, apiUrl, now, timeoutMs = TIMEOUT_MS, pausesMs } = options;
  const send = createSend(timeoutMs);
  // Tokens of their own: a service account gets none at all when one of the scopes is not delegated.
  const tokens = createTokens({ credentials, oauthUrl, scope: FREE_BUSY_SCOPE, now, send });
  const api = createGoogleApi({
    apiUrl,
    meetApiUrl: MEET_API_URL,
    calendarTokens: tokens,
    meetTokens: tokens,
    settingsTokens: tokens,
    driveTokens: tokens,
    calls: createCalls(now),
    now,
    send,
    timeoutMs,
    pausesMs,
  });

  async function ask(id: string, from: Date, to: Date): Promise<readonly BusyElsewhere[] | FreeBusyTrouble> {
    const requestBody = { timeMin: from.toISOString(), timeMax: to.toISOString(), items: [{ id }] };
    const answer = await api.calendar(Answer, (client, signed) => client.freebusy.query({ requestBody }, signed));
    const [calendar] = Object.values(answer.calendars);
    if (!calendar) return 'not-visible';
    if (calendar.errors.length > 0)
      return calendar.errors.some(({ reason }) => reason === 'notFound') ? 'not-visible' : 'unreachable';
    return calendar.busy.map(({ start, end }) => ({ startsAt: start, endsAt: end }));
  }

  return {
    async of(email, from, to) {
      const all: BusyElsewhere[] = [];
      try {
        for (let at = from.getTime(); at < to.getTime(); at += ASKED_AT_ONCE_MS) {
          const until = Math.min(at + ASKED_AT_ONCE_MS, to.getTime());
          const some = await ask(email, new Date(at), new Date(until));
          if (typeof some === 'string') return some;
          all.push(...some);
        }
        return all;
      } catch (error) {
        if (!(error instanceof PlatformFailed)) throw error;
        return error.why === 'missing-permission' ? 'not-granted' : 'unreachable';
      }
    },
  };
}

const HOUR_MS = 3_600_000;

/** Whether the account agreed to show when people are busy, as far as its own calendar tells. */
export function seesBusyOf(freeBusy: FreeBusy, now: Clock): () => Promise<boolean> {
  return async () => {
    const from = now();
    return (await freeBusy.of('primary', from, new Date(from.getTime() + HOUR_MS))) !== 'not-granted';
  };
}

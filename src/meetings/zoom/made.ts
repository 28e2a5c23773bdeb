import { setTimeout as sleep } from 'node:timers/promises';
import type { z } from 'zod';
import type { FailureCode } from '../../core/meeting/failure.ts';
import { type Details, type Found, type Made, PlatformFailed } from '../platform.ts';
import type { ZoomApi } from './api.ts';
import type { Writes } from './hosts.ts';
import { foundFrom, isOf, Meeting, MeetingPage, madeFrom, meetingBody, Nothing } from './meeting.ts';

export const PAGE_SIZE = '300';
const DAY_MS = 86_400_000;
/** Before a meeting is asked for again. */
const PAUSE_MS = 300;

type Listed = z.infer<typeof MeetingPage>['meetings'][number];

/** The meetings of single hosts. */
export interface ZoomMeetings {
  /** Looks first whether it is there: Zoom would make it twice. */
  create(host: string, details: Details, isPooled: boolean): Promise<Made>;
  get(meetingId: string, host?: string): Promise<Found | undefined>;
  /** Everything the host has within a day of this range, ours or not. */
  list(host: string, from: Date, to: Date): Promise<readonly Listed[]>;
  patch(host: string, meetingId: string, details: Details, isPooled: boolean): Promise<void>;
}

export const meetingPath = (meetingId: string) => `/meetings/${encodeURIComponent(meetingId)}`;

export function createZoomMeetings(api: ZoomApi, writes: Writes): ZoomMeetings {
  const pathOf = (host: string) => `/users/${encodeURIComponent(host)}/meetings`;

  const write = async <T>(host: string, work: () => Promise<T>): Promise<T> => {
    writes.spend(host);
    try {
      return await work();
    } catch (error) {
      if (isWhy(error, 'quota-used-up')) writes.usedUp(host);
      if (isWhy(error, 'rate-limited')) writes.giveBack(host);
      throw error;
    }
  };

  const get: ZoomMeetings['get'] = async (meetingId, host) => {
    const meeting = await unlessGone(api.call({ method: 'GET', path: meetingPath(meetingId) }, Meeting));
    return meeting && foundFrom(meeting, host);
  };

  const list: ZoomMeetings['list'] = async (host, from, to) => {
    const meetings: Listed[] = [];
    // Whole days, in UTC. A day more at each end costs nothing.
    const day = (at: number) => new Date(at).toISOString().slice(0, 10);
    const range = { from: day(from.getTime() - DAY_MS), to: day(to.getTime() + DAY_MS), timezone: 'UTC' };
    let token = '';
    do {
      const query = { type: 'scheduled', page_size: PAGE_SIZE, ...range, ...(token && { next_page_token: token }) };
      const page = await api.call({ method: 'GET', path: pathOf(host), query }, MeetingPage);
      meetings.push(...page.meetings);
      token = page.next_page_token;
    } while (token);
    return meetings;
  };

  const patch: ZoomMeetings['patch'] = async (host, meetingId, details, isPooled) => {
    const { default_password: _, ...body } = meetingBody(details, isPooled);
    await write(host, () => api.call({ method: 'PATCH', path: meetingPath(meetingId), body }, Nothing));
  };

  /** The meeting that was made for this before, if Zoom's answer was lost or the job is done a second time. */
  const findAgain = async (host: string, details: Details, isPooled: boolean): Promise<Made | undefined> => {
    const known = (await list(host, details.startsAt, details.startsAt)).find((one) => isOf(one, details));
    if (!known) return undefined;
    if (known.start_time && !isSameMinute(known.start_time, details.startsAt)) {
      await patch(host, known.id, details, isPooled);
    }
    const meeting = await unlessGone(api.call({ method: 'GET', path: meetingPath(known.id) }, Meeting));
    return meeting && madeFrom(meeting, host);
  };

  const create: ZoomMeetings['create'] = async (host, details, isPooled) => {
    const body = meetingBody(details, isPooled);
    const post = () =>
      write(host, async () => madeFrom(await api.call({ method: 'POST', path: pathOf(host), body }, Meeting), host));
    let canList = true;
    const before = await findAgain(host, details, isPooled).catch((error) => {
      // Without that permission a lost answer is a meeting that nobody finds, but most answers are not lost.
      if (!isWhy(error, 'missing-permission')) throw error;
      canList = false;
      return undefined;
    });
    if (before) return before;
    try {
      return await post();
    } catch (error) {
      if (!canList || !isWhy(error, 'timed-out', 'unreachable', 'broken', 'not-understood')) throw error;
      const found = await findAgain(host, details, isPooled).catch(() => undefined);
      if (found) return found;
      // Nothing is there, but what timed out may still be on its way: whoever tries again looks first.
      if (!isWhy(error, 'unreachable', 'broken')) throw error;
      await sleep(PAUSE_MS);
      return post();
    }
  };

  return { create, get, list, patch };
}

export function isWhy(error: unknown, ...codes: readonly FailureCode[]): error is PlatformFailed {
  return error instanceof PlatformFailed && codes.includes(error.why);
}

export async function unlessGone<T>(asked: Promise<T>): Promise<T | undefined> {
  try {
    return await asked;
  } catch (error) {
    if (isWhy(error, 'gone')) return undefined;
    throw error;
  }
}

const isSameMinute = (a: Date, b: Date) => Math.floor(a.getTime() / 60_000) === Math.floor(b.getTime() / 60_000);

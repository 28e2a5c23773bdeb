import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { Stage } from '../stand-in.ts';
import { noUser } from './errors.ts';
import type { ZoomUser } from './settings.ts';

const Person = z.object({
  userId: z.string(),
  name: z.string(),
  email: z.string(),
  joinedAt: z.string(),
  leftAt: z.string().optional(),
});
export type Person = z.infer<typeof Person>;

const Meeting = z.object({
  id: z.number(),
  /** Of the occasion that is on, or else of the next one: a new one for each time it is started. */
  uuid: z.string(),
  hostId: z.string(),
  createdAt: z.string(),
  topic: z.string(),
  type: z.number(),
  agenda: z.string(),
  /** In UTC. */
  startTime: z.string(),
  duration: z.number(),
  timezone: z.string(),
  password: z.string(),
  settings: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
  startedAt: z.string().optional(),
  present: z.array(Person),
  /** Who was there the last time. */
  past: z.array(Person),
  lastUuid: z.string().optional(),
});
export type Meeting = z.infer<typeof Meeting>;

const Saved = z.object({
  lastId: z.number(),
  lastUser: z.number(),
  meetings: z.array(Meeting),
  tokens: z.array(z.tuple([z.string(), z.number()])),
});

/** Everything that the account remembers. */
export interface State {
  readonly stage: Stage;
  readonly users: readonly ZoomUser[];
  readonly meetings: Map<number, Meeting>;
  /** When each access token dies, in milliseconds. */
  readonly tokens: Map<string, number>;
  /** By id, address or `me`. */
  userCalled(name: string): ZoomUser;
  hostOf(meeting: Meeting): ZoomUser;
  runningOf(hostId: string): Meeting | undefined;
  newMeetingId(): number;
  newUserId(): string;
  changed(): void;
  dump(): unknown;
  clear(): void;
}

export function createState(stage: Stage, users: readonly ZoomUser[], saved: unknown): State {
  const meetings = new Map<number, Meeting>();
  const tokens = new Map<string, number>();
  // More than 32 bits, as Zoom's are.
  let lastId = 93_812_345_678;
  let lastUser = 16_778_240;

  const { data } = Saved.safeParse(saved);
  if (data) {
    ({ lastId, lastUser } = data);
    for (const meeting of data.meetings) meetings.set(meeting.id, meeting);
    for (const [token, until] of data.tokens) tokens.set(token, until);
  }
  const userCalled = (name: string) => {
    const user = name === 'me' ? users[0] : users.find(({ id, email }) => id === name || email === name);
    if (!user) throw noUser(name);
    return user;
  };
  return {
    stage,
    users,
    meetings,
    tokens,
    userCalled,
    hostOf: ({ hostId }) => userCalled(hostId),
    runningOf: (hostId) => [...meetings.values()].find((one) => one.hostId === hostId && one.startedAt),
    newMeetingId: () => {
      lastId += 1_000_003;
      return lastId;
    },
    newUserId: () => {
      lastUser += 1024;
      return String(lastUser);
    },
    changed: stage.changed,
    dump: () => ({ lastId, lastUser, meetings: [...meetings.values()], tokens: [...tokens] }),
    clear: () => meetings.clear(),
  };
}

/** Base64, so `/` is in it as often as in Zoom's own. */
export const newUuid = () => randomBytes(16).toString('base64');

/** `2026-12-01T17:00:00Z` */
export const utc = (at: Date) => `${at.toISOString().slice(0, 19)}Z`;

import type { Stage, StandIn } from '../stand-in.ts';
import { createApi } from './api.ts';
import { createZoomFaults, type ZoomFaults } from './faults.ts';
import { createMethods } from './methods.ts';
import { createPage } from './page.ts';
import { createRateLimits } from './rate-limits.ts';
import { createRooms, type Visitor } from './rooms.ts';
import { APP, type Json, type Plan, PREFIX, RETRY_MINUTES, SCOPES, USERS, type ZoomUser } from './settings.ts';
import { createState, type Meeting, type Person } from './state.ts';
import { createWebhooks } from './webhooks.ts';
import { meetingAsSent } from './wire.ts';

export { ZOOM_FAULTS, type ZoomFault } from './faults.ts';

export interface ZoomStandInOptions {
  readonly users?: readonly ZoomUser[];
  /** What the app may do. */
  readonly scopes?: readonly string[];
  readonly plan?: Plan;
  /** Off for benchmarks, and for tests that ask a lot. */
  readonly rateLimits?: boolean;
  /** Where events go; see `deliverWebhooksTo`. */
  readonly webhooksTo?: string;
  /** When a failed delivery is made again, by the stage's clock; 0 is at once. */
  readonly retryMinutes?: readonly number[];
  /** How long a slow answer takes, in real time. */
  readonly slowMs?: number;
}

/** A Zoom account with one Server-to-Server OAuth app, played on this machine. */
export interface Zoom extends StandIn {
  readonly prefix: typeof PREFIX;
  readonly credentials: {
    readonly accountId: string;
    readonly clientId: string;
    readonly clientSecret: string;
    readonly webhookSecret: string;
    readonly apiPath: string;
    readonly oauthPath: string;
  };
  readonly users: readonly ZoomUser[];
  readonly faults: ZoomFaults;
  /** Meetings as the API answers them, oldest first. */
  meetings(): readonly Json[];
  /** Events go to this address from now on. */
  deliverWebhooksTo(url: string): void;
  /** The address proves itself, as when it is entered in the app. */
  validatesUrl(): Promise<boolean>;
  /** The host opens a meeting. These resolve once the events were delivered or have failed. */
  starts(meetingId: string): Promise<Person>;
  joins(meetingId: string, visitor: Visitor): Promise<Person>;
  leaves(meetingId: string, userId: string): Promise<void>;
  ends(meetingId: string): Promise<void>;
  /** Sends any body, signed unless told otherwise, and gives the status of the answer. */
  sendWebhook(body: string, changes?: { signature?: string; timestamp?: string }): Promise<number | undefined>;
  /** Bodies of the events so far. */
  readonly sentWebhooks: readonly string[];
  /** Another set of scopes for the app. Tokens have the new ones at once, which is kinder than Zoom. */
  setScopes(scopes: readonly string[]): void;
  /** Every token dies, as when the app is switched off and on. */
  revokeTokens(): void;
}

interface Saved {
  readonly account?: unknown;
  readonly webhooks?: unknown;
  readonly fault?: unknown;
}

export function createZoom(stage: Stage, options: ZoomStandInOptions = {}): Zoom {
  const { users = USERS, plan = 'pro', rateLimits = true, retryMinutes = RETRY_MINUTES, slowMs = 20_000 } = options;
  let { scopes = SCOPES, webhooksTo } = options;
  const saved: Saved = typeof stage.saved === 'object' && stage.saved !== null ? stage.saved : {};
  const state = createState(stage, users, saved.account);
  const faults = createZoomFaults(stage.changed, saved.fault);
  const webhooks = createWebhooks(state, { url: () => webhooksTo, retryMinutes, saved: saved.webhooks });
  const limits = createRateLimits(plan, rateLimits, stage.now);
  const rooms = createRooms(state, webhooks);
  const methods = createMethods(state, limits, webhooks);
  const api = createApi(state, { methods, limits, faults, scopes: () => scopes, slowMs });
  const page = createPage(state, rooms, webhooks);

  const thenSettled = async <T>(done: T): Promise<T> => {
    await webhooks.settled();
    return done;
  };
  return {
    prefix: PREFIX,
    credentials: { ...APP, apiPath: `${PREFIX}/v2`, oauthPath: `${PREFIX}/oauth/token` },
    users,
    faults,
    meetings: () => [...state.meetings.values()].map((meeting: Meeting) => meetingAsSent(state, meeting)),
    deliverWebhooksTo: (url) => {
      webhooksTo = url;
    },
    validatesUrl: webhooks.validate,
    starts: async (id) => thenSettled(rooms.start(id)),
    joins: async (id, visitor) => thenSettled(rooms.join(id, visitor)),
    leaves: async (id, userId) => thenSettled(rooms.leave(id, userId)),
    ends: async (id) => thenSettled(rooms.end(id)),
    sendWebhook: webhooks.sendRaw,
    sentWebhooks: webhooks.sent,
    setScopes: (next) => {
      scopes = next;
    },
    revokeTokens: () => state.tokens.clear(),

    fetch(request) {
      const path = new URL(request.url).pathname.slice(PREFIX.length);
      if (path === '/oauth/token' || path.startsWith('/v2/')) return api(request);
      if (/^\/(j|s)\/\d+(\/\w+)?$|^\/rec\/\d+$/.test(path)) return page(request);
      return new Response('Not found', { status: 404 });
    },
    upgrade: (_request, socket) => {
      socket.end('HTTP/1.1 404 Not Found\r\nConnection: close\r\n\r\n');
    },
    dump: () => ({ account: state.dump(), webhooks: webhooks.dump(), fault: faults.current() }),
    clear() {
      state.clear();
      webhooks.clear();
      faults.clear();
    },
    async close() {
      webhooks.close();
    },
  };
}

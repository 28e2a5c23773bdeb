import { z } from 'zod';
import type { Stage, StandIn } from '../stand-in.ts';
import { played } from './answering.ts';
import { createServiceAccountKey } from './assertion.ts';
import { createCalendarApi } from './calendar.ts';
import { createConferences } from './conference.ts';
import { errorAnswer, REFUSALS } from './errors.ts';
import { eventAsSent } from './event-wire.ts';
import { createFaults, type Fault, type Faults, type Route } from './faults.ts';
import { createMeetApi } from './meet-api.ts';
import { createMeetPage } from './meet-page.ts';
import { createQuotas } from './quotas.ts';
import { createDrive } from './recordings.ts';
import {
  ACCOUNT,
  CALENDARS,
  CLIENT_ID,
  CLIENT_SECRET,
  QUOTA_PER_PROJECT,
  QUOTA_PER_USER,
  REFRESH_TOKEN,
  SCOPES,
} from './settings.ts';
import { createState, type Mail } from './state.ts';
import { createTokens, type Grants } from './tokens.ts';
import { createVisits } from './visits.ts';

export { GOOGLE_FAULTS, type GoogleFault } from './faults.ts';

const PREFIX = '/sandbox/google';
const TOKEN_PATH = `${PREFIX}/token`;
const CALENDAR_PATH = '/calendar/v3';
const DRIVE_PATH = '/drive/v3';
const MEET_API_PATH = `${PREFIX}/meet-api/`;
const MEET_PAGE_PATH = `${PREFIX}/meet`;
const Saved = z.object({ account: z.unknown(), fault: z.unknown().optional() });
/** Longer than any client waits. */
const SLOW_MS = 20_000;

export interface GoogleOptions {
  /** Off for benchmarks, and for tests that ask a lot. */
  readonly rateLimits?: boolean;
  /** Requests a minute of one user; Google's own number unless a test lowers it. */
  readonly perUser?: number;
  readonly perProject?: number;
  /** How long `slow` takes. */
  readonly slowMs?: number;
}

/** Google's calendar and Meet for one account, played on this machine. */
export interface Google extends StandIn {
  readonly prefix: typeof PREFIX;
  readonly credentials: {
    readonly account: string;
    readonly clientId: string;
    readonly clientSecret: string;
    readonly refreshToken: string;
    /** The key file's JSON. */
    serviceAccount(): string;
    /** For `GOOGLE_API_URL`, below the origin. */
    readonly apiPath: `${typeof PREFIX}/`;
    /** For `GOOGLE_OAUTH_URL`. */
    readonly tokenPath: typeof TOKEN_PATH;
    /** In place of `https://meet.googleapis.com/`. */
    readonly meetApiPath: typeof MEET_API_PATH;
  };
  /** What the sandbox's page switches. */
  readonly faults: Pick<Faults, 'set' | 'current'>;
  /** The next `times` calls of a part go wrong. */
  fail(route: Route, fault: Fault, times?: number): void;
  /** Every event, also the deleted ones, as the API would send them. */
  events(): readonly Record<string, unknown>[];
  /** Somebody changes an event in the calendar's own page. */
  edits(event: string, to: { readonly start: string; readonly end: string } | 'deleted'): void;
  /** The mails that Google would have sent. */
  readonly mails: readonly Mail[];
  /** How often a new Meet link is read as pending before it is there; undefined: it fails. */
  holdConferences(polls: number | undefined): void;
  /** Whether the account agreed to show who came (`meetings.space.readonly`). */
  grantAttendance(isGranted: boolean): void;
  /** Whether the account agreed to have its meetings recorded, and to show who may open what was (`meetings.space.settings`, `drive.meet.readonly`). */
  grantRecordings(maySwitch: boolean, maySeeDrive: boolean): void;
  /** Whether the account agreed to show when people are busy (`calendar.freebusy`). */
  grantFreeBusy(isGranted: boolean): void;
  /** When somebody of the account's domain is busy besides the events that are played here. */
  isBusy(email: string, times: readonly { readonly start: string; readonly end: string }[]): void;
  /** Whether the domain's admin delegated the account to the service account. */
  delegate(isDelegated: boolean): void;
  /** Every access token dies at once. */
  expireTokens(): void;
  /** Somebody enters a meeting; gives what `leaves` wants. */
  joins(code: string, name: string, isSignedIn?: boolean): string;
  leaves(code: string, visitor: string): void;
}

export function createGoogle(stage: Stage, options: GoogleOptions = {}): Google {
  const { rateLimits = true, perUser = QUOTA_PER_USER, perProject = QUOTA_PER_PROJECT, slowMs = SLOW_MS } = options;
  const { now, changed } = stage;
  const saved = Saved.safeParse(stage.saved).data;
  const state = createState(saved?.account);
  const faults = createFaults({ slowMs, changed, saved: saved?.fault });
  const key = createServiceAccountKey();
  const grants: Grants = {
    scopes: new Set([SCOPES.events, SCOPES.freeBusy, SCOPES.meetReadonly, SCOPES.meetSettings, SCOPES.driveMeet]),
    isDelegated: true,
  };
  const tokens = createTokens({ now, key, grants, isRevoked: () => faults.current() === 'expired-credentials' });
  const quotas = createQuotas({ now, perUser, perProject });
  const visits = createVisits({ state, now, changed });
  let pendingPolls: number | undefined = 0;
  const urlOf = (code: string) => `${stage.origin()}${MEET_PAGE_PATH}/${code}`;

  const grant = (scope: string, isGranted: boolean) => {
    if (isGranted) grants.scopes.add(scope);
    else grants.scopes.delete(scope);
    tokens.expireAll();
  };

  const conferences = createConferences({ state, faults, pendingPolls: () => pendingPolls });
  const calendar = createCalendarApi({
    state,
    tokens,
    conferences,
    calendars: CALENDARS,
    now,
    spend: ({ user }) => rateLimits && quotas.spend(user),
    urlOf,
    changed,
  });
  const meetApi = createMeetApi({ tokens, visits, state, now });
  const drive = createDrive({ state, tokens });
  const meetPage = createMeetPage({ state, visits });

  const calendarCall = async (request: Request, url: URL) => {
    const path = url.pathname.slice(PREFIX.length);
    const text = await request.text();
    const body = text === '' ? undefined : parsed(text);
    stage.record({
      service: 'google',
      method: request.method,
      path,
      query: Object.fromEntries(url.searchParams),
      body,
      contentType: request.headers.get('content-type') ?? '',
    });
    return () => calendar({ request, path: path.slice(CALENDAR_PATH.length), query: url.searchParams, body });
  };

  const fetch = async (request: Request): Promise<Response> => {
    const url = new URL(request.url);
    const { pathname } = url;
    if (pathname === TOKEN_PATH) return played(faults.next('token', request.method), () => tokens.grant(request));
    if (pathname.startsWith(`${PREFIX}${CALENDAR_PATH}/`)) {
      const run = await calendarCall(request, url);
      return played(faults.next('calendar', request.method), run);
    }
    if (pathname.startsWith(`${PREFIX}${DRIVE_PATH}/`)) {
      const path = pathname.slice(`${PREFIX}${DRIVE_PATH}`.length);
      return played(faults.next('meet', request.method), () => drive(request, path));
    }
    if (pathname.startsWith(`${MEET_API_PATH}v2/`)) {
      const path = pathname.slice(`${MEET_API_PATH}v2`.length);
      return played(faults.next('meet', request.method), () => meetApi(request, path));
    }
    if (pathname.startsWith(`${MEET_PAGE_PATH}/`)) return meetPage(request, pathname.slice(MEET_PAGE_PATH.length));
    return errorAnswer(REFUSALS.notFound);
  };

  return {
    prefix: PREFIX,
    credentials: {
      account: ACCOUNT,
      clientId: CLIENT_ID,
      clientSecret: CLIENT_SECRET,
      refreshToken: REFRESH_TOKEN,
      serviceAccount: key.file,
      apiPath: `${PREFIX}/`,
      tokenPath: TOKEN_PATH,
      meetApiPath: MEET_API_PATH,
    },
    faults,
    fail: (route, fault, times = 1) => faults.order(route, fault, times),
    events: () => [...state.events.values()].map((event) => eventAsSent(event, urlOf)),
    edits: (id, to) => {
      const event = [...state.events.values()].find((one) => one.id === id);
      if (!event) throw new Error(`There is no event ${id}.`);
      const { start, end } = event.fields;
      const times =
        to === 'deleted' ? {} : { start: { ...start, dateTime: to.start }, end: { ...end, dateTime: to.end } };
      Object.assign(event, {
        isDeleted: to === 'deleted',
        fields: { ...event.fields, ...times },
        updated: now().toISOString(),
      });
      event.revision += 1;
      changed();
    },
    mails: state.mails,
    holdConferences: (polls) => {
      pendingPolls = polls;
    },
    grantAttendance: (isGranted) => grant(SCOPES.meetReadonly, isGranted),
    grantRecordings: (maySwitch, maySeeDrive) => {
      grant(SCOPES.meetSettings, maySwitch);
      grant(SCOPES.driveMeet, maySeeDrive);
    },
    grantFreeBusy: (isGranted) => grant(SCOPES.freeBusy, isGranted),
    isBusy: (email, times) => {
      state.busy.set(email, times);
      changed();
    },
    delegate: (isDelegated) => {
      grants.isDelegated = isDelegated;
      tokens.expireAll();
    },
    expireTokens: tokens.expireAll,
    joins: (code, name, isSignedIn = false) => {
      const visitor = visits.join(code, name, isSignedIn);
      if (visitor === undefined) throw new Error(`There is no meeting ${code}.`);
      return visitor;
    },
    leaves: visits.leave,
    fetch,
    upgrade: (_, socket) => socket.end('HTTP/1.1 404 Not Found\r\nConnection: close\r\n\r\n'),
    dump: () => ({ account: state.dump(), fault: faults.current() }),
    clear: () => {
      state.clear();
      faults.clear();
      quotas.clear();
      changed();
    },
    close: async () => {},
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

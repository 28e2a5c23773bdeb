import type { Config } from './config/result.ts';
import type { Chat } from './conversation/chat.ts';
import { createReception } from './conversation/create-reception.ts';
import type { Reception } from './conversation/reception.ts';
import type { Clock } from './core/clock.ts';
import { createCommunities } from './core/community/communities.ts';
import type { Log } from './core/log.ts';
import { createByWebhook } from './core/meeting/by-webhook.ts';
import { createRooms } from './core/meeting/rooms.ts';
import { createFeedback } from './core/outcome/feedback.ts';
import { createDue } from './core/owing/due.ts';
import { sessionSubject } from './core/owing/subject.ts';
import { createDrafts } from './core/people/drafts.ts';
import { createOffers } from './core/people/offers.ts';
import type { Actor } from './core/people/person.ts';
import { createRecognition } from './core/people/recognition.ts';
import { createSettings } from './core/people/settings.ts';
import { createRecording } from './core/session/recording.ts';
import { createSessions } from './core/session/sessions.ts';
import type { Store } from './core/store.ts';
import { answerTyped, help } from './features/home/help.ts';
import { home } from './features/home/home.ts';
import { handlers } from './features/index.ts';
import { notices } from './features/notices.ts';
import { createDoor } from './features/room/door.ts';
import { commands } from './features/shared/commands.ts';
import type { Deps, SystemDeps } from './features/shared/deps.ts';
import { readerOf } from './features/shared/reader.ts';
import { createHttp, type Http } from './http/index.ts';
import { createJobs, type Jobs, type Workers } from './jobs/index.ts';
import type { Retry } from './jobs/queues.ts';
import { createTick } from './jobs/tick.ts';
import { createMeetings } from './meetings/index.ts';
import { configuredPlatforms, createRegistry } from './meetings/registry.ts';
import { createWebhookDoor } from './meetings/webhook-door.ts';
import { hostHoldsIn } from './meetings/zoom/hosts.ts';
import { followUsualLeads } from './store/alarm.ts';
import { createStore } from './store/index.ts';
import type { Database } from './store/open.ts';
import { createAttendance } from './work/attendance.ts';
import { createDeadLetters } from './work/dead-letter.ts';
import { createMakeMeeting } from './work/make-meeting.ts';
import { createNightly } from './work/nightly.ts';
import { createPost } from './work/post.ts';
import { createSweep } from './work/sweep.ts';
import { createTroubles } from './work/trouble.ts';
import { createUpdateMeeting } from './work/update-meeting.ts';
import { createWebhooks } from './work/webhooks.ts';

export interface App {
  readonly store: Store;
  readonly jobs: Jobs;
  readonly http: Http;
  readonly chats: ReadonlyMap<string, Chat>;
  readonly reception: Reception;
  /** What happens each minute, at once. */
  tick(): Promise<void>;
  /** Makes the spaces that the settings name communities. Part of `start`; again after the database was emptied. */
  settle(): Promise<void>;
  start(): Promise<void>;
  /** Takes no new work, finishes what runs, and leaves the database to be closed. */
  stop(): Promise<void>;
}

export interface AppOptions {
  readonly config: Config;
  readonly database: Database;
  readonly clock: Clock;
  readonly log: Log;
  /** How often and how soon failed jobs are tried again; left out: as people can bear it. */
  readonly retry?: Retry;
  /** Waits between tries of one request to a meeting platform, in milliseconds; left out: short ones. */
  readonly pausesMs?: readonly number[];
  /** For one request to a meeting platform; left out: as long as people can bear it. */
  readonly timeoutMs?: number | undefined;
}

/** Builds the bot from its parts. Nothing runs until `start`. */
export async function createApp({
  config,
  database,
  clock,
  log,
  retry,
  pausesMs,
  timeoutMs,
}: AppOptions): Promise<App> {
  const chats = new Map<string, Chat>();
  const jobs = await createJobs({ database, log, ...(retry && { retry }) });
  const store = createStore(database, { ...jobs, reminderLeads: config.reminders });
  const communities = createCommunities(store, clock);
  const sessions = createSessions(store, clock);
  const feedback = createFeedback(store, clock);
  const offers = createOffers(store);
  const settings = createSettings(store);
  const drafts = createDrafts(store, clock);
  const hostHolds = hostHoldsIn(store);
  const registry = createRegistry(configuredPlatforms({ ...config, clock, hostHolds, pausesMs, timeoutMs }));
  const meetings = createMeetings(registry, clock, log);
  const deps: SystemDeps = {
    store,
    sessions,
    feedback,
    recording: createRecording(store, clock),
    offers,
    settings,
    rooms: createRooms(store, clock),
    drafts,
    clock,
    platforms: meetings.choices,
    meetings,
    reminderLeads: config.reminders,
    defaultZone: config.defaultTimeZone,
    publicUrl: config.publicUrl,
  };
  const depsFor = (by: Actor): Deps => ({ ...deps, store: store.of(by.person.organization) });
  const post = createPost(deps, notices, chats, log);
  const troubles = createTroubles(deps, meetings, log);
  const makeMeeting = createMakeMeeting(deps, meetings, troubles);
  const updateMeeting = createUpdateMeeting(deps, meetings, troubles);
  const sweep = createSweep(deps, meetings, log);
  const webhooks = createWebhooks(deps, createByWebhook(store, clock), log);
  const attendance = createAttendance(deps, meetings.whoCame, log);
  const workers: Workers = {
    deliver: ({ delivery }) => post.deliver(delivery),
    refresh: ({ about }) => post.refresh(about),
    'make-meeting': ({ session, isOneOfMany }, attempt) => makeMeeting(session, attempt, isOneOfMany),
    'update-meeting': ({ session }, attempt) => updateMeeting(session, attempt),
    'remove-meeting': ({ platform, meetingId }) => meetings.remove(platform, meetingId),
    'sweep-meetings': () => sweep(),
    'handle-webhook': ({ event }) => webhooks.handle(event),
    attendance: ({ session }, attempt) => attendance(session, attempt),
  };

  const reception = createReception({
    handlers,
    commands,
    depsFor,
    log,
    ...createRecognition({ store, communities, clock, isBack: post.retryClosed }),
    home: (by) => home(readerOf(by), depsFor(by)),
    help: (by, command) => help(readerOf(by), by.account.chat, command),
    typed: async (by, text) => answerTyped(readerOf(by), text),
    keep: drafts.keep,
    kept: drafts.find,
    shown: post.shown,
    refresh: async (by, session) => {
      const ours = store.of(by.person.organization);
      if (await ours.session(session))
        await ours.transaction((tx) => tx.enqueue({ name: 'refresh', data: { about: sessionSubject(session) } }));
    },
  });

  const shared = { reception, communities, log, now: clock };
  const slack = config.slack && (await loadSlack()).createSlackChat({ ...shared, config: config.slack });
  const discord = config.discord && (await loadDiscord()).createDiscordChat({ ...shared, config: config.discord });
  for (const chat of [slack, discord]) if (chat) chats.set(chat.id, chat);

  const due = createDue({ store, clock, log });
  const nightly = createNightly(deps);
  const tick = createTick({
    work: async () => {
      await webhooks.handleWaiting();
      await due();
      await nightly();
      await troubles.check();
    },
    log,
  });

  const http = createHttp({
    port: config.port,
    slackRequestListener: slack?.requestListener,
    joinLink: createDoor(deps),
    takeWebhook: createWebhookDoor(registry, store, clock, log),
    health: async () => {
      const parts: Record<string, 'up' | 'down'> = { database: (await isUp(database)) ? 'up' : 'down' };
      for (const chat of chats.values()) parts[chat.id] = chat.isConnected() ? 'up' : 'down';
      return { isWell: Object.values(parts).every((part) => part === 'up'), parts };
    },
    log,
  });

  const settle = async () => {
    const named = await Promise.all([...chats.values()].map((chat) => chat.namedSpaces()));
    await communities.settle([...chats.keys()], named.flat());
  };

  return {
    store,
    jobs,
    http,
    chats,
    reception,
    tick: tick.run,
    settle,
    start: async () => {
      await settle();
      await followUsualLeads(database.sql, config.reminders);
      await Promise.all([...chats.values()].map((chat) => chat.start()));
      await jobs.start(workers, createDeadLetters(deps, log));
      tick.start();
      // What fell due while the bot was away.
      await tick.run();
    },
    stop: async () => {
      for (const chat of chats.values()) chat.refuse();
      await tick.stop();
      // The jobs that run still need the chats; what is queued from now on is done after the next start.
      await jobs.stop();
      await Promise.all([...chats.values()].map((chat) => chat.stop()));
      await http.close();
    },
  };
}

// The libraries of the chats are large: each is loaded where it is set up.
const loadSlack = () => import('./chat/slack/index.ts');
const loadDiscord = () => import('./chat/discord/index.ts');

async function isUp({ prisma }: Database): Promise<boolean> {
  try {
    await prisma.$queryRaw`SELECT 1`;
    return true;
  } catch {
    return false;
  }
}

import { createFetch } from './calendar/fetch.ts';
import { createCalendarWriter } from './calendar/writer.ts';
import type { Config } from './config/result.ts';
import type { Chat } from './conversation/chat.ts';
import { createReception } from './conversation/create-reception.ts';
import { createQuickness } from './conversation/quickness.ts';
import type { Reception } from './conversation/reception.ts';
import type { Clock } from './core/clock.ts';
import { createCommunities } from './core/community/communities.ts';
import { createRemovals } from './core/community/removals.ts';
import { createSettingUp } from './core/community/setting-up.ts';
import { createCore } from './core/create-core.ts';
import { boardOf } from './core/learning/whiteboard.ts';
import { ACTS, type Acts } from './core/limits.ts';
import type { Log } from './core/log.ts';
import { refuseBanned } from './core/moderation/complaints.ts';
import { sessionSubject } from './core/owing/subject.ts';
import { createDepartures } from './core/people/departures.ts';
import type { Actor } from './core/people/person.ts';
import { createRecognition } from './core/people/recognition.ts';
import type { Store } from './core/store.ts';
import { askWhatFor } from './features/admin/sent-table.ts';
import { help } from './features/home/help.ts';
import { home } from './features/home/home.ts';
import { readTyped } from './features/home/typed.ts';
import { wayOut } from './features/home/way-out.ts';
import { handlers } from './features/index.ts';
import { notices } from './features/notices.ts';
import { createStopMail } from './features/person/stop-mail.ts';
import { createDoor } from './features/room/door.ts';
import { createCalendarDoor } from './features/session/feed.ts';
import { commands } from './features/shared/commands.ts';
import type { Deps, SystemDeps } from './features/shared/deps.ts';
import { readerOf } from './features/shared/reader.ts';
import { createCheckStatement } from './features/teaching/statement-check.ts';
import { createHttp, type Http } from './http/index.ts';
import { createJobs, type Jobs } from './jobs/index.ts';
import type { Retry } from './jobs/queues.ts';
import { createTick } from './jobs/tick.ts';
import { DISCORD, roomBookIn } from './meetings/discord/room-book.ts';
import { createVoiceDoor } from './meetings/discord/voice-door.ts';
import { createGoogleFreeBusy } from './meetings/google/free-busy.ts';
import { createMeetings } from './meetings/index.ts';
import { createLeadsInside, type Lookup } from './meetings/leads-inside.ts';
import { configuredPlatforms, createRegistry, retiredPlatforms } from './meetings/registry.ts';
import { createWebhookDoor } from './meetings/webhook-door.ts';
import { hostHoldsIn } from './meetings/zoom/hosts.ts';
import { createPictures } from './pictures/index.ts';
import { followUsualLeads } from './store/alarm.ts';
import { createOutageLog } from './store/away.ts';
import { createStore } from './store/index.ts';
import type { Database } from './store/open.ts';
import { stateOf } from './work/chat-troubles.ts';
import { createWork } from './work/create-work.ts';
import { createDeadLetters } from './work/dead-letter.ts';
import type { Elsewhere } from './work/read-calendar.ts';
import { createTryChannel } from './work/try-channel.ts';

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
  /** What a host's addresses are; left out: what DNS says. */
  readonly lookup?: Lookup | undefined;
  /** How much one person may do in how short a time; left out: as much as people do. */
  readonly acts?: Acts | undefined;
  /** So many times as fast as in earnest are the chats' limits over, where they are played. */
  readonly speed?: number | undefined;
}

/** Builds the bot from its parts. Nothing runs until `start`. */
export async function createApp({
  config,
  database,
  clock,
  log: heard,
  retry,
  pausesMs,
  timeoutMs,
  lookup,
  acts = ACTS,
  speed,
}: AppOptions): Promise<App> {
  const chats = new Map<string, Chat>();
  const log = createOutageLog(heard);
  const jobs = await createJobs({ database, log, ...(retry && { retry }) });
  const store = createStore(database, { ...jobs, reminderLeads: config.reminders });
  const communities = createCommunities(store, clock);
  const hostHolds = hostHoldsIn(store);
  const roomBook = roomBookIn(store);
  const platformOptions = { ...config, clock, hostHolds, roomBook, pausesMs, timeoutMs };
  const registry = createRegistry(configuredPlatforms(platformOptions), retiredPlatforms(platformOptions));
  const meetings = createMeetings(registry, clock, log);
  const freeBusy = config.google && createGoogleFreeBusy({ ...config.google, now: clock, timeoutMs, pausesMs });
  const deps: SystemDeps = {
    store,
    ...createCore(store, clock, {
      openRequests: config.openRequests,
      firstTutors: config.firstTutors,
      defaultZone: config.defaultTimeZone,
      canMail: config.mail !== undefined,
      canBeChecked: config.publicUrl !== undefined,
      foreignCalendars: config.trustedCalendars,
      freeBusy,
      roomAtOnce: meetings.roomAtOnce,
    }),
    readHolidays,
    settingUp: createSettingUp(store, communities, clock),
    tryChannel: createTryChannel(chats, clock),
    calendars: createCalendarWriter(config.mail?.from ?? organizerAt(config.publicUrl)),
    canAskGoogle: freeBusy !== undefined,
    canMail: config.mail !== undefined,
    clock,
    platforms: meetings.choices,
    meetings,
    reminderLeads: config.reminders,
    defaultZone: config.defaultTimeZone,
    boardOf: (session) => (config.whiteboardUrl === undefined ? undefined : boardOf(session, config.whiteboardUrl)),
    publicUrl: config.publicUrl,
    leadsInside: createLeadsInside(lookup),
    pictures: createPictures(),
  };
  const departures = createDepartures(store, communities, clock);
  const depsFor = (by: Actor): Deps => {
    refuseBanned(by);
    return { ...deps, store: store.of(by.person.organization, by.person.id) };
  };
  const mailer = config.mail && (await import('./mail/mailer.ts')).createMailer(config.mail);
  // Rooms in Discord itself. Also where it is not offered any more, as long as rooms stand there.
  const hasRooms = registry.named(DISCORD) !== undefined || (await roomBook.before(new Date(8.64e15))).length > 0;
  const work = createWork(deps, {
    notices,
    chats,
    meetings,
    elsewhere: { fetch: createFetch({ lookup, trusted: config.trustedCalendars, timeoutMs }), busyIn, freeBusy },
    mailer,
    left: departures.accountLeft,
    hasRooms,
    canGoOn: () => takesWrites(database),
    retentionDays: config.retentionDays,
    digestAt: config.digestAt,
    log,
  });
  const removals = createRemovals(store, communities, clock, work.post.retryClosed);

  const reception = createReception({
    handlers,
    commands,
    depsFor,
    log,
    quickness: createQuickness(acts, clock),
    ...createRecognition({ store, communities, clock, isBack: work.post.retryClosed }),
    left: departures.left,
    removed: removals.removed,
    there: removals.there,
    home: (by) => home(readerOf(by), depsFor(by)),
    help: (by, command) => help(readerOf(by), by.account.chat, command),
    typed: (by, text) => readTyped(by, text, depsFor(by)),
    given: (by, text, files) => askWhatFor(by, text, files, depsFor(by)),
    keep: deps.drafts.keep,
    kept: deps.drafts.find,
    shown: work.post.shown,
    wayOut,
    refresh: async (by, session) => {
      const ours = store.of(by.person.organization);
      if (await ours.session(session))
        await store.enqueue({ name: 'refresh', data: { about: sessionSubject(session) } });
    },
  });

  const shared = { reception, communities, log, now: clock };
  const slack = config.slack && (await loadSlack()).createSlackChat({ ...shared, config: config.slack, speed });
  // What Discord's gateway tells of rooms goes the way of other platforms' webhooks.
  const voice = hasRooms ? createVoiceDoor(store, clock) : undefined;
  const discord =
    config.discord &&
    (await loadDiscord()).createDiscordChat({ ...shared, config: config.discord, speed, ...(voice && { voice }) });
  for (const chat of [slack, discord]) if (chat) chats.set(chat.id, chat);

  const tick = createTick({
    work: async () => {
      await work.eachMinute();
      log.isOver();
    },
    log,
  });

  const http = createHttp({
    port: config.port,
    slackRequestListener: slack?.requestListener,
    joinLink: createDoor(deps),
    calendars: createCalendarDoor(deps),
    stopMail: createStopMail(deps),
    checkStatement: createCheckStatement(deps),
    takeWebhook: createWebhookDoor(registry, store, clock),
    health: async () => {
      const parts: Record<string, 'up' | 'down'> = { database: (await takesWrites(database)) ? 'up' : 'down' };
      const why: Record<string, string> = {};
      for (const chat of chats.values()) {
        const state = stateOf(chat);
        parts[chat.id] = state.isUp ? 'up' : 'down';
        if (state.why) why[chat.id] = state.why;
      }
      return { isWell: Object.values(parts).every((part) => part === 'up'), parts, why };
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
      await jobs.start(work.workers, createDeadLetters(deps, log));
      tick.start();
      // What fell due while the bot was away.
      await tick.run();
    },
    stop: async () => {
      for (const chat of chats.values()) chat.refuse();
      await tick.stop();
      // The jobs that run still need the chats; what is queued from now on is done after the next start.
      await jobs.stop();
      mailer?.close();
      await Promise.all([...chats.values()].map((chat) => chat.stop()));
      await http.close();
    },
  };
}

/** In whose name entries of calendars are where no mail is sent: nobody answers there. */
function organizerAt(publicUrl: string | undefined) {
  const host = publicUrl === undefined ? 'tutorline.invalid' : new URL(publicUrl).hostname;
  return { name: 'Tutorline', address: `no-reply@${host}` };
}

// The libraries of the chats are large: each is loaded where it is set up. What reads the calendars of others: when one is read.
const loadSlack = () => import('./chat/slack/index.ts');
const loadDiscord = () => import('./chat/discord/index.ts');
const busyIn: Elsewhere['busyIn'] = async (...given) => (await import('./calendar/busy.ts')).busyIn(...given);
const readHolidays: SystemDeps['readHolidays'] = async (...given) =>
  (await import('./calendar/holidays.ts')).readHolidays(...given);

/** A database that can only be read from is of no use: every booking fails. */
async function takesWrites(database: Database): Promise<boolean> {
  try {
    await database.checkWritable();
    return true;
  } catch {
    return false;
  }
}

// Made by hand because no stand-in that there is keeps the vendors' limits, deadlines and errors, and lets people press.

import { CAST, type CastMember } from './cast.ts';
import { createDiscord, type Discord } from './discord/index.ts';
import { createGoogle, type Google } from './google/index.ts';
import { isOurs } from './guard.ts';
import { createIcsHost, type IcsHost } from './ics/index.ts';
import { createMail, type Mail } from './mail/index.ts';
import { movingClock } from './moving-clock.ts';
import { createPageServer, type Moments } from './page-server.ts';
import { createRooms, type Rooms } from './rooms/index.ts';
import { openSavedState } from './saved-state.ts';
import { listen } from './server.ts';
import { createSlack, type Slack } from './slack/index.ts';
import type { Stage, StandIn, Traffic } from './stand-in.ts';
import { createZoom, type Zoom } from './zoom/index.ts';

export interface SandboxOptions {
  /** 0 takes a free one. */
  readonly port: number;
  /** Where messages, the clock and the page's choices survive a restart. Left out: nothing does. */
  readonly stateFile?: string;
  /** The parsed manifest of the Slack app. */
  readonly manifest: unknown;
  /** False: no vendor's rate limits, for benchmarks and for tests that post a lot. */
  readonly rateLimits?: boolean;
  readonly record?: (traffic: Traffic) => void;
}

/** What the sandbox wants of the bot that runs in it. */
interface Bot {
  /** Answers every path that is not the sandbox's own. */
  fetch(request: Request): Response | Promise<Response>;
  /** What the bot does each minute; called whenever the clock was moved. */
  tick(): Promise<void>;
  /** Clears all that the bot keeps. */
  startOver(): Promise<void>;
  /** Where the page's clock buttons lead. */
  nextMoments?(): Promise<Moments>;
}

/** Slack, Discord, Zoom, Google, rooms and mail on this machine, and a page to use them. */
export interface Sandbox {
  /** Such as `http://127.0.0.1:3000`. */
  readonly origin: string;
  readonly slack: Slack;
  readonly discord: Discord;
  readonly zoom: Zoom;
  readonly google: Google;
  readonly rooms: Rooms;
  readonly mail: Mail;
  readonly ics: IcsHost;
  /** Who is there for what, by user id. */
  readonly cast: Readonly<Record<string, CastMember>>;
  readonly clock: () => Date;
  /** Moves the clock on and lets the bot catch up. */
  moveClock(to: Date): Promise<void>;
  /** Everything as it was at first: the bot's data, the chats, the clock. */
  startOver(): Promise<void>;
  /** Brings in the bot, which needs the sandbox to be there before it can start. */
  connect(bot: Bot): void;
  close(): Promise<void>;
}

/** Starts the sandbox. It listens on 127.0.0.1 only and lets in no other website: whoever reaches it may act as an admin. */
export async function startSandbox(options: SandboxOptions): Promise<Sandbox> {
  const { port, rateLimits = true, record = () => undefined } = options;
  const choices: Record<string, unknown> = {};
  const watchers = new Set<() => void>();
  let bot: Bot | undefined;
  let origin = '';

  const saved = await openSavedState(options.stateFile, () => ({
    version: 1,
    slack: slack.dump(),
    discord: discord.dump(),
    zoom: zoom.dump(),
    google: google.dump(),
    rooms: rooms.dump(),
    mail: mail.dump(),
    aheadMs: clock.aheadMs(),
    choices,
  }));
  const clock = movingClock(saved.found?.aheadMs);
  Object.assign(choices, saved.found?.choices);
  const changed = () => {
    saved.changed();
    for (const watcher of watchers) watcher();
  };
  const stage = (kept: unknown): Stage => ({
    now: clock.now,
    origin: () => origin,
    changed,
    record,
    ...(kept !== undefined && { saved: kept }),
  });
  const slack = createSlack(stage(saved.found?.slack), { rateLimits });
  const discord = createDiscord(stage(saved.found?.discord), { rateLimits });
  // People come to a meeting from the page, where the browser knows this machine as localhost.
  const forBrowsers = (kept: unknown): Stage => ({
    ...stage(kept),
    origin: () => origin.replace('127.0.0.1', 'localhost'),
  });
  const zoom = createZoom(forBrowsers(saved.found?.zoom), { rateLimits });
  const google = createGoogle(forBrowsers(saved.found?.google), { rateLimits });
  const rooms = createRooms(forBrowsers(saved.found?.rooms));
  const mail = createMail(stage(saved.found?.mail));
  await mail.listen();
  const ics = createIcsHost(stage(undefined));
  slack.setManifest(options.manifest);

  // One after the other: the bot must not find the clock moved, or its data gone, in the middle of its tick.
  let last: Promise<void> = Promise.resolve();
  const inTurn = (work: () => Promise<void>): Promise<void> => {
    last = last.catch(() => undefined).then(work);
    return last;
  };
  const moveClock = (to: Date) =>
    inTurn(async () => {
      clock.moveTo(to);
      changed();
      await bot?.tick();
    });
  const startOver = () =>
    inTurn(async () => {
      await bot?.startOver();
      slack.clear();
      discord.clear();
      zoom.clear();
      google.clear();
      rooms.clear();
      mail.clear();
      ics.clear();
      clock.reset();
      for (const name of Object.keys(choices)) delete choices[name];
      changed();
    });

  const answer = await createPageServer({
    slack,
    discord,
    zoom,
    google,
    rooms,
    mail,
    clock,
    choices,
    isReady: () => bot !== undefined,
    moveClock,
    startOver,
    moments: async () => (await bot?.nextMoments?.()) ?? {},
    watch: (watcher) => {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
    choicesChanged: saved.changed,
    fallback: (request) => bot?.fetch(request) ?? new Response('Tutorline is starting.', { status: 503 }),
  });

  const server = await listen({
    port,
    standIns: [slack, discord, zoom, google, rooms, mail, ics].map(guarded),
    fallback: { fetch: answer },
  });
  origin = server.origin;
  zoom.deliverWebhooksTo(`${origin}/webhooks/zoom`);

  return {
    origin,
    slack,
    discord,
    zoom,
    google,
    rooms,
    mail,
    ics,
    cast: CAST,
    clock: clock.now,
    moveClock,
    startOver,
    connect: (started) => {
      bot = started;
      changed();
    },
    close: async () => {
      await server.close();
      await saved.close();
    },
  };
}

/** The stand-ins' tokens are no secret, so other websites are kept away from them too. */
function guarded(standIn: StandIn): StandIn {
  return {
    ...standIn,
    fetch: (request) => {
      const header = (name: string) => request.headers.get(name);
      return isOurs({ host: header('host'), origin: header('origin'), site: header('sec-fetch-site') })
        ? standIn.fetch(request)
        : new Response('The sandbox answers programs on this machine and its own page.', { status: 403 });
    },
    upgrade: (request, socket, head) => {
      const { host, origin, 'sec-fetch-site': site } = request.headers;
      if (isOurs({ host, origin, site: site?.toString() })) standIn.upgrade(request, socket, head);
      else socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n');
    },
  };
}

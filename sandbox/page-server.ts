import { type Context, Hono } from 'hono';
import { streamSSE } from 'hono/streaming';
import { z } from 'zod';
import { createActs } from './acts.ts';
import { createAssets } from './assets.ts';
import { CAST, type CastMember } from './cast.ts';
import type { Discord, DiscordPerson, DiscordScreen } from './discord/index.ts';
import { GOOGLE_FAULTS, type Google, type GoogleFault } from './google/index.ts';
import { isForThisMachine, isOurs } from './guard.ts';
import { MAIL_FAULTS, type Mail, type MailFault, type MailLetter } from './mail/index.ts';
import { ROOM_FAULTS, type RoomFault, type Rooms } from './rooms/index.ts';
import type { Slack } from './slack/index.ts';
import type { SlackScreen } from './slack/screen.ts';
import type { SlackPerson } from './slack/types.ts';
import { ZOOM_FAULTS, type Zoom, type ZoomFault } from './zoom/index.ts';

/** When the next things happen that somebody may want to move the clock to. */
export interface Moments {
  readonly nextReminder?: Date;
  readonly nextStart?: Date;
  readonly nextEnd?: Date;
}

/** Somebody of the sandbox, with what the page shows beside the name. */
export type Shown<Person> = Person & CastMember & { readonly unread: number };

/** Everything that the page shows, as two people see it. */
export interface PageState {
  /** The sandbox's clock, ISO 8601. */
  readonly now: string;
  readonly aheadMs: number;
  /** Whether the bot has come up. */
  readonly isReady: boolean;
  readonly slack: {
    readonly isConnected: boolean;
    readonly appUserId: string;
    readonly people: readonly Shown<SlackPerson>[];
    readonly screen: SlackScreen;
  };
  readonly discord: {
    readonly isConnected: boolean;
    readonly people: readonly Shown<DiscordPerson>[];
    readonly screen: DiscordScreen;
  };
  /** What goes wrong at the meeting platforms now, and what can; null: they work. */
  readonly faults: {
    readonly zoom: { readonly now: ZoomFault | null; readonly possible: typeof ZOOM_FAULTS };
    readonly google: { readonly now: GoogleFault | null; readonly possible: typeof GOOGLE_FAULTS };
    readonly jitsi: { readonly now: RoomFault | null; readonly possible: typeof ROOM_FAULTS };
    readonly own: { readonly now: RoomFault | null; readonly possible: typeof ROOM_FAULTS };
    readonly mail: { readonly now: MailFault | null; readonly possible: typeof MAIL_FAULTS };
  };
  readonly mail: {
    readonly letters: readonly (Pick<MailLetter, 'id' | 'to' | 'from' | 'subject' | 'arrivedAt' | 'text'> & {
      /** The names of its files. */
      readonly files: readonly string[];
      /** Where one POST stops such mails. */
      readonly unsubscribe: string | undefined;
    })[];
    /** What Google would have sent by itself. */
    readonly invitations: readonly (Pick<Google['mails'][number], 'to' | 'kind'> & { readonly title: string })[];
    /** What stands in Google's calendar. */
    readonly events: readonly { readonly id: string; readonly title: string; readonly startsAt: string }[];
  };
  readonly choices: Readonly<Record<string, unknown>>;
}

/** `Moments` as JSON. */
export type PageMoments = { readonly [Name in keyof Moments]: string };

interface House {
  readonly slack: Slack;
  readonly discord: Discord;
  readonly zoom: Pick<Zoom, 'faults'>;
  readonly google: Pick<Google, 'faults' | 'mails' | 'events' | 'edits'>;
  readonly rooms: Pick<Rooms, 'faults'>;
  readonly mail: Pick<Mail, 'faults' | 'letters'>;
  readonly clock: { now(): Date; aheadMs(): number };
  readonly choices: Record<string, unknown>;
  isReady(): boolean;
  moveClock(to: Date): Promise<void>;
  startOver(): Promise<void>;
  moments(): Promise<Moments>;
  /** Calls back after every visible change, until the returned function is called. */
  watch(listener: () => void): () => void;
  choicesChanged(): void;
  /** What belongs to the bot. */
  fallback(request: Request): Response | Promise<Response>;
}

const Choices = z.record(z.string().max(40), z.json());
const Move = z.union([z.object({ byMs: z.number().int().positive() }), z.object({ to: z.iso.datetime() })]);
const Faults = z.object({
  zoom: z.enum(ZOOM_FAULTS).nullish(),
  google: z.enum(GOOGLE_FAULTS).nullish(),
  jitsi: z.enum(ROOM_FAULTS).nullish(),
  own: z.enum(ROOM_FAULTS).nullish(),
  mail: z.enum(MAIL_FAULTS).nullish(),
});
const Edit = z.object({ event: z.string(), to: z.enum(['deleted', 'later']) });
const Time = z.object({ dateTime: z.string() });
const Event = z.object({ id: z.string(), summary: z.string().default(''), status: z.string(), start: Time, end: Time });
const HOUR_MS = 3_600_000;
const HEARTBEAT_MS = 20_000;

/** The page at `/` and what it asks for below `/sandbox`; every other path goes to the bot. */
export async function createPageServer(house: House): Promise<(request: Request) => Response | Promise<Response>> {
  const { slack, discord, zoom, google, rooms, mail, clock, choices } = house;
  const assets = await createAssets();
  const act = createActs(slack, discord);
  const app = new Hono();

  const refused = (c: Context) =>
    c.text(`The sandbox is used only from its own page on this machine, such as http://localhost.`, 403);
  app.use('/', async (c, next) => (isForThisMachine({ host: c.req.header('host') }) ? next() : refused(c)));
  app.use('/sandbox/*', async (c, next) => {
    const [host, origin, site] = ['host', 'origin', 'sec-fetch-site'].map((name) => c.req.header(name));
    return isOurs({ host, origin, site }) ? next() : refused(c);
  });
  // What goes wrong is said in the words that the person would be shown.
  app.onError((error, c) => {
    const isForm = error instanceof z.ZodError || error instanceof SyntaxError;
    return c.json(
      { error: isForm ? 'The page sent something that the sandbox does not understand.' : error.message },
      422,
    );
  });

  app.get('/', () => assets.page());
  app.get('/sandbox/page/*', async (c) => (await assets.file(c.req.path)) ?? c.notFound());

  app.get('/sandbox/state', (c) => {
    const chosen = (chat: 'slack' | 'discord', people: readonly { id: string }[]) => {
      const asked = [c.req.query(chat), choices[chat]].find((id) => people.some((person) => person.id === id));
      return String(asked ?? people[0]?.id);
    };
    return c.json({
      now: clock.now().toISOString(),
      aheadMs: clock.aheadMs(),
      isReady: house.isReady(),
      slack: {
        isConnected: slack.connected() > 0,
        appUserId: slack.app.userId,
        people: slack.people.map((person) => shown(person, unreadInSlack(slack.screen(person.id)))),
        screen: slack.screen(chosen('slack', slack.people)),
      },
      discord: {
        isConnected: discord.isConnected(),
        people: discord.people.map((person) => shown(person, unreadInDiscord(discord.screen(person.id)))),
        screen: discord.screen(chosen('discord', discord.people)),
      },
      faults: {
        zoom: { now: zoom.faults.current() ?? null, possible: ZOOM_FAULTS },
        google: { now: google.faults.current() ?? null, possible: GOOGLE_FAULTS },
        jitsi: { now: rooms.faults.current('jitsi') ?? null, possible: ROOM_FAULTS },
        own: { now: rooms.faults.current('own') ?? null, possible: ROOM_FAULTS },
        mail: { now: mail.faults.current() ?? null, possible: MAIL_FAULTS },
      },
      mail: { letters: mail.letters().map(onPage), invitations: invitationsOf(google), events: eventsOf(google) },
      choices,
    } satisfies PageState);
  });

  app.get('/sandbox/events', (c) =>
    streamSSE(c, async (stream) => {
      let wake = () => {};
      let hasNews = true;
      const unwatch = house.watch(() => {
        hasNews = true;
        wake();
      });
      stream.onAbort(() => {
        unwatch();
        wake();
      });
      while (!stream.aborted) {
        const event = hasNews ? 'changed' : 'quiet';
        hasNews = false;
        await stream.writeSSE({ event, data: '' });
        if (hasNews) continue;
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, HEARTBEAT_MS);
          wake = () => {
            clearTimeout(timer);
            // Changes come in bursts: one message may change a screen three times.
            setTimeout(resolve, 10);
          };
        });
      }
    }),
  );

  app.post('/sandbox/act', async (c) => {
    const asked = await c.req.json();
    try {
      return c.json({ result: (await act(asked)) ?? null });
    } catch (error) {
      // A chat that says no is part of the play: the page shows it to whoever acted.
      if (!(error instanceof Error) || error instanceof z.ZodError) throw error;
      return c.json({ error: error.message });
    }
  });
  app.get('/sandbox/moments', async (c) => c.json(await house.moments()));
  app.post('/sandbox/clock', async (c) => {
    const move = Move.parse(await c.req.json());
    await house.moveClock(new Date('to' in move ? move.to : clock.now().getTime() + move.byMs));
    return c.json({ result: null });
  });
  app.post('/sandbox/start-over', async (c) => {
    await house.startOver();
    return c.json({ result: null });
  });
  app.post('/sandbox/faults', async (c) => {
    const wanted = Faults.parse(await c.req.json());
    if (wanted.zoom !== undefined) zoom.faults.set(wanted.zoom ?? undefined);
    if (wanted.google !== undefined) google.faults.set(wanted.google ?? undefined);
    if (wanted.mail !== undefined) mail.faults.set(wanted.mail ?? undefined);
    for (const house of ['jitsi', 'own'] as const)
      if (wanted[house] !== undefined) rooms.faults.set(house, wanted[house] ?? undefined);
    return c.json({ result: null });
  });
  // As a person would do it in Google Calendar itself.
  app.post('/sandbox/calendar', async (c) => {
    const { event, to } = Edit.parse(await c.req.json());
    const found = Event.parse(google.events().find(({ id }) => id === event));
    const later = (text: string) => new Date(Date.parse(text) + HOUR_MS).toISOString();
    google.edits(event, to === 'deleted' ? to : { start: later(found.start.dateTime), end: later(found.end.dateTime) });
    return c.json({ result: null });
  });
  app.post('/sandbox/choices', async (c) => {
    Object.assign(choices, Choices.parse(await c.req.json()));
    house.choicesChanged();
    return c.json({ result: null });
  });

  app.notFound((c) => house.fallback(c.req.raw));
  return (request) => app.fetch(request);
}

function shown<Person extends { readonly id: string }>(person: Person, unread: number): Shown<Person> {
  return { ...person, ...(CAST[person.id] ?? { role: 'learner', zone: 'UTC' }), unread };
}

function onPage({ id, to, from, subject, arrivedAt, text, files, headers }: MailLetter) {
  const unsubscribe = /<(.*)>/.exec(headers['list-unsubscribe'] ?? '')?.[1];
  return { id, to, from, subject, arrivedAt, text, files: files.map(({ name }) => name), unsubscribe };
}

function invitationsOf({ mails, events }: Pick<Google, 'mails' | 'events'>) {
  const titles = new Map(events().map((event) => [event['id'], String(event['summary'] ?? '')]));
  return mails.map(({ to, kind, event }) => ({ to, kind, title: titles.get(event) ?? '' }));
}

function eventsOf({ events }: Pick<Google, 'events'>) {
  return events().flatMap((one) => {
    const event = Event.safeParse(one).data;
    const isThere = event !== undefined && event.status !== 'cancelled';
    return isThere ? [{ id: event.id, title: event.summary, startsAt: event.start.dateTime }] : [];
  });
}

/** What a person is alerted of: direct messages, and channels that are not for everybody. */
function unreadInSlack({ conversations }: SlackScreen): number {
  return conversations.reduce((sum, { kind, unread }) => sum + (kind === 'channel' ? 0 : unread), 0);
}

function unreadInDiscord({ dm, servers }: DiscordScreen): number {
  const fromBot = servers
    .flatMap(({ channels }) => channels)
    .filter(({ messages }) => messages.at(-1)?.author.bot && !messages.at(-1)?.ephemeral);
  return [dm, ...fromBot].reduce((sum, { unread }) => sum + unread, 0);
}

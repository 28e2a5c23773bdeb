import { createCalendarWriter } from '../../src/calendar/writer.ts';
import type { Chat } from '../../src/conversation/chat.ts';
import { DmClosed } from '../../src/conversation/chat.ts';
import type { Message } from '../../src/conversation/message.ts';
import { plain } from '../../src/conversation/say.ts';
import { createAvailabilities } from '../../src/core/calendar/availabilities.ts';
import { createClosures } from '../../src/core/calendar/closures.ts';
import { createForeignCalendars } from '../../src/core/calendar/foreign.ts';
import { createKeeping } from '../../src/core/calendar/keeping.ts';
import { createRules } from '../../src/core/community/rules.ts';
import { createGroups } from '../../src/core/groups/groups.ts';
import { createOffices } from '../../src/core/groups/offices.ts';
import { createPolls } from '../../src/core/groups/polls.ts';
import { OPEN_REQUESTS } from '../../src/core/limits.ts';
import type { Mailer } from '../../src/core/mail.ts';
import { createRooms } from '../../src/core/meeting/rooms.ts';
import { createFeedback } from '../../src/core/outcome/feedback.ts';
import type { Owed } from '../../src/core/owing/port.ts';
import { createAddresses } from '../../src/core/people/addresses.ts';
import { createDepartures } from '../../src/core/people/departures.ts';
import { createDrafts } from '../../src/core/people/drafts.ts';
import { createFeeds } from '../../src/core/people/feeds.ts';
import { createOffers } from '../../src/core/people/offers.ts';
import { createRights } from '../../src/core/people/rights.ts';
import { createSettings } from '../../src/core/people/settings.ts';
import { createTemplates } from '../../src/core/people/templates.ts';
import { createSeries } from '../../src/core/series/create-series.ts';
import { createHelpNow } from '../../src/core/session/help-now.ts';
import { createRecording } from '../../src/core/session/recording.ts';
import { createSessions } from '../../src/core/session/sessions.ts';
import { createWaitlist } from '../../src/core/watch/waitlist.ts';
import { notices } from '../../src/features/notices.ts';
import type { SystemDeps } from '../../src/features/shared/deps.ts';
import { createPost } from '../../src/work/post.ts';
import { freshDatabase } from '../database.ts';
import { NOW } from '../store/some.ts';

const nowhere = () => Promise.reject(new Error('there is no platform here'));

/** What carries messages, with chats that keep what they are given. */
export async function createPostStage(mailer?: Mailer) {
  const { store, database, queued, drop } = await freshDatabase('embedded');
  const clock = () => NOW;
  const deps: SystemDeps = {
    store,
    clock,
    sessions: createSessions(store, clock),
    series: createSeries(store, clock, OPEN_REQUESTS),
    feedback: createFeedback(store, clock),
    recording: createRecording(store, clock),
    groups: createGroups(store, clock),
    polls: createPolls(store, clock),
    rights: createRights(store, clock),
    offices: createOffices(store, clock),
    templates: createTemplates(store),
    drafts: createDrafts(store, clock),
    rooms: createRooms(store, clock),
    offers: createOffers(store),
    availabilities: createAvailabilities(store, clock),
    keeping: createKeeping(store, clock),
    closures: createClosures(store, clock, 'UTC'),
    readHolidays: () => undefined,
    helpNow: createHelpNow(store, clock),
    waitlist: createWaitlist(store, createSessions(store, clock), clock),
    settings: createSettings(store),
    rules: createRules(store),
    addresses: createAddresses(store, clock, true),
    feeds: createFeeds(store),
    foreignCalendars: createForeignCalendars(store, clock),
    calendars: createCalendarWriter({ name: 'Tutorline', address: 'tutoring@school.example' }),
    canAskGoogle: false,
    canMail: true,
    platforms: [{ id: 'jitsi', name: 'Jitsi', tutorMustLogIn: false }],
    meetings: { roomLink: async () => 'https://meet.example/room', hostLink: nowhere, reports: async () => [] },
    reminderLeads: [],
    defaultZone: 'UTC',
    publicUrl: undefined,
    leadsInside: async () => false,
    pictures: { week: async () => new Uint8Array() },
  };
  const screen = new Map<string, string>();
  const faults: object[] = [];
  const closed = new Set<string>();
  /** What happens while a message is on its way. */
  const meanwhile: (() => Promise<void>)[] = [];
  const put = async (channel: string, message: Message) => {
    await meanwhile.shift()?.();
    const messageId = `m${screen.size + 1}`;
    screen.set(`${channel} ${messageId}`, titleOf(message));
    return { channel, messageId };
  };
  const chat = (id: string): Chat => ({
    id,
    namedSpaces: async () => [],
    sendDm: (account, message) => {
      if (closed.has(account.name)) throw new DmClosed('cannot_dm');
      return put(`${id} ${account.name}`, message);
    },
    sendToChannel: (to, message) => put(to.channel, message),
    linkTo: ({ channel, messageId }) => `${channel}/${messageId}`,
    edit: async ({ channel, messageId }, message) => void screen.set(`${channel} ${messageId}`, titleOf(message)),
    start: async () => {},
    refuse: () => {},
    stop: async () => {},
    underWay: () => 0,
    isConnected: () => true,
    troubles: () => [],
  });
  const chats = new Map(['slack', 'discord'].map((id) => [id, chat(id)]));
  const log = { info: () => {}, warn: () => {}, error: (data: object) => void faults.push(data) };
  const { accountLeft } = createDepartures(store, { at: async () => undefined }, deps.clock);
  const post = createPost(deps, notices, chats, accountLeft, mailer, log);

  return {
    ...post,
    store,
    database,
    queued,
    drop,
    closed,
    faults,
    meanwhile,
    /** The titles on everybody's screen. */
    screen: () => [...screen].map(([place, title]) => `${place.replace(/ m\d+$/, '')}: ${title}`),
    /** Owes messages, and gives back the ids of their deliveries. */
    owe: async (...owed: Owed[]): Promise<readonly string[]> => {
      const before = queued.length;
      await store.transaction((tx) => tx.owe(owed, NOW));
      return queued.slice(before).flatMap((job) => (job.name === 'deliver' ? [job.data.delivery] : []));
    },
  };
}

export type PostStage = Awaited<ReturnType<typeof createPostStage>>;

function titleOf({ title, text = [] }: Message): string {
  return plain(title ?? text, (at) => at.toISOString());
}

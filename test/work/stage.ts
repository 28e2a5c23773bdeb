import { createCalendarWriter } from '../../src/calendar/writer.ts';
import type { Chat } from '../../src/conversation/chat.ts';
import { DmClosed } from '../../src/conversation/chat.ts';
import type { Message } from '../../src/conversation/message.ts';
import { plain } from '../../src/conversation/say.ts';
import { createCommunities } from '../../src/core/community/communities.ts';
import { createSettingUp } from '../../src/core/community/setting-up.ts';
import { createCore } from '../../src/core/create-core.ts';
import type { Mailer } from '../../src/core/mail.ts';
import type { Owed } from '../../src/core/owing/port.ts';
import { createDepartures } from '../../src/core/people/departures.ts';
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
    ...createCore(store, clock, { defaultZone: 'UTC', canMail: true }),
    clock,
    readHolidays: async () => undefined,
    settingUp: createSettingUp(store, createCommunities(store, clock), clock),
    tryChannel: async () => undefined,
    calendars: createCalendarWriter({ name: 'Tutorline', address: 'tutoring@school.example' }),
    canAskGoogle: false,
    canMail: true,
    platforms: [{ id: 'jitsi', name: 'Jitsi', tutorMustLogIn: false }],
    meetings: { roomLink: async () => 'https://meet.example/room', hostLink: nowhere, reports: async () => [] },
    reminderLeads: [],
    defaultZone: 'UTC',
    boardOf: () => undefined,
    publicUrl: undefined,
    leadsInside: async () => false,
    pictures: {
      week: async () => new Uint8Array(),
      bars: async () => new Uint8Array(),
      statement: async () => new Uint8Array(),
    },
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
    deps,
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

import { describe, expect, test } from 'vitest';
import { createCalendarWriter } from '../src/calendar/writer.ts';
import { readId as readDiscordId } from '../src/chat/discord/ids.ts';
import { render as renderForDiscord } from '../src/chat/discord/render.ts';
import { DEEDS } from '../src/chat/menu-of-deeds.ts';
import { readId as readSlackId } from '../src/chat/slack/ids.ts';
import { render as renderForSlack } from '../src/chat/slack/render.ts';
import { createReception } from '../src/conversation/create-reception.ts';
import type { RawInput } from '../src/conversation/handler.ts';
import { en } from '../src/conversation/languages/en/words.ts';
import type { Message, Text } from '../src/conversation/message.ts';
import { USUAL_RULES } from '../src/core/calendar/hours.ts';
import { createCommunities } from '../src/core/community/communities.ts';
import { USUAL_RULES as NO_RULES } from '../src/core/community/rules.ts';
import { createSettingUp } from '../src/core/community/setting-up.ts';
import { createCore } from '../src/core/create-core.ts';
import { may } from '../src/core/may/may.ts';
import { type Act, TABLE } from '../src/core/may/table.ts';
import { mayDo } from '../src/core/may/tasks.ts';
import { APPROVED } from '../src/core/moderation/applications.ts';
import type { Actor } from '../src/core/people/person.ts';
import { ALARM_KINDS } from '../src/core/session/alarms.ts';
import type { Session } from '../src/core/session/session.ts';
import type { OrganizationReads, Store } from '../src/core/store.ts';
import { fullCard } from '../src/features/cards/full-card.ts';
import { joinCard } from '../src/features/cards/join-card.ts';
import { handlers } from '../src/features/index.ts';
import { notices } from '../src/features/notices.ts';
import { sessionSection } from '../src/features/session/session-section.ts';
import type { Deps } from '../src/features/shared/deps.ts';
import { type Reader, readerOf, viewOf } from '../src/features/shared/reader.ts';
import { MOMENTS, PEOPLE, personWho, type Somebody, STATES, sessionFor } from './core/any-session.ts';
import { findAll } from './world/human.ts';

/** Shown before it is possible, and for as long as it will be: pressed too early they say when. */
const SHOWN_EARLY: readonly string[] = ['join'];

/** What is found out by the clock or a platform, or follows from somebody's coming: there is no button for it. */
const WITHOUT_BUTTON: readonly Act[] = ['host', 'call-off', ...ALARM_KINDS];

/** What a press carries besides the session; the handler is called like the act. */
const PRESSES = {
  confirm: { platform: 'zoom' },
  'confirm-all': { platform: 'zoom' },
  'choose-platform': { choice: 'jitsi' },
  decline: { reason: 'No time' },
  nudge: {},
  decide: { outcome: 'took-place' },
  move: { when: '2026-03-20T17:00[UTC]' },
  reopen: { reason: 'By mistake' },
  propose: { when: '2026-03-20T17:00[UTC]' },
  'take-time': { at: '2026-03-08T17:00:00.000Z' },
  'refuse-times': {},
  'withdraw-times': {},
  'hand-over': {},
  'hand-to': { tutor: 'ada', platform: 'ask' },
  coming: {},
  late: { minutes: '10' },
  cancel: { reason: 'Ill' },
  'new-link': {},
  'other-platform': { choice: 'jitsi' },
  'own-link': { url: 'https://rooms.example.org/mine' },
  'make-again': {},
  record: { agrees: 'yes' },
  join: {},
  tick: { item: 'sound' },
  end: { sure: 'yes' },
  rate: { rating: '5' },
  'not-held': { missing: 'tutor' },
  'book-again': {},
  enrol: {},
  leave: {},
  'take-out': { learner: 'learner' },
  announce: {},
  repeat: { every: 'week', long: '10' },
  'move-rest': { when: '2026-03-20T17:00[UTC]' },
  aims: {},
  note: { text: 'Read chapter three' },
  message: { text: 'Is it on page 3?' },
  messages: {},
} as const satisfies Partial<Record<Act, RawInput>>;
const PRESSED = Object.keys(PRESSES) as (keyof typeof PRESSES)[];

/** The messages that have buttons about a session, and which of the acts each of them offers. */
const CARDS = {
  session: [
    'confirm',
    'confirm-all',
    'choose-platform',
    'decline',
    'move',
    'propose',
    'hand-over',
    'hand-to',
    'late',
    'take-time',
    'refuse-times',
    'withdraw-times',
    'cancel',
    'new-link',
    'other-platform',
    'record',
    'join',
    'end',
    'rate',
    'not-held',
    'book-again',
    'repeat',
    'move-rest',
    'find-another',
    'aims',
    'note',
    'message',
    'messages',
    'complaint',
    'decide',
    'reopen',
  ],
  'whoever has entered': ['tick', 'end'],
  'link wanted': ['own-link', 'make-again'],
  'recording asked': ['record'],
  'still coming': ['coming'],
  'moderation channel': ['nudge', 'confirm', 'hand-to', 'decline'],
  dispute: ['decide'],
  list: ['see'],
  'group session': ['enrol', 'leave', 'take-out', 'announce'],
} as const satisfies Record<string, readonly Act[]>;

/** The card of a session offers these only to those who were asked. */
const FOR_THE_ASKED: readonly Act[] = ['confirm-all', 'choose-platform'];

test('every act is offered somewhere', () => {
  const offered = new Set<Act>([...Object.values(CARDS).flat(), ...WITHOUT_BUTTON]);
  expect(offered).toEqual(new Set(Object.keys(TABLE)));
});

describe.each(PEOPLE)('%s', (somebody) => {
  test.each(STATES)('%s: the buttons are what is possible, and nothing else is done', async (state) => {
    for (const [moment, at] of Object.entries(MOMENTS)) {
      const session = sessionFor(somebody, state);
      const stage = setStage(somebody, session, new Date(at));
      const context = `${somebody}, ${state}, ${moment}`;
      await showsWhatIsPossible(stage, context);
      await refusesTheRest(stage, context);
    }
  });
});

test('a stranger cannot tell whether there is a session', async () => {
  const there = setStage('stranger', sessionFor('stranger', 'confirmed'), new Date(MOMENTS.door));
  for (const act of [...PRESSED, 'see'] as const) {
    const press = (session: string) => there.press(act, { session });
    expect(await press('nowhere'), act).toEqual(await press(there.session.id));
  }
});

test('without a room there is no way in, and the tutor can give one', async () => {
  for (const somebody of ['learner', 'tutor', 'admin'] as const)
    for (const state of ['confirmed', 'started'] as const)
      for (const [moment, at] of Object.entries(MOMENTS)) {
        const stage = setStage(somebody, sessionFor(somebody, state, { meeting: undefined }), new Date(at));
        await showsWhatIsPossible(stage, `${somebody}, ${state}, ${moment}`);
        await refusesTheRest(stage, `${somebody}, ${state}, ${moment}`);
        const wanted = await stage.delivery('link-wanted');
        for (const shown of shownIn(wanted))
          expect(new Set(shown), moment).toEqual(
            new Set(CARDS['link wanted'].filter((act) => stage.verdict(act).isAllowed)),
          );
      }
});

test('that it did not take place is said once, and a rating is changed', async () => {
  const session = sessionFor('learner', 'ended');
  const participants = session.participants.map((one) => ({ ...one, claim: 'took-place' as const }));
  const stage = setStage('learner', { ...session, participants }, new Date(MOMENTS.over));
  for (const shown of shownIn(await stage.card()))
    expect(shown).toEqual(['rate', 'book-again', 'aims', 'note', 'message', 'repeat', 'complaint']);
});

test('what is disputed is for admins to decide, on its card in the moderation channel and in the session', async () => {
  const session = sessionFor('learner', 'ended');
  const participants = session.participants.map((one) => ({ ...one, outcome: 'disputed' as const }));
  for (const somebody of PEOPLE) {
    const stage = setStage(somebody, { ...session, participants }, new Date(MOMENTS['days-3']));
    await showsWhatIsPossible(stage, somebody);
    await refusesTheRest(stage, somebody);
    for (const shown of shownIn(await stage.delivery('disputed', readerWho('admin'))))
      expect(new Set(shown)).toEqual(new Set(['decide']));
  }
});

test('other times can be taken or refused by one side, and taken back by the other', async () => {
  const day = 24 * 60 * 60_000;
  for (const by of ['learner', 'tutor'] as const)
    for (const state of ['requested', 'confirmed', 'declined', 'expired'] as const)
      for (const somebody of PEOPLE) {
        const at = MOMENTS['two-days'];
        const times = [new Date(PRESSES['take-time'].at), new Date(MOMENTS.start + 2 * day)];
        const session = sessionFor(somebody, state, { proposal: { by, at: new Date(at), times } });
        if (session.tutor === undefined) continue;
        const stage = setStage(somebody, session, new Date(at + day - 1));
        await showsWhatIsPossible(stage, `${somebody}, ${state}, suggested by the ${by}`);
        await refusesTheRest(stage, `${somebody}, ${state}, suggested by the ${by}`);
      }
});

type Stage = ReturnType<typeof setStage>;

async function showsWhatIsPossible(stage: Stage, context: string): Promise<void> {
  const { session, verdict } = stage;
  if (verdict('see').isAllowed) {
    const expected = CARDS.session.filter((act) => {
      const said = FOR_THE_ASKED.includes(act) ? stage.verdictOfTheAsked(act) : verdict(act);
      // Which platform can record is known when there is a room.
      if (act === 'record' && !session.meeting) return false;
      // Where something can be written, what was written stands beside it.
      if (act === 'messages' && verdict('message').isAllowed) return false;
      if (said.isAllowed) return act !== 'confirm-all' || stage.waiting.length > 1;
      return SHOWN_EARLY.includes(act) && said.code === 'too-early' && session.meeting !== undefined;
    });
    for (const shown of shownIn(await stage.card())) expect(new Set(shown), context).toEqual(new Set(expected));
    for (const shown of shownIn(await stage.entry()))
      for (const act of shown)
        expect(verdict(act === 'open' ? 'see' : (act as Act)).isAllowed, `${act}: ${context}`).toBe(true);
  }
  const isOn = session.state === 'confirmed' || session.state === 'started';
  if (isOn && session.meeting && stage.isInIt)
    for (const shown of shownIn(await stage.entered()))
      expect(new Set(shown), context).toEqual(
        new Set(CARDS['whoever has entered'].filter((act) => verdict(act).isAllowed)),
      );
  if (stage.isInIt)
    for (const shown of shownIn(await stage.delivery('recording-asked')))
      expect(new Set(shown), context).toEqual(
        new Set(CARDS['recording asked'].filter((act) => verdict(act).isAllowed)),
      );
  if (session.state === 'requested')
    for (const shown of shownIn(await stage.delivery('unanswered', readerWho('admin'))))
      expect(new Set(shown), context).toEqual(
        new Set(
          CARDS['moderation channel'].filter((act) => may(personWho('admin'), act, session, stage.now).isAllowed),
        ),
      );
}

/** Pressed all the same, by an old button or a forged one. */
async function refusesTheRest(stage: Stage, context: string): Promise<void> {
  const { writes, faults } = stage;
  for (const act of [...PRESSED, 'see'] as const) {
    const verdict = stage.verdict(act);
    writes.length = 0;
    const { reply, opened } = await stage.press(act);
    if (verdict.isAllowed) {
      expect(stage.refusals, `${act}: ${context}`).not.toContainEqual(reply);
    } else {
      // What is for admins is refused to others before anything is looked for.
      const { code, data } = stage.mayTry(act) ? verdict : ({ code: 'only-admins', data: {} } as const);
      const words = en.refusals[code] as (data: unknown, zone: undefined) => Text;
      expect(reply, `${act}: ${context}`).toEqual(sentence(words(data, undefined)));
      expect(writes, `${act}: ${context}`).toEqual([]);
      if (opened.kind !== 'nothing-to-ask') expect(opened, `${act}: ${context}`).toEqual({ kind: 'reply', reply });
    }
  }
  expect(faults, context).toEqual([]);
}

type Pressable = {
  action_id?: string;
  custom_id?: string;
  options?: readonly { value: string }[];
};

/** The handlers of the buttons and menus of a message, in each chat; of menus of deeds those of each option. */
function shownIn(message: Message | undefined): readonly (readonly string[])[] {
  if (!message) return [];
  const at = { locale: 'en-US', zone: undefined, now: new Date(MOMENTS.asked) };
  const inSlack = findAll<Pressable>(renderForSlack(message, at).blocks, (one) => 'action_id' in one);
  const inDiscord = findAll<Pressable>(
    JSON.parse(JSON.stringify(renderForDiscord(message, at).components)),
    (one) => 'custom_id' in one,
  );
  const handlersIn = (found: readonly Pressable[], read: (id: string) => { handler: string } | undefined) =>
    found.flatMap(({ action_id, custom_id = action_id ?? '', options = [] }) => {
      const handler = read(custom_id)?.handler;
      return handler === DEEDS ? options.map(({ value }) => read(value)?.handler) : [handler];
    });
  return [handlersIn(inSlack, readSlackId), handlersIn(inDiscord, readDiscordId)].map((shown) => acts(shown));
}

function sentence(text: Text) {
  return { kind: 'private', message: { text } };
}

/** Looking for another tutor is two buttons, and neither is about the session any more. */
function acts(shown: readonly (string | undefined)[]): readonly string[] {
  return shown
    .filter((one) => one !== undefined && one !== '-' && one !== 'book')
    .map((one) => (one === 'tutors' ? 'find-another' : String(one)));
}

function readerWho(is: Somebody): Reader {
  return readerOf(actorWho(is));
}

function actorWho(is: Somebody): Actor {
  const known = {
    space: 'T1',
    userId: `U-${is}`,
    name: is,
    locale: 'en-US',
    dmChannel: 'D1',
    dmClosed: undefined,
    homeOpenedAt: undefined,
  };
  return { ...personWho(is), account: { id: is, person: is, chat: 'slack', ...known } };
}

/** The whole of the features on a store that holds one session, and notes what would be written. */
function setStage(somebody: Somebody, session: Session, now: Date) {
  const clock = () => now;
  const writes: string[] = [];
  const faults: object[] = [];
  // The tutor has two requests of the learner before them, of which this is one.
  const waiting = session.state === 'requested' && session.tutor ? [session, { ...session, id: 'another' }] : [];
  const store = storeOf([session, ...waiting], writes);
  const none = async () => undefined;
  const deps: Deps = {
    store: store.of(personWho(somebody).person.organization),
    ...createCore(store, clock, { defaultZone: 'UTC', canMail: true }),
    clock,
    readHolidays: async () => undefined,
    settingUp: createSettingUp(store, createCommunities(store, clock), clock),
    tryChannel: async () => undefined,
    calendars: createCalendarWriter({ name: 'Tutorline', address: 'tutoring@school.example' }),
    canAskGoogle: false,
    canMail: true,
    platforms: [
      { id: 'zoom', name: 'Zoom', tutorMustLogIn: false, records: 'by-itself' },
      { id: 'jitsi', name: 'Jitsi', tutorMustLogIn: true },
    ],
    meetings: { roomLink: async () => 'https://meet.example.org/in', hostLink: none, reports: async () => [] },
    reminderLeads: [60],
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
  const log = { info: () => undefined, warn: () => undefined, error: (data: object) => void faults.push(data) };
  const by = actorWho(somebody);
  const reader = readerOf(by);
  const reception = createReception({
    quickness: () => undefined,
    handlers,
    commands: [],
    depsFor: () => deps,
    log,
    recognise: async () => by,
    recall: none,
    left: none,
    removed: none,
    there: none,
    home: async () => ({}),
    help: () => ({}),
    typed: async () => ({}),
    given: async () => ({}),
    keep: async () => 'draft',
    kept: async () => ({}),
    shown: none,
    refresh: none,
  });
  const view = () => viewOf(session, reader, deps);
  const verdict = (act: Act) => may(by, act, session, now);
  return {
    session,
    now,
    waiting,
    writes,
    faults,
    verdict,
    /** The press, and the dialog that comes before it where there is one. */
    press: async (act: keyof typeof PRESSES | 'see', more: RawInput = {}) => {
      const handler = act === 'see' ? 'open' : act;
      const carried = { session: session.id, version: String(session.version) };
      const input = { ...carried, ...(act === 'see' ? {} : PRESSES[act]), ...more };
      const reply = await reception.run(by, handler, input);
      return { reply, opened: await reception.open(by, handler, input, 'missing') };
    },
    mayTry: (act: string) => {
      const task = handlers[act]?.task;
      return task === undefined || mayDo(by, task);
    },
    verdictOfTheAsked: (act: Act) => may({ ...by, isAdmin: false }, act, session, now),
    isInIt: session.participants.some((one) => one.person === by.person.id),
    card: async () => fullCard(await view(), deps),
    entry: async () => ({ sections: [sessionSection(await view(), deps)] }),
    entered: () => joinCard({ session, reader, now, people: new Map(), together: [] }, deps),
    /** What such a message says to somebody whom it has not reached yet. */
    delivery: async (kind: 'disputed' | 'unanswered' | 'link-wanted' | 'recording-asked', to = reader) =>
      notices[kind].render(
        await viewOf(session, to, deps),
        { data: {}, isShown: false, isMail: false, card: async () => 'https://chat.example/card' },
        deps,
      ),
    /** What `may` can say against something in this state, but for times. */
    refusals: [
      en.refusals['moved-on']({ state: session.state }, undefined),
      en.refusals['no-such-session']({}, undefined),
      en.refusals['passed-over']({ isTaken: session.tutor !== undefined }, undefined),
      en.refusals['not-yours']({}, undefined),
      en.refusals['only-admins']({}, undefined),
      en.refusals['too-late']({}, undefined),
      en.refusals.changed({}, undefined),
      en.refusals['in-already']({}, undefined),
      en.refusals['not-in']({}, undefined),
      en.refusals['rating-closed']({}, undefined),
      en.refusals['no-meeting-yet']({}, undefined),
      en.refusals['times-over']({}, undefined),
    ].map(sentence),
  };
}

/** What is asked about sessions and people; everything else is a write, which is noted and succeeds. */
function storeOf(sessions: readonly Session[], writes: string[]): Store {
  const find = async (id: string) => sessions.find((one) => one.id === id);
  const people = PEOPLE.map((is) => personWho(is).person);
  const tutor = {
    bio: '',
    subjects: ['Algebra'],
    lengths: [60],
    defaultPlatform: undefined,
    weeklyHours: [],
    exceptions: [],
    rules: USUAL_RULES,
    ownRoom: undefined,
    platformAccount: undefined,
    isPaused: false,
    ratingSum: 0,
    ratingCount: 0,
    answerMinutes: [],
    application: APPROVED,
  };
  const reads = {
    session: find,
    lockSession: find,
    sessions: async ({ states }) => sessions.filter(({ state }) => states?.includes(state)).slice(0, 2),
    person: async (id) => people.find((one) => one.id === id),
    people: async () => new Map(people.map((one) => [one.id, one])),
    contacts: async () => new Map(people.map((one) => [one.id, { person: one, accounts: [] }])),
    tutor: async (id) => {
      const person = people.find((one) => one.id === id);
      return id === 'tutor' && person ? { ...tutor, person } : undefined;
    },
    apartFrom: async () => new Set<string>(),
    busy: async () => [],
    around: async () => ({ held: [], taught: [], closures: [] }),
    openRequests: async () => [],
    tutors: async () => [],
    rules: async () => NO_RULES,
    stays: async () => [],
    aims: async () => [],
    openAims: async () => [],
    relayedIn: async () => [],
    auditOf: async () => [],
  } satisfies Partial<Store> &
    Partial<OrganizationReads> &
    Pick<Parameters<Parameters<Store['transaction']>[0]>[0], 'lockSession'>;
  const store: Store = new Proxy({} as Store, {
    get: (_, name) => {
      if (name === 'of')
        return (one: string) =>
          storeOf(
            sessions.filter(({ organization }) => organization === one),
            writes,
          );
      if (name === 'transaction') return (work: (tx: unknown) => unknown) => work(store);
      if (name in reads) return reads[name as keyof typeof reads];
      return async (before: unknown, patch: unknown) => {
        writes.push(String(name));
        // A step gives the session as it is then.
        return name === 'changeSession' ? { ...(before as Session), ...(patch as Partial<Session>) } : true;
      };
    },
  });
  return store;
}

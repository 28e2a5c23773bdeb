import { afterEach, expect, test } from 'vitest';
import { createCalendarWriter } from '../../src/calendar/writer.ts';
import { maySee } from '../../src/core/may/may.ts';
import { TABLE } from '../../src/core/may/table.ts';
import { NOTICE_KINDS, type NoticeKind } from '../../src/core/owing/kinds.ts';
import { sessionSubject } from '../../src/core/owing/subject.ts';
import { createObservers } from '../../src/core/people/observers.ts';
import type { Session, SessionState } from '../../src/core/session/session.ts';
import { handlers } from '../../src/features/index.ts';
import { notices } from '../../src/features/notices.ts';
import type { RenderDeps } from '../../src/features/shared/deps.ts';
import { readerOf } from '../../src/features/shared/reader.ts';
import { createRender } from '../../src/work/render.ts';
import type { Human } from '../world/human.ts';
import { books } from '../world/pairs.ts';
import { createWorld, type World } from '../world/world.ts';

let world: World;
afterEach(() => world.stop());

/** What people can be to the session, in both chats. Who is an admin is one too. */
const PARTIES = {
  learner: ['lena'],
  'the tutor who got it': ['theo'],
  'a tutor who was asked': ['ada', 'camila'],
  'a tutor who declined': ['jonas'],
  'who observes the learner': ['mateo'],
  'somebody else': ['noor', 'lucia'],
  'an admin': ['grace', 'priya'],
} as const satisfies Record<string, readonly (keyof World)[]>;
type Party = keyof typeof PARTIES;

/** Who may know of it, written down once more. */
const MAY_SEE: Readonly<Record<SessionState, readonly Party[]>> = {
  requested: ['learner', 'the tutor who got it', 'a tutor who was asked', 'who observes the learner', 'an admin'],
  confirmed: ['learner', 'the tutor who got it', 'who observes the learner', 'an admin'],
  started: ['learner', 'the tutor who got it', 'who observes the learner', 'an admin'],
  ended: ['learner', 'the tutor who got it', 'who observes the learner', 'an admin'],
  // It was called off after Theo had confirmed it.
  cancelled: ['learner', 'the tutor who got it', 'who observes the learner', 'an admin'],
  // Nobody had it: to all tutors it is nothing any more.
  expired: ['learner', 'who observes the learner', 'an admin'],
  declined: ['learner', 'who observes the learner', 'an admin'],
};

/** What stands in moderation channels alone. */
const FOR_ADMINS: readonly string[] = ['unanswered', 'disputed', 'low-rating'];

const DATA: Partial<Record<NoticeKind, object>> = {
  moved: { from: 0 },
  'booked-for': { by: 'somebody', admin: 'Somebody' },
  reopened: { by: 'somebody', name: 'Somebody', at: 0, reason: '' },
  confirmed: { at: 0 },
  link: { by: 'tutorline', at: 0 },
  'other-left': { name: 'Who is gone' },
  'times-proposed': { by: 'somebody', at: 0, times: [0] },
  'times-refused': { by: 'somebody' },
  'times-lapsed': { by: 'somebody' },
  message: { message: 'none' },
  files: { message: 'none' },
  observed: { what: 'confirmed', at: 0, count: 1, of: 'somebody' },
  late: { by: 'somebody', minutes: 10, at: 0 },
  'handed-over': { name: 'Who has it now' },
  'still-coming': { at: 0 },
  silent: { at: 0 },
  decided: { by: 'somebody', name: 'Who decided' },
  calendar: { sequence: 1, at: 0 },
  group: { by: 'somebody' },
  enrolled: { wasWaiting: false },
  'not-announced': { chat: 'slack' },
  recording: { url: 'https://rooms.example.org/recording-of-it' },
};

/** Everything that would give the session away. */
function tracesOf(session: Session): readonly string[] {
  return [
    session.id,
    'Lena Vogel',
    'Quadratic equations',
    session.startsAt.toISOString(),
    'recording-of-it',
    ...session.participants.map(({ joinToken }) => joinToken),
    ...(session.meeting ? [session.meeting.url] : []),
  ];
}

async function surfacesOf(human: Human, isAdmin: boolean, session: Session): Promise<Record<string, string>> {
  const { reception, store } = world.app;
  const by = await world.actor(human, isAdmin);
  const shown: Record<string, unknown> = {
    upcoming: await reception.run(by, 'sessions', { which: 'upcoming' }),
    past: await reception.run(by, 'sessions', { which: 'past' }),
    home: await reception.home(by),
    'all sessions': await reception.run(by, 'tutoring-sessions', {}),
    'all past sessions': await reception.run(by, 'tutoring-sessions', { which: 'past' }),
    'an old Open': await reception.run(by, 'open', { session: session.id }),
    typed: await reception.typed(by, 'my sessions'),
  };
  // Whom one can meet is no secret: what for is.
  // Whom one can meet is no secret, nor when tutors are free.
  for (const [name, { suggest = {} }] of Object.entries(handlers))
    for (const field of Object.keys(suggest))
      shown[`${name}.${field}`] = (await reception.suggest(by, name, field, '', {})).filter(
        ({ label, value }) => label !== 'Lena Vogel' && value !== session.startsAt.toISOString(),
      );
  const matter = await store.matter(sessionSubject(session.id));
  const render = createRender(notices, depsOf() as never, world.app.chats);
  const kinds = Object.entries(NOTICE_KINDS).flatMap(([kind, about]) =>
    about === 'session' && !FOR_ADMINS.includes(kind) ? [kind as NoticeKind] : [],
  );
  for (const kind of kinds)
    for (const messageId of [undefined, 'shown'])
      shown[`${kind}, ${messageId ? 'on the screen' : 'to be sent'}`] = await render.message(
        {
          id: 'one',
          kind,
          to: { person: by.person.id },
          about: sessionSubject(session.id),
          data: DATA[kind] ?? {},
          messageId,
        } as never,
        matter,
        { ...readerOf(by), isAdmin: false },
      );
  return Object.fromEntries(Object.entries(shown).map(([name, one]) => [name, JSON.stringify(one) ?? '']));
}

/** What cards are rendered with, as in the app. */
function depsOf(): RenderDeps {
  const platforms = [{ id: 'jitsi', name: 'Jitsi', tutorMustLogIn: true }];
  const calendars = createCalendarWriter({ name: 'Tutorline', address: 'tutoring@school.example' });
  const rest = {
    boardOf: () => undefined,
    publicUrl: world.origin,
    defaultZone: 'UTC',
    reminderLeads: [60],
    calendars,
  };
  return { store: world.app.store, clock: world.now, platforms, ...rest } as never;
}

async function walk(state: SessionState): Promise<void> {
  await world.settled();
  const [session] = await world.app.store.sessions({ states: [state] });
  if (!session) throw new Error(`no session is ${state}`);
  const everybody = Object.entries(PARTIES).flatMap(([party, names]) =>
    names.map((name) => ({ party: party as Party, name })),
  );
  await Promise.all(everybody.map(({ party, name }) => check(session, party, name)));
}

async function check(session: Session, party: Party, name: (typeof PARTIES)[Party][number]): Promise<void> {
  const human = world[name];
  const isAdmin = party === 'an admin';
  const sees = MAY_SEE[session.state].includes(party);
  const by = await world.actor(human, isAdmin);
  const context = `${party} (${name}), ${session.state}`;
  expect(maySee(by, session), context).toBe(sees);
  const surfaces = await surfacesOf(human, isAdmin, session);
  if (sees) {
    expect(surfaces['an old Open'], context).not.toContain('can’t find that session');
    expect(`${surfaces['upcoming']}${surfaces['past']}`.includes(session.id), context).toBe(
      !isAdmin && party !== 'who observes the learner',
    );
    return;
  }
  const traces = tracesOf(session);
  for (const [surface, shown] of Object.entries(surfaces))
    for (const trace of traces) expect(shown.includes(trace), `${trace} in ${surface}: ${context}`).toBe(false);
  // What is on their screen was written anew, too: nothing of it can be pressed or read.
  expect(human.reads(), context).not.toMatch(/Lena Vogel|Quadratic equations/);
  const { id, version } = session;
  const carried = {
    session: id,
    version: String(version),
    platform: 'jitsi',
    choice: 'jitsi',
    agrees: 'yes',
    seen: '',
  };
  const typed = { rating: '1', missing: 'tutor', item: 'sound', url: 'https://rooms.example.org/mine' };
  for (const act of Object.keys(TABLE)) {
    const reply = JSON.stringify(await world.app.reception.run(by, act, { ...carried, ...typed }));
    for (const trace of traces) expect(reply.includes(trace), `${act}: ${context}`).toBe(false);
  }
}

/** An admin sets him for Lena, and he agrees. */
async function letMateoObserve(): Promise<void> {
  const observers = createObservers(world.app.store, world.now);
  const [lena, mateo, grace] = [
    await world.actor(world.lena),
    await world.actor(world.mateo),
    await world.actor(world.grace, true),
  ];
  const known = await world.app.store.observersOf(mateo.person.id);
  if (known.length > 0) return;
  const { id } = await observers.ask(grace, lena.person.id, mateo.person.id);
  await observers.agree(mateo, id);
}

/** Everybody who teaches algebra is asked. */
async function ask(when: string): Promise<void> {
  await letMateoObserve();
  const { lena, theo, ada, jonas, camila } = world;
  await books(lena, 'Any tutor', when);
  await Promise.all([theo, ada, jonas, camila].map((tutor) => tutor.waitsFor(/Lena Vogel/)));
  await world.settled();
}

const pressesDecline = async (human: Human) => {
  await human.presses(/^(Decline|Rechazar)$/);
  await human.waitsFor('dialog: ');
  await human.fills({});
};

test('who may see a session sees it, and nobody else learns of it: while it is asked for, planned and called off', async () => {
  world = await createWorld();
  const { lena, theo, jonas } = world;
  await ask('2026-12-11 16:00');
  await pressesDecline(jonas);
  await walk('requested');
  await theo.presses('Confirm');
  await lena.waitsFor(/\/j\//);
  await walk('confirmed');
  await lena.presses('Cancel');
  await lena.waitsFor('dialog: Cancel');
  await lena.fills({ reason: 'Ill' });
  await walk('cancelled');
  expect(world.faults).toEqual([]);
});

test('while it is under way, and when it is over', async () => {
  world = await createWorld();
  const { lena, theo, jonas } = world;
  await ask('2026-12-01 16:00');
  await pressesDecline(jonas);
  await theo.presses('Confirm');
  await lena.waitsFor(/\/j\//);
  const [confirmed] = await world.app.store.sessions({ states: ['confirmed'] });
  if (!confirmed) throw new Error('nothing is confirmed');
  await world.moveTo(confirmed.startsAt.getTime() - 60_000);
  await lena.presses('Join');
  await theo.presses('Join');
  await lena.waitsFor('Open the room');
  await theo.waitsFor('Open the room');
  await world.moveTo(confirmed.startsAt);
  await walk('started');
  await world.moveTo(confirmed.endsAt.getTime() + 15 * 60_000);
  await walk('ended');
  expect(world.faults).toEqual([]);
});

test('when it came to nothing', async () => {
  world = await createWorld();
  const { lena, theo, ada, jonas, camila } = world;
  await ask('2026-12-03 16:00');
  for (const tutor of [theo, ada, jonas, camila]) await pressesDecline(tutor);
  await lena.waitsFor('No tutor could take it');
  await walk('declined');
  await ask('2026-12-10 16:00');
  await world.moveTo(world.now().getTime() + 48 * 3_600_000);
  await lena.waitsFor('Nobody answered in time');
  await walk('expired');
  expect(world.faults).toEqual([]);
});

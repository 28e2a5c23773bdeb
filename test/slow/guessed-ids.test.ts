import { afterEach, expect, test } from 'vitest';
import { z } from 'zod';
import { newId } from '../../src/core/id.ts';
import type { Actor } from '../../src/core/people/person.ts';
import { handlers } from '../../src/features/index.ts';
import { filled } from '../store/filled.ts';
import { booked, NOW, someCommunity, someone } from '../store/some.ts';
import { someInput } from '../world/some-input.ts';
import { createWorld, type World } from '../world/world.ts';

const MINUTE = 60_000;
const THEIRS = 'college';
/** Ids that Discord could have: the bot writes there. */
const CHANNEL = '1100000000000000001';
const TWIN = '1100000000000000002';
const CHATS = ['slack', 'discord'] as const;

let world: World;
afterEach(() => world.stop());

/** Tables of whose rows people hold the ids, by the fields that carry them. Any other field is tried with all of these. */
const CARRIED: Readonly<Record<string, readonly string[]>> = {
  session: ['session'],
  series: ['series'],
  tutor: ['person'],
  person: ['person'],
  learner: ['person'],
  applicant: ['person'],
  like: ['session'],
  continues: ['series', 'session'],
  watch: ['watch'],
  help: ['help_wanted'],
  office: ['office'],
  poll: ['poll'],
  message: ['relayed'],
  files: ['given_file'],
  aim: ['aim'],
  complaint: ['complaint'],
  link: ['link'],
  calendar: ['foreign_calendar'],
  into: ['subject'],
  credits: ['credit_package'],
  programme: ['programme'],
  pair: ['pair'],
  id: ['template'],
};
const KINDS = [...new Set(Object.values(CARRIED).flat())];
/** What people type or what a chat calls its own: no id of ours. */
const TYPED = new Set(
  (
    'when zone note subject reason text address account bio hours subjects lengths places times whom room change ' +
    'agenda questions a0 a1 a2 a3 a4 code name aliases pairs file sessions ahead weekly open late day days until from ' +
    'comment notes missing what most url seen seen-following seen-all channel group tutors email reminders language ' +
    'month period minutes before after aDay aWeek long every outside repeat skip moved turn stop time places free'
  ).split(' '),
);
/** What goes with an id, so that a handler gets as far as it can. */
const REST: Readonly<Record<string, string>> = {
  version: '1',
  platform: 'jitsi',
  when: '2026-03-09T10:00:00Z',
  url: 'https://rooms.example.org/x',
  missing: 'tutor',
  rating: '5',
  minutes: '5',
  reason: 'x',
  subject: 'Algebra',
  sessions: '2',
  from: '2026-03-09',
  until: '2026-03-10',
  day: '2026-03-09',
  days: '2026-03-20',
  time: '0',
};
/** What is looked at before the id itself is: it has to be their own. */
const BESIDE: Readonly<Record<string, string>> = { files: 'session' };
/** Whoever does what they can to one of these has it no more, or changes nothing that they are answered. */
const ENDS = ['calendar', 'files', 'help', 'link', 'pair', 'watch'];

type Ids = ReadonlyMap<string, readonly string[]>;

async function tables(): Promise<readonly string[]> {
  const rows: readonly { name: string }[] = await world.database.prisma.$queryRaw`
    SELECT table_name::text AS name FROM information_schema.columns
    WHERE table_schema = current_schema() AND column_name = 'id' AND data_type = 'text' ORDER BY 1`;
  return rows.map(({ name }) => name);
}

async function idsOf(names: readonly string[]): Promise<Ids> {
  const all = new Map<string, readonly string[]>();
  for (const name of names) {
    const rows: readonly { id: string }[] = await world.database.prisma.$queryRawUnsafe(`SELECT id FROM "${name}"`);
    all.set(
      name,
      rows.map(({ id }) => id),
    );
  }
  return all;
}

/** All rows that name one of these ids. What was only typed does not count, nor what the bot finds out of the chats meanwhile. */
async function rowsWith(ids: readonly string[]): Promise<readonly string[]> {
  const { prisma } = world.database;
  const named: readonly { name: string }[] = await prisma.$queryRaw`
    SELECT table_name::text AS name FROM information_schema.tables
    WHERE table_schema = current_schema() AND table_type = 'BASE TABLE' ORDER BY 1`;
  const found: string[] = [];
  for (const { name } of named.filter((one) => one.name !== 'draft')) {
    const rows: readonly { row: string }[] = await prisma.$queryRawUnsafe(
      `SELECT to_jsonb(t)::text AS row FROM "${name}" t`,
    );
    found.push(
      ...rows.flatMap(({ row }) =>
        ids.some((id) => row.includes(id)) && !row.includes('"chat-trouble"') ? [`${name} ${row}`] : [],
      ),
    );
  }
  return found.sort();
}

/** What is still to be done something with: a learner waits, needs help, has sent a file, is one person in two chats. */
async function alive(organization: string, learner: string, tutor: string): Promise<string> {
  const { store } = world.app;
  const later = new Date(NOW.getTime() + 1000 * MINUTE);
  const after = new Date(later.getTime() + 60 * MINUTE);
  const whose = { organization, person: learner, subject: 'Algebra' };
  const twin = await someone(store, 'Twin', { organization, chat: 'discord', userId: TWIN });
  const session = await booked(store, learner, tutor, { organization, startsAt: later, endsAt: after });
  await store.of(organization).transaction(async (tx) => {
    await tx.addHelpWanted({ ...whose, id: newId(), askedAt: NOW, lapsesAt: later, session: undefined });
    const waits = { askedAt: NOW, until: later, lookAt: later, offer: undefined, within: undefined };
    await tx.addWatch({ ...whose, ...waits, id: newId(), tutor, lengthMinutes: 60 });
    const file = { id: newId(), name: 'a.txt', type: 'text/plain', bytes: new Uint8Array([65]) };
    await tx.keepFiles(learner, [file], NOW, 9);
    const elsewhere = { address: 'https://calendar.example.org/b.ics', name: 'calendar.example.org' };
    const unread = { etag: undefined, readAt: undefined, failing: undefined };
    await tx.addForeignCalendar({ id: newId(), person: learner, ...elsewhere, ...unread }, later);
    const programme = newId();
    await tx.putProgramme({
      ...{ id: programme, organization, name: 'Spring', subject: 'Algebra', everyDays: 7, endedAt: undefined },
      ...{ from: '2026-03-01', until: '2026-06-30', createdBy: tutor, createdAt: NOW },
    });
    const agreed = { since: NOW, nudgedAt: undefined, toldAt: undefined, endedAt: undefined };
    await tx.addPair({ id: newId(), programme, learner, tutor, ...agreed }, later);
    await tx.linkPeople({ id: newId(), kept: learner, gone: twin, at: NOW });
  });
  return session.id;
}

/** Another organization with something of everything. */
async function fill(): Promise<{
  readonly ids: Ids;
  readonly its: Awaited<ReturnType<typeof filled>>;
  /** Of Lena and Theo, in which they can write to each other. */
  readonly talk: string;
}> {
  world = await createWorld({ at: NOW });
  await world.settled();
  const names = await tables();
  const before = await idsOf(names);
  const its = await filled(world.app.store, THEIRS);
  const talk = await alive(THEIRS, its.learner, its.tutor);
  const theirs = { id: 'college-d', space: 'college-d', organization: THEIRS, moderationChannel: CHANNEL };
  await someCommunity(world.app.store, 'discord', theirs);
  // Nobody is there to be written to.
  await world.database.prisma.delivery.deleteMany();
  const after = await idsOf(names);
  const ids = new Map(
    [...after].map(([name, all]) => [name, all.filter((id) => before.get(name)?.includes(id) !== true)]),
  );
  return { ids, its, talk };
}

async function enter(chat: string, organization: string, space: string, isAdmin: boolean): Promise<Actor> {
  const channel = chat === 'discord' && { moderationChannel: CHANNEL };
  if (organization !== THEIRS)
    await someCommunity(world.app.store, chat, { id: newId(), space, organization, ...channel });
  // What is known of communities is asked anew.
  await world.moveTo(world.now().getTime() + 2 * MINUTE);
  const sighting = { chat, space, userId: 'UOTTO', name: 'Otto', locale: 'en-US' };
  const by = await world.app.reception.recognise(sighting, isAdmin);
  if (!by) throw new Error('the organization is not known');
  await world.settled();
  return by;
}

/** Everything that they are answered to this, without what is drawn by lot. */
async function answers(by: Actor, name: string, input: Readonly<Record<string, string>>, id: string): Promise<string> {
  const { reception } = world.app;
  const said = [await reception.submit(by, name, input)] as unknown[];
  if (reception.hasForm(name)) said.push(await reception.open(by, name, input, 'missing'));
  return JSON.stringify(said)
    .replaceAll(id, '#')
    .replaceAll(/\b[0-9a-v]{26}\b/g, '*');
}

/** All fields of a handler that an id could stand in, each with the tables whose ids it is tried with. */
function fieldsOf(name: string, all: readonly string[]): readonly (readonly [string, readonly string[]])[] {
  const { input } = handlers[name] ?? {};
  const shape = input instanceof z.ZodObject ? input.shape : {};
  const takesIds = Object.keys(shape).filter((field) => {
    const read = (shape[field] as z.ZodType).safeParse('of nobody');
    const said: unknown = read.success && Array.isArray(read.data) ? read.data[0] : read.data;
    return said === 'of nobody' && !TYPED.has(field);
  });
  return [
    ['draft', ['draft']] as const,
    ...takesIds.filter((field) => field !== 'draft').map((field) => [field, CARRIED[field] ?? all] as const),
  ];
}

interface Told {
  readonly name: string;
  readonly field: string;
  readonly table: string;
  readonly told: string;
  readonly guessed: string;
}

/** What a handler is asked with. `session`: one of theirs. */
function inputOf(name: string, field: string, id: string, session: string): Readonly<Record<string, string>> {
  const { draft: _, ...whole } = { ...someInput(handlers[name]?.input ?? z.object({})), ...REST };
  const beside = BESIDE[field];
  return { ...whole, ...(beside === undefined ? {} : { [beside]: session }), [field]: id };
}

/** Whatever is answered otherwise than a guess. */
async function toldApart(by: Actor, ids: Ids, session: string): Promise<readonly Told[]> {
  const found: Told[] = [];
  for (const name of Object.keys(handlers))
    for (const [field, from] of fieldsOf(name, KINDS)) {
      const ask = (id: string) => answers(by, name, inputOf(name, field, id, session), id);
      const guess = () => ask(`guess ${newId()}`);
      await guess(); // what they do to what is theirs they have done
      const guessed = await guess();
      for (const table of from)
        for (const id of (ids.get(table) ?? []).slice(0, 2)) {
          const told = await ask(id);
          if (told !== guessed && told !== (await guess())) found.push({ name, field, table, told, guessed });
        }
    }
  return found;
}

test.each(CHATS)('ids of another organization are like guessed ones, to its admins too: in %s', async (chat) => {
  const { ids } = await fill();
  const by = await enter(chat, 'elsewhere', 'TELSEWHERE', true);
  const offer = { bio: '', subjects: ['Algebra'], lengths: [60], weeklyHours: [], isPaused: false };
  const rest = { defaultPlatform: 'jitsi', ownRoom: undefined, platformAccount: undefined };
  await world.app.store.transaction((tx) => tx.saveOffer(by.person, { ...offer, ...rest }));
  // They have the same themself.
  const tutor = await someone(world.app.store, 'Theo', { organization: 'elsewhere' });
  const talk = await alive('elsewhere', by.person.id, tutor);
  const all = [...ids.values()].flat();
  const before = await rowsWith(all);
  expect(await toldApart(by, ids, talk)).toEqual([]);
  expect(await rowsWith(all)).toEqual(before);
});

/** What everybody of an organization may know of: its people, what is taught, when it is closed, what all can come to. */
const PUBLIC = ['organization', 'person', 'subject', 'closure', 'office', 'community'];

test.each(CHATS)('nor can a stranger of the same organization tell what there is: in %s', async (chat) => {
  const { ids, its } = await fill();
  const by = await enter(chat, THEIRS, chat === 'slack' ? THEIRS : 'college-d', false);
  const open = (await world.app.store.sessions({})).filter(({ capacity }) => capacity > 1).map(({ id }) => id);
  const secret = [...ids].flatMap(([table, all]) =>
    PUBLIC.includes(table) ? [] : [[table, all.filter((id) => !open.includes(id))] as const],
  );
  const all = secret.flatMap(([, those]) => those);
  expect(all).toContain(its.session);
  const before = await rowsWith(all);
  const talk = (await booked(world.app.store, by.person.id, its.tutor, { organization: THEIRS })).id;
  expect(await toldApart(by, new Map(secret), talk)).toEqual([]);
  expect(await rowsWith(all)).toEqual(before);
});

test('nor read what others wrote by naming a session of their own', async () => {
  const { ids, its } = await fill();
  const by = await enter('slack', THEIRS, THEIRS, false);
  const { id: session } = await booked(world.app.store, by.person.id, its.tutor, { organization: THEIRS });
  const open = async (message: string) =>
    JSON.stringify(await world.app.reception.open(by, 'complain-about', { message, session }, 'missing'));
  const [message = ''] = ids.get('relayed') ?? [];
  expect(await open(message)).not.toContain('Hello');
  const lena = await owner('U-Lena');
  const theirs = await world.app.reception.open(lena, 'complain-about', { message }, 'missing');
  expect(JSON.stringify(theirs)).toContain('Hello');
});

async function rowOf(id: string): Promise<string | undefined> {
  return (await rowsWith([id])).find((row) => row.includes(`"id": "${id}"`));
}

async function owner(userId: string): Promise<Actor> {
  const sighting = { chat: 'slack', space: THEIRS, userId, name: userId.slice(2), locale: 'en-US' };
  const by = await world.app.reception.recognise(sighting, userId === 'U-Theo');
  if (!by) throw new Error('nobody');
  return by;
}

const OWNERS = ['U-Theo', 'U-Lena'];

test('while those whose they are are answered something else, of each of them', async () => {
  const { ids, talk } = await fill();
  await enter('slack', THEIRS, THEIRS, true);
  const kinds = new Set<string>();
  for (const userId of OWNERS)
    for (const { table } of await toldApart(await owner(userId), ids, talk)) kinds.add(table);
  // Of the others see below.
  const ends = ENDS.flatMap((field) => CARRIED[field] ?? []);
  const others = [...KINDS.filter((kind) => !ends.includes(kind)), 'draft'];
  expect(others.filter((kind) => !kinds.has(kind))).toEqual([]);
});

test('and what is theirs to end is changed by them alone', async () => {
  const done: string[] = [];
  let isBegun = false;
  for (const field of ENDS)
    for (const name of Object.keys(handlers).filter((one) => fieldsOf(one, KINDS).some(([is]) => is === field)))
      for (const userId of OWNERS) {
        // The one before; the last one is stopped after it all.
        if (isBegun) await world.stop();
        isBegun = true;
        const { ids, talk } = await fill();
        const stranger = await enter('slack', THEIRS, THEIRS, false);
        const own = await booked(world.app.store, stranger.person.id, stranger.person.id, { organization: THEIRS });
        const by = await owner(userId);
        for (const table of CARRIED[field] ?? [])
          for (const id of ids.get(table) ?? []) {
            const guess = `guess ${newId()}`;
            const guessed = await answers(by, name, inputOf(name, field, guess, talk), guess);
            const before = await rowOf(id);
            await answers(stranger, name, inputOf(name, field, id, own.id), id);
            expect(await rowOf(id), `${name} by a stranger`).toEqual(before);
            const told = await answers(by, name, inputOf(name, field, id, talk), id);
            const isChanged = (await rowOf(id)) !== before;
            if (told !== guessed) done.push(`${name}: ${userId} reads something else`);
            if (isChanged) done.push(`${name}: ${userId} changes it`);
          }
      }
  const both = (name: string, userId: string) => [
    `${name}: ${userId} changes it`,
    `${name}: ${userId} reads something else`,
  ];
  // What is over already is answered as what is over now: pressed twice it is done once.
  expect([...new Set(done)].sort()).toEqual([
    ...both('end-pair', 'U-Theo'),
    ...both('give-files', 'U-Lena'),
    ...both('now-help', 'U-Theo'),
    'now-stop: U-Lena changes it',
    'remove-calendar: U-Lena changes it',
    'remove-calendar: U-Theo changes it',
    ...both('unlink', 'U-Theo'),
    ...both('waitlist-days', 'U-Lena'),
    'waitlist-leave: U-Lena changes it',
  ]);
});

import { expect, test } from 'vitest';
import { USUAL_RULES } from '../../src/core/community/rules.ts';
import { sessionSubject } from '../../src/core/owing/subject.ts';
import type { OrganizationReads, Store } from '../../src/core/store.ts';
import { at, booked, NOW, someCommunity, someone, someParticipant, someSession } from './some.ts';
import { onEveryDatabase } from './with-database.ts';

const OFFER = { bio: '', subjects: ['Algebra'], lengths: [60], weeklyHours: [], isPaused: false };
const SERIES = {
  zone: 'UTC',
  first: '2026-03-02T17:00',
  every: 'week',
  times: 2,
  size: 2,
  createdAt: NOW,
  goesOnBy: undefined,
  goesOnIn: undefined,
  proposal: undefined,
  proposalUntil: undefined,
} as const;
const NO_ROOM = { defaultPlatform: undefined, ownRoom: undefined, platformAccount: undefined };

/** What an organization has of everything: a learner, a tutor, their session, and all that hangs on them. */
async function filled(store: Store, organization: string) {
  const community = (await someCommunity(store, 'slack', { id: organization, organization, space: organization })).id;
  const learner = await someone(store, 'Lena', { organization });
  const tutor = await someone(store, 'Theo', { organization });
  const apart = await someone(store, 'Otto', { organization });
  const session = (await booked(store, learner, tutor, { organization })).id;
  await booked(store, learner, tutor, { organization, state: 'ended' });
  const draft = `draft of ${organization}`;
  const series = `series of ${organization}`;
  await store.of(organization).transaction(async (tx) => {
    const person = await tx.person(tutor);
    if (!person) throw new Error('nobody');
    await tx.saveOffer(person, { ...OFFER, ...NO_ROOM, subjects: ['Algebra', `Lore of ${organization}`] });
    await tx.addSeries({ ...SERIES, id: series, organization, createdBy: learner });
    const inSeries = { id: series, ordinal: 1, size: 2, answerBy: NOW };
    await tx.addSession(someSession(learner, tutor, { organization, series: inSeries, state: 'ended' }));
    await tx.hold(tutor, { why: 'session', id: session }, at('17:00'), at('18:00'));
    await tx.setFreeUntil(tutor, at('23:00'));
    const wanted = { id: `help ${organization}`, organization, person: learner, subject: 'Algebra' };
    await tx.addHelpWanted({ ...wanted, askedAt: NOW, lapsesAt: NOW, session: undefined });
    await tx.addWatch({
      ...{ id: `watch ${community}`, organization, person: learner, tutor, subject: 'Algebra', lengthMinutes: 60 },
      ...{ askedAt: NOW, until: NOW, lookAt: NOW, offer: undefined, within: undefined },
    });
    await tx.addBlock(learner, apart, NOW);
    const told = { organization, complainant: learner, person: tutor, session: undefined, reason: 'Rude' };
    await tx.addComplaint({ id: draft, ...told, madeAt: NOW, state: 'open', decidedBy: undefined });
    const days = { from: '2026-03-01', until: '2026-03-01' };
    await tx.putClosures(organization, [{ id: `closed ${community}`, kind: 'holiday', name: 'Break', ...days }]);
    const none = { platform: undefined, agenda: '', capacity: 1, minimum: 1, questions: [] };
    const asked = { times: [at('17:00'), at('18:00')], isPublic: false, askedAt: NOW, answers: [] };
    const poll = { closedAt: undefined, session: undefined, lengthMinutes: 60, capacity: 2, platform: '' };
    const office = {
      minutes: 15,
      platform: '',
      openedAt: NOW,
      openUntil: at('18:00'),
      closedAt: undefined,
      places: [],
    };
    await tx.addOffice({ id: draft, organization, tutor, subject: 'Essay', ...office });
    await tx.addPoll({ id: draft, organization, tutor, subject: 'Essay', ...asked, ...poll });
    await tx.addStatement({
      ...{ id: draft, organization, tutor, tutorName: 'Theo', fromDay: '2026-03-01', untilDay: '2026-03-31' },
      ...{ zone: 'UTC', madeAt: NOW, madeBy: tutor, code: undefined, minutes: 60, unsettled: 0, lines: [] },
    });
    await tx.saveTemplate({ id: draft, tutor, name: 'Essay', lengthMinutes: 60, ...none });
    await tx.saveDraft({ id: draft, person: learner, handler: 'book', input: {} }, NOW);
    const credits = { id: `package of ${organization}`, organization, person: learner, sessions: 1, left: 0 };
    const granted = { note: '', validUntil: undefined, grantedAt: NOW, grantedBy: tutor };
    await tx.addPackage({ ...credits, ...granted });
    const entry = { package: credits.id, person: learner, at: NOW, step: 1 } as const;
    await tx.addCreditEntries([
      { ...entry, kind: 'granted', amount: 1, session: undefined },
      { ...entry, kind: 'reserved', amount: -1, session },
    ]);
    await tx.addObserver({
      ...{ id: `observer of ${organization}`, organization, learner, observer: tutor, askedBy: learner, askedAt: NOW },
      ...{ confirmedAt: undefined, agreedAt: undefined, endedAt: undefined },
    });
    const programme = `programme of ${organization}`;
    await tx.putProgramme({
      ...{ id: programme, organization, name: 'Autumn', subject: 'Algebra', everyDays: 7, endedAt: undefined },
      ...{ from: '2026-03-01', until: '2026-06-30', createdBy: tutor, createdAt: NOW },
    });
    const unpaired = { since: undefined, nudgedAt: undefined, toldAt: undefined, endedAt: undefined };
    await tx.addPair({ id: `pair of ${organization}`, programme, learner, tutor, ...unpaired }, undefined);
    await tx.putStay(session, { key: 'k', name: 'Lena', email: undefined, joinedAt: NOW, leftAt: undefined });
    await tx.audit({ about: sessionSubject(session), by: 'clock', event: 'nudge', at: NOW });
    await tx.owe([{ kind: 'request', to: { person: tutor }, about: sessionSubject(session) }], NOW);
    const open = {
      capacity: 2,
      state: 'confirmed',
      organization,
      participants: [someParticipant(tutor, 'tutor')],
    } as const;
    await tx.addSession(someSession(learner, tutor, open));
    const elsewhere = { address: 'https://calendar.example.org/a.ics', name: 'calendar.example.org' };
    const unread = { etag: undefined, readAt: undefined, failing: undefined };
    await tx.addForeignCalendar({ id: `elsewhere of ${tutor}`, person: tutor, ...elsewhere, ...unread }, NOW);
    await tx.holdHost(`host of ${organization}`, session, at('17:00'), at('18:00'));
  });
  await store.transaction((tx) => tx.gatherRequests(tutor, `list of ${tutor}`));
  await store.transaction(async (tx) => {
    const late = await tx.lockSession(session);
    if (late) await tx.changeSession(late, { cancelledLate: true, closedBy: learner });
    await tx.changeParticipant(session, learner, { outcome: 'learner-missing' });
  });
  await store.transaction((tx) =>
    tx.addAim({
      ...{ id: `aim ${session}`, organization, learner, tutor, kind: 'goal', text: 'Pass', by: learner },
      ...{ addedAt: NOW, doneAt: undefined, remindAt: undefined },
    }),
  );
  await store.transaction(async (tx) => {
    const written = `written ${session}`;
    const file = { id: `file ${session}`, name: 'a.txt', type: 'text/plain', bytes: new Uint8Array([65]) };
    await tx.addRelayed({ id: written, session, from: learner, text: 'Hello', sentAt: NOW });
    await tx.keepFiles(learner, [file], NOW, 1);
    await tx.giveFiles(learner, [file.id], written);
  });
  await store.transaction((tx) => tx.saveRules(organization, { ...USUAL_RULES, asksComing: true }));
  return { organization, community, learner, tutor, session, draft, series };
}
type Filled = Awaited<ReturnType<typeof filled>>;

/** Every question that can be asked of an organization, with what is somebody's. A new one has to be added here. */
const QUESTIONS: {
  readonly [Name in keyof OrganizationReads]: (store: OrganizationReads, its: Filled) => Promise<unknown>;
} = {
  session: (store, { session }) => store.session(session),
  sessionsOf: (store, { session }) => store.sessionsOf([session]),
  sessions: (store, { learner }) => store.sessions({ person: learner }),
  listed: async (store, { tutor }) => (await store.listed(tutor, `list of ${tutor}`, 9)).sessions,
  series: (store, { series }) => store.series(series),
  sessionsOfSeries: (store, { series }) => store.sessionsOfSeries(series),
  auditOf: async (store, { session }) => (await store.auditOf(sessionSubject(session))).length || undefined,
  report: async (store, { tutor }) =>
    (await store.report(new Date(0), new Date(NOW.getTime() + 1e10))).lines.filter((line) => line.tutor === tutor),
  allSubjects: async (store, { organization }) =>
    (await store.allSubjects()).filter(({ name }) => name === `Lore of ${organization}`),
  auditEntries: async (store, { session }) =>
    (await store.auditEntries({ limit: 999, offset: 0 })).filter(({ about }) => about.id === session),
  haveMet: async (store, { learner, tutor }) => (await store.haveMet(learner, tutor)) || undefined,
  groups: async (store, { tutor }) =>
    (await store.groups({ startsFrom: at('00:00', 1), limit: 9 })).filter((one) => one.tutor === tutor),
  missed: async (store, { learner }) => store.missed(learner, new Date(0)),
  lateCancels: async (store, { learner }) =>
    (await store.lateCancels(new Date(0))).filter(({ person }) => person === learner),
  aim: (store, { session }) => store.aim(`aim ${session}`),
  aims: (store, { learner, tutor }) => store.aims({ learner, tutor }, 9),
  openAims: (store, { learner, tutor }) => store.openAims({ learner, tutor }),
  relayed: (store, { session }) => store.relayed(`written ${session}`),
  relayedIn: (store, { session }) => store.relayedIn(session, 9, 0),
  filesOf: (store, { session }) => store.filesOf(`written ${session}`),
  companions: (store, { tutor }) => store.companions(tutor, 9),
  // Nothing, and nothing of anybody else: how much it is, is shown in `session.test.ts`.
  minutesTaught: async () => undefined,
  openRequests: (store, { learner }) => store.openRequests(learner),
  busy: (store, { learner, tutor }) => store.busy([learner, tutor], at('00:00'), at('23:00')),
  helpWanted: (store, { organization }) => store.helpWanted(`help ${organization}`),
  freeNow: async (store, { tutor }) => [...(await store.freeNow(NOW)).keys()].filter((id) => id === tutor),
  watchesOf: (store, { learner }) => store.watchesOf(learner),
  watchesBefore: async (store, { community, tutor }) =>
    (await store.watchesBefore({ id: '~', organization: community, tutor, subject: 'Algebra' })) || undefined,
  closures: async (store, { community }) => (await store.closures()).filter(({ id }) => id === `closed ${community}`),
  sessionCounts: async (store, { tutor }) => [
    ...(await store.sessionCounts([tutor], at('00:00'), at('23:00'))).values(),
  ],
  around: async (store, { learner, tutor }) => {
    const within = { from: at('00:00'), to: at('23:00'), now: NOW };
    const { held, taught } = await store.around({ people: [learner, tutor], counted: [tutor], ...within });
    return [...held, ...taught];
  },
  person: (store, { learner }) => store.person(learner),
  people: async (store, { learner, tutor }) => [...(await store.people([learner, tutor])).values()],
  contacts: async (store, { learner, tutor }) => [...(await store.contacts([learner, tutor])).values()],
  accounts: (store, { tutor }) => store.accounts(tutor),
  tutor: (store, { tutor }) => store.tutor(tutor),
  office: (store, { draft }) => store.office(draft),
  offices: async (store, { tutor }) => (await store.offices()).filter((one) => one.tutor === tutor),
  poll: (store, { draft }) => store.poll(draft),
  template: (store, { draft }) => store.template(draft),
  templates: (store, { tutor }) => store.templates([tutor]),
  foreignCalendars: (store, { tutor }) => store.foreignCalendars(tutor),
  // Nobody is linked there: `link.test.ts` links some.
  link: async () => undefined,
  statement: (store, { draft }) => store.statement(draft),
  latestStatement: (store, { tutor }) => store.latestStatement(tutor, '2026-03-01', '2026-03-31'),
  complaint: (store, { draft }) => store.complaint(draft),
  apartFrom: async (store, { learner }) => [...(await store.apartFrom(learner))],
  blockedBy: (store, { learner }) => store.blockedBy(learner),
  everythingAbout: (store, { learner }) => store.everythingAbout(learner),
  postbox: (store, { learner }) => store.postbox(learner),
  draft: (store, { draft }) => store.draft(draft),
  latestDraft: (store, { learner }) => store.latestDraft(learner, 'book', new Date(0)),
  stays: (store, { session }) => store.stays(session),
  hostHeldBy: (store, { session }) => store.hostHeldBy(session),
  programme: (store, { organization }) => store.programme(`programme of ${organization}`),
  programmes: async (store, { organization }) =>
    (await store.programmes(9, 0)).filter(({ id }) => id === `programme of ${organization}`),
  pair: (store, { organization }) => store.pair(`pair of ${organization}`),
  pairs: (store, { organization }) => store.pairs(`programme of ${organization}`, 9, 0),
  pairCounts: async (store, { tutor }) => [...(await store.pairCounts([tutor])).values()],
  observer: (store, { organization }) => store.observer(`observer of ${organization}`),
  observersOf: (store, { learner }) => store.observersOf(learner),
  allBlocks: async (store, { learner }) =>
    (await store.allBlocks(NOW, 9, 0)).find((one) => one.kind === 'apart' && one.people.includes(learner)),
  observers: async (store, { learner }) => (await store.observers(9, 0)).filter((one) => one.learner === learner),
  creditPackage: (store, { organization }) => store.creditPackage(`package of ${organization}`),
  packagesOf: (store, { learner }) => store.packagesOf(learner),
  creditHolders: async (store, { learner }) =>
    (await store.creditHolders(NOW, 9, 0)).filter(({ person }) => person.id === learner),
  creditsInUse: (store, { learner }) => store.creditsInUse(learner),
  creditLines: (store, { learner }) => store.creditLines(learner, 9, 0),
  creditPlace: (store, { session, learner }) => store.creditPlace({ id: session }, learner),
  rules: async (store, { organization }) => (await store.rules(organization)).asksComing || undefined,
  community: (store, { community }) => store.community(community),
  communities: async (store, { community }) => (await store.communities()).filter((one) => one.id === community),
  account: async (store, { learner }) => {
    const account = await store.account('slack', 'U-Lena');
    return account?.person === learner ? account : undefined;
  },
  peopleNamed: async (store, { learner }) => (await store.peopleNamed('Lena', 9)).filter((one) => one.id === learner),
  tutors: async (store, { tutor }) => (await store.tutors({})).filter((one) => one.person.id === tutor),
  tutorNames: async (store, { tutor }) => (await store.tutorNames()).filter((one) => one.id === tutor),
  subjects: (store) => store.subjects(),
  // About the platforms of the whole deployment: they are nobody's.
  troubles: async () => undefined,
  lastWebhookAt: async () => undefined,
};
const NOBODYS = ['link', 'minutesTaught', 'troubles', 'lastWebhookAt', 'subjects'];
const GUESSED: Filled = {
  organization: 'o',
  community: 'c',
  learner: 'p',
  tutor: 't',
  session: 's',
  draft: 'd',
  series: 'r',
};

/** The names of the questions to which there is an answer. */
async function answered(store: OrganizationReads, its: Filled): Promise<readonly string[]> {
  const names: string[] = [];
  for (const [name, ask] of Object.entries(QUESTIONS)) {
    const answer = await ask(store, its);
    if (answer !== undefined && !(Array.isArray(answer) && answer.length === 0)) names.push(name);
  }
  return names.filter((name) => !NOBODYS.includes(name));
}
const EVERYTHING = Object.keys(QUESTIONS).filter((name) => !NOBODYS.includes(name));

onEveryDatabase((fresh) => {
  test('of two organizations in one database neither finds anything of the other, by whatever id', async () => {
    const { store } = await fresh();
    const ours = await filled(store, 'school');
    const theirs = await filled(store, 'college');
    const school = store.of('school');
    expect(await answered(school, ours)).toEqual(EVERYTHING);
    expect(await answered(store.of('college'), theirs)).toEqual(EVERYTHING);
    expect(await answered(school, theirs)).toEqual([]);
    expect(await answered(school, GUESSED)).toEqual([]);
    await school.transaction(async (tx) => {
      expect(await answered(tx, ours)).toEqual(EVERYTHING);
      expect(await answered(tx, theirs)).toEqual([]);
    });
  });

  test('nor can it lock anything of the other', async () => {
    const { store } = await fresh();
    const ours = await filled(store, 'school');
    const theirs = await filled(store, 'college');
    await store.of('school').transaction(async (tx) => {
      expect((await tx.lockSession(ours.session))?.id).toBe(ours.session);
      expect(await tx.lockSession(theirs.session)).toBeUndefined();
      expect((await tx.lockSeries(ours.series))?.sessions).toHaveLength(1);
      expect(await tx.lockSeries(theirs.series)).toBeUndefined();
    });
    await store.transaction(async (tx) => expect(await tx.lockSession(theirs.session)).toBeDefined());
  });

  test('a subject is taught where it is taught', async () => {
    const { store } = await fresh();
    await filled(store, 'school');
    await someone(store, 'Otto', { organization: 'college' });
    expect(await store.of('school').subjects()).toEqual(['Algebra', 'Lore of school']);
    expect(await store.of('college').subjects()).toEqual([]);
    expect(await store.of('college').tutors({ subject: 'Algebra' })).toEqual([]);
  });
});

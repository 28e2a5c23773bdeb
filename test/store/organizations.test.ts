import { expect, test } from 'vitest';
import { sessionSubject } from '../../src/core/owing/subject.ts';
import type { OrganizationReads } from '../../src/core/store.ts';
import { type Filled, filled } from './filled.ts';
import { at, NOW, someone } from './some.ts';
import { onEveryDatabase } from './with-database.ts';

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

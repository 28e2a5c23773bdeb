import { expect, test } from 'vitest';
import type { OrganizationReads, Store } from '../../src/core/store.ts';
import { at, booked, NOW, someCommunity, someone } from './some.ts';
import { onEveryDatabase } from './with-database.ts';

const OFFER = { bio: '', subjects: ['Algebra'], lengths: [60], weeklyHours: [], isPaused: false };
const NO_ROOM = { defaultPlatform: undefined, ownRoom: undefined, platformAccount: undefined };

/** What an organization has of everything: a learner, a tutor, their session, and all that hangs on them. */
async function filled(store: Store, organization: string) {
  const community = (await someCommunity(store, 'slack', { id: organization, organization, space: organization })).id;
  const learner = await someone(store, 'Lena', { organization });
  const tutor = await someone(store, 'Theo', { organization });
  const session = (await booked(store, learner, tutor, { organization })).id;
  const draft = `draft of ${organization}`;
  await store.of(organization).transaction(async (tx) => {
    const person = await tx.person(tutor);
    if (!person) throw new Error('nobody');
    await tx.saveOffer(person, { ...OFFER, ...NO_ROOM });
    await tx.hold(tutor, { why: 'session', id: session }, at('17:00'), at('18:00'));
    await tx.saveDraft({ id: draft, person: learner, handler: 'book', input: {} }, NOW);
    await tx.putStay(session, { key: 'k', name: 'Lena', email: undefined, joinedAt: NOW, leftAt: undefined });
    await tx.holdHost(`host of ${organization}`, session, at('17:00'), at('18:00'));
  });
  return { community, learner, tutor, session, draft };
}
type Filled = Awaited<ReturnType<typeof filled>>;

/** Every question that can be asked of an organization, with what is somebody's. A new one has to be added here. */
const QUESTIONS: {
  readonly [Name in keyof OrganizationReads]: (store: OrganizationReads, its: Filled) => Promise<unknown>;
} = {
  session: (store, { session }) => store.session(session),
  sessionsOf: (store, { session }) => store.sessionsOf([session]),
  sessions: (store, { learner }) => store.sessions({ person: learner }),
  busy: (store, { learner, tutor }) => store.busy([learner, tutor], at('00:00'), at('23:00')),
  person: (store, { learner }) => store.person(learner),
  people: async (store, { learner, tutor }) => [...(await store.people([learner, tutor])).values()],
  contacts: async (store, { learner, tutor }) => [...(await store.contacts([learner, tutor])).values()],
  accounts: (store, { tutor }) => store.accounts(tutor),
  tutor: (store, { tutor }) => store.tutor(tutor),
  draft: (store, { draft }) => store.draft(draft),
  stays: (store, { session }) => store.stays(session),
  hostHeldBy: (store, { session }) => store.hostHeldBy(session),
  community: (store, { community }) => store.community(community),
  communities: async (store, { community }) => (await store.communities()).filter((one) => one.id === community),
  account: async (store, { learner }) => {
    const account = await store.account('slack', 'U-Lena');
    return account?.person === learner ? account : undefined;
  },
  peopleNamed: async (store, { learner }) => (await store.peopleNamed('Lena', 9)).filter((one) => one.id === learner),
  tutors: async (store, { tutor }) => (await store.tutors({})).filter((one) => one.person.id === tutor),
  subjects: (store) => store.subjects(),
  // About the platforms of the whole deployment: they are nobody's.
  troubles: async () => undefined,
  lastWebhookAt: async () => undefined,
};
const NOBODYS = ['troubles', 'lastWebhookAt', 'subjects'];
const GUESSED: Filled = { community: 'c', learner: 'p', tutor: 't', session: 's', draft: 'd' };

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
    });
    await store.transaction(async (tx) => expect(await tx.lockSession(theirs.session)).toBeDefined());
  });

  test('a subject is taught where it is taught', async () => {
    const { store } = await fresh();
    await filled(store, 'school');
    await someone(store, 'Otto', { organization: 'college' });
    expect(await store.of('school').subjects()).toEqual(['Algebra']);
    expect(await store.of('college').subjects()).toEqual([]);
    expect(await store.of('college').tutors({ subject: 'Algebra' })).toEqual([]);
  });
});

import { USUAL_RULES } from '../../src/core/community/rules.ts';
import { sessionSubject } from '../../src/core/owing/subject.ts';
import type { Store } from '../../src/core/store.ts';
import { at, booked, NOW, someCommunity, someone, someParticipant, someSession } from './some.ts';

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
export async function filled(store: Store, organization: string) {
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
export type Filled = Awaited<ReturnType<typeof filled>>;

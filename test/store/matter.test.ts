import { expect, test } from 'vitest';
import type { Owed } from '../../src/core/owing/port.ts';
import { sessionSubject } from '../../src/core/owing/subject.ts';
import { newParticipant } from '../../src/core/session/steps.ts';
import { at, booked, NOW, someCommunity, someone } from './some.ts';
import { onEveryDatabase } from './with-database.ts';

onEveryDatabase((fresh) => {
  async function told(
    ask: (about: ReturnType<typeof sessionSubject>, lena: string, community: string) => readonly Owed[],
  ) {
    const { store, queued } = await fresh();
    const [lena, theo] = [await someone(store, 'Lena', { zone: 'Europe/Madrid' }), await someone(store, 'Theo')];
    const { id: community } = await someCommunity(store, 'slack');
    const session = await booked(store, lena, theo, { capacity: 2 });
    const about = sessionSubject(session.id);
    await store.transaction((tx) => tx.owe(ask(about, lena, community), NOW));
    const ids = queued.flatMap((job) => (job.name === 'deliver' ? [job.data.delivery] : []));
    return { store, queued, lena, theo, community, session, about, ids };
  }

  test('what a session is about is known as it is when each part is asked for alone', async () => {
    const { store, theo, lena, session, about } = await told(() => []);
    const noah = await someone(store, 'Noah');
    const madeAt = at('09:00');
    const meeting = { platform: 'zoom', meetingId: '7', url: 'https://zoom.example/7', madeAt };
    await store.transaction(async (tx) => {
      const none = { passcode: undefined, host: undefined, fallback: undefined };
      await tx.setMeeting(session.id, { ...meeting, ...none });
      await tx.decideUntil([session.id], NOW);
      await tx.addParticipant(session.id, { ...newParticipant(noah, 'learner'), joinedAt: NOW });
      const offer = { bio: 'Proofs', subjects: ['Algebra'], lengths: [60], weeklyHours: [], isPaused: false };
      const nowhere = { defaultPlatform: undefined, ownRoom: 'https://theo.example', platformAccount: undefined };
      const person = await tx.person(theo);
      if (person) await tx.saveOffer(person, { ...offer, ...nowhere });
    });
    const people = [lena, theo, noah];
    const matter = await store.matter(about);
    expect(matter.session).toEqual((await store.sessionsOf([session.id]))[0]);
    expect(matter.session?.meeting).toMatchObject(meeting);
    expect(matter.tutor).toEqual(await store.tutor(theo));
    expect(matter.contacts).toEqual(await store.contacts(people));
    expect(matter.people).toEqual(await store.people(people));
    expect(new Set(matter.concerned)).toEqual(new Set(people));
  });

  test('a message is known with who gets it, be it a person or a channel', async () => {
    const { store, lena, community, about, ids } = await told((about, lena, community) => [
      { kind: 'receipt', to: { person: lena }, about },
      { kind: 'unanswered', to: { community }, about },
    ]);
    const [here, there] = await Promise.all([store.owed(ids[0] ?? ''), store.owed(ids[1] ?? '')]);
    expect(here).toMatchObject({ delivery: { kind: 'receipt', to: { person: lena } }, matter: { about } });
    expect([...(here?.matter.communities ?? [])]).toEqual([]);
    expect(there?.delivery).toEqual(await store.delivery(ids[1] ?? ''));
    expect(there?.matter.communities.get(community)).toEqual(await store.community(community));
    expect(await store.owed('nothing')).toBeUndefined();
  });

  test('a message is known with what its reader sees of the session already, what its two aim at, and how many requests wait', async () => {
    const { store, queued, lena, theo, about, ids } = await told((about, lena) => [
      { kind: 'receipt', to: { person: lena }, about },
    ]);
    const [card = ''] = ids;
    await store.arrived(card, { channel: 'D1', messageId: 'm1', shown: 'a', sentAt: NOW });
    const ada = await someone(store, 'Ada');
    const aim = { organization: 'school', tutor: theo, kind: 'goal', text: '', by: theo, addedAt: NOW } as const;
    await store.transaction(async (tx) => {
      for (const [id, learner] of Object.entries({ a: lena, b: lena, c: ada }))
        await tx.addAim({ ...aim, id, learner, doneAt: undefined, remindAt: undefined });
      await tx.changeAim('b', { doneAt: NOW });
      await tx.owe([{ kind: 'request', to: { person: theo }, about }], NOW);
    });
    const waiting = queued.at(-1);
    const owed = waiting?.name === 'deliver' ? await store.owed(waiting.data.delivery) : undefined;
    expect(owed?.waitingRequests).toBe(1);
    expect(owed?.matter.shown?.map(({ id }) => id)).toEqual([card]);
    expect(owed?.matter.openAims.map(({ id }) => id)).toEqual(['a']);
    expect((await store.owed(card))?.waitingRequests).toBe(0);
  });

  test('what is asked at the same time is answered each for itself', async () => {
    const { store, lena, theo, session, about } = await told(() => []);
    const ada = await someone(store, 'Ada');
    const other = await booked(store, ada, theo, { startsAt: at('19:00'), endsAt: at('20:00') });
    const person = { kind: 'person', id: ada } as const;
    const [mine, hers, her, nothing] = await Promise.all([
      store.matter(about),
      store.shown(sessionSubject(other.id)),
      store.matter(person),
      store.matter(sessionSubject('nothing')),
    ]);
    expect([mine.session?.id, hers.matter.session?.id, her.session, nothing.session]).toEqual([
      session.id,
      other.id,
      undefined,
      undefined,
    ]);
    expect([mine.contacts, hers.matter.contacts, her.contacts, nothing.contacts].map((one) => [...one.keys()])).toEqual(
      [[lena, theo], [ada, theo], [ada], []],
    );
  });

  test('messages that arrive at the same time are written down, and whose DMs they came to', async () => {
    const { store, lena, ids } = await told((about, lena) =>
      (['receipt', 'expired', 'declined'] as const).map((kind) => ({ kind, to: { person: lena }, about })),
    );
    const [account] = await store.accounts(lena);
    const [first = '', second = '', third = ''] = ids;
    await Promise.all([
      store.arrived(first, { channel: 'D1', messageId: 'm1', shown: 'a', sentAt: NOW, account: account?.id }),
      store.arrived(second, { channel: 'C1', messageId: 'm2', shown: 'b', sentAt: NOW }),
      store.changeDelivery(third, { fate: 'failed', error: 'no answer' }),
    ]);
    expect(await store.delivery(first)).toMatchObject({ fate: 'sent', channel: 'D1', messageId: 'm1', shown: 'a' });
    expect(await store.delivery(second)).toMatchObject({ fate: 'sent', channel: 'C1', messageId: 'm2', shown: 'b' });
    expect(await store.delivery(third)).toMatchObject({ fate: 'failed' });
    expect((await store.accounts(lena))[0]?.dmChannel).toBe('D1');
  });
});

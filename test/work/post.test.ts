import { afterEach, beforeEach, expect, test } from 'vitest';
import { UnreadableNotice } from '../../src/conversation/notice.ts';
import { sessionSubject } from '../../src/core/owing/subject.ts';
import type { Session } from '../../src/core/session/session.ts';
import { booked, NOW, someCommunity, someone } from '../store/some.ts';
import { createPostStage, type PostStage } from './stage.ts';

let stage: PostStage;
let lena: string;
let theo: string;
let session: Session;
beforeEach(async () => {
  stage = await createPostStage();
  lena = await someone(stage.store, 'Lena', { locale: 'en' });
  theo = await someone(stage.store, 'Theo', { locale: 'en' });
  session = await booked(stage.store, lena, theo);
});
afterEach(() => stage.drop());

const cancel = () =>
  stage.store.transaction(async (tx) => {
    await tx.changeSession(session, { state: 'cancelled', closedBy: theo });
  });

test('a message about a person, a platform or a job reaches the admins of every community', async () => {
  const { store, owe, deliver, screen } = stage;
  const [slack, discord] = [
    await someCommunity(store, 'slack', { moderationChannel: 'C-slack' }),
    await someCommunity(store, 'discord', { moderationChannel: 'C-discord', language: 'es' }),
  ];
  const ids = await owe(
    {
      kind: 'undelivered',
      to: { community: slack.id },
      about: { kind: 'person', id: lena },
      data: { name: 'Lena', chat: 'slack', why: 'cannot_dm' },
    },
    { kind: 'platform-recovered', to: { community: discord.id }, about: { kind: 'platform', id: 'jitsi' } },
    {
      kind: 'dead-letter',
      to: { community: slack.id },
      about: { kind: 'job', id: 'attendance-1' },
      data: { job: 'attendance', why: 'no answer' },
    },
  );
  for (const id of ids) await deliver(id);
  expect(screen()).toEqual([
    'C-slack: I can’t send direct messages to Lena',
    'C-discord: Jitsi vuelve a funcionar',
    'C-slack: I gave up on asking who came',
  ]);
});

test('a message to a channel of a community is written there, and not where its admins are', async () => {
  const { id: community } = await someCommunity(stage.store, 'slack', { moderationChannel: undefined });
  const about = { kind: 'platform', id: 'jitsi' } as const;
  const news = { kind: 'platform-recovered', about } as const;
  const [here = '', admins = ''] = await stage.owe(
    { ...news, to: { community, channel: 'C-general' } },
    { ...news, to: { community } },
  );
  expect((await stage.store.delivery(here))?.to).toEqual({ community, channel: 'C-general' });
  for (const id of [here, admins]) await stage.deliver(id);
  expect(stage.screen()).toEqual(['C-general: Jitsi works again']);
  expect((await stage.store.delivery(admins))?.fate).toBe('dropped');
});

test('a session that changes while a message is under way is told as it is now, by its refresh alone', async () => {
  const about = sessionSubject(session.id);
  const [id = ''] = await stage.owe({ kind: 'receipt', to: { person: lena }, about });
  stage.meanwhile.push(cancel);
  await stage.deliver(id);
  // Refreshes of a session run one after another; a second writer beside them could come last with an older word.
  const refresh = { name: 'refresh', data: { about } };
  expect(stage.queued.at(-1)).toEqual(refresh);
  await stage.refresh(about);
  expect(stage.screen()).toEqual(['slack Lena: Algebra with Theo']);
});

test('what is not true any more is not sent', async () => {
  const [id = ''] = await stage.owe({ kind: 'request', to: { person: theo }, about: sessionSubject(session.id) });
  await cancel();
  await stage.deliver(id);
  expect(stage.screen()).toEqual([]);
  expect((await stage.store.delivery(id))?.fate).toBe('dropped');
});

test('a refresh brings every card about its subject up to date, and no other', async () => {
  const another = await booked(stage.store, lena, theo, { startsAt: NOW, endsAt: new Date(NOW.getTime() + 3_600_000) });
  const ids = await stage.owe(
    { kind: 'receipt', to: { person: lena }, about: sessionSubject(session.id) },
    { kind: 'request', to: { person: theo }, about: sessionSubject(session.id) },
    { kind: 'receipt', to: { person: lena }, about: sessionSubject(another.id) },
  );
  for (const id of ids) await stage.deliver(id);
  await cancel();
  await stage.refresh(sessionSubject(session.id));
  expect(stage.screen()).toEqual([
    'slack Lena: Algebra with Theo',
    'slack Theo: Algebra with Lena',
    'slack Lena: Your request is out',
  ]);
});

test('a card whose data nobody can read is a fault in the log, and the others are brought up to date', async () => {
  const about = sessionSubject(session.id);
  const ids = await stage.owe(
    { kind: 'moved', to: { person: lena }, about, data: { from: 0 } },
    { kind: 'receipt', to: { person: lena }, about },
  );
  for (const id of ids) await stage.deliver(id);
  await stage.database.prisma.delivery.update({ where: { id: ids[0] ?? '' }, data: { data: { since: 'always' } } });
  await cancel();
  await stage.refresh(about);
  expect(stage.screen()).toEqual([
    expect.stringContaining('slack Lena: There is a new time: Algebra with Theo'),
    'slack Lena: Algebra with Theo',
  ]);
  expect(stage.faults).toMatchObject([{ delivery: ids[0], error: expect.any(UnreadableNotice) }]);
});

test('a message of a kind that no notice tells is a job that fails, not one that is forgotten', async () => {
  const [id = ''] = await stage.owe({ kind: 'receipt', to: { person: lena }, about: sessionSubject(session.id) });
  await stage.database.prisma.delivery.update({ where: { id }, data: { kind: 'horoscope' } });
  await expect(stage.deliver(id)).rejects.toThrow(/there is no notice horoscope/);
  expect((await stage.store.delivery(id))?.fate).toBe('queued');
});

test('who takes no DMs is told of to the admins once, and gets what waited when they come back', async () => {
  await someCommunity(stage.store, 'slack');
  const about = sessionSubject(session.id);
  const ids = await stage.owe(
    { kind: 'receipt', to: { person: lena }, about },
    { kind: 'meeting', to: { person: lena }, about },
  );
  stage.closed.add('Lena');
  for (const id of ids) await stage.deliver(id);
  const news = await stage.database.prisma.delivery.findMany({ where: { kind: 'undelivered' } });
  expect(news).toMatchObject([{ subjectKind: 'person', subjectId: lena }]);
  stage.closed.clear();
  await someone(stage.store, 'Lena', { locale: 'en' });
  await stage.retryClosed(lena);
  for (const id of ids) await stage.deliver(id);
  expect(stage.screen()).toHaveLength(2);
});

test('of three reminders that were held while DMs were closed one arrives when they open', async () => {
  const about = sessionSubject(session.id);
  const to = { person: lena } as const;
  await stage.store.transaction((tx) => tx.changeSession(session, { state: 'confirmed' }).then(() => undefined));
  const ids = await stage.owe(
    { kind: 'reminder', to, about, dedupeKey: '1440' },
    { kind: 'reminder', to, about, dedupeKey: '60' },
    { kind: 'reminder', to, about, dedupeKey: '10' },
    { kind: 'receipt', to, about },
  );
  for (const [nr, id] of ids.entries())
    await stage.database.prisma.delivery.update({ where: { id }, data: { owedAt: new Date(NOW.getTime() + nr) } });
  stage.closed.add('Lena');
  for (const id of ids) await stage.deliver(id);
  stage.closed.clear();
  await someone(stage.store, 'Lena', { locale: 'en' });
  await stage.retryClosed(lena);
  for (const id of ids) await stage.deliver(id);
  const fates = await Promise.all(ids.map(async (id) => (await stage.store.delivery(id))?.fate));
  expect(fates).toEqual(['dropped', 'dropped', 'sent', 'sent']);
});

test('of what people wrote while DMs were closed nothing is left out', async () => {
  const about = sessionSubject(session.id);
  const written = ['Bring the book', 'And the ruler'].map((text, nr) => ({ id: `r${nr}`, text }));
  await stage.store.transaction(async (tx) => {
    for (const one of written) await tx.addRelayed({ ...one, session: session.id, from: theo, sentAt: NOW });
  });
  const ids = await stage.owe(
    ...written.map(
      ({ id }) => ({ kind: 'message', to: { person: lena }, about, dedupeKey: id, data: { message: id } }) as const,
    ),
  );
  stage.closed.add('Lena');
  for (const id of ids) await stage.deliver(id);
  stage.closed.clear();
  await someone(stage.store, 'Lena', { locale: 'en' });
  await stage.retryClosed(lena);
  for (const id of ids) await stage.deliver(id);
  const fates = await Promise.all(ids.map(async (id) => (await stage.store.delivery(id))?.fate));
  expect(fates).toEqual(['sent', 'sent']);
});

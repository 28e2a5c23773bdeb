import { expect, test } from 'vitest';
import { createCommunities } from '../../src/core/community/communities.ts';
import { createPurge, createRemovals, isToBeForgotten } from '../../src/core/community/removals.ts';
import { createRights } from '../../src/core/people/rights.ts';
import { LENA } from '../store/some.ts';
import { createStage, DAY, HOUR, START } from './stage.ts';

async function stageWithRemovals() {
  const stage = await createStage();
  const { store, clock } = stage;
  const back: string[] = [];
  const communities = createCommunities(store, clock);
  const isBack = async (person: string) => void back.push(person);
  const removals = {
    ...createRemovals(store, communities, clock, isBack),
    purge: createPurge(store, createRights(store, clock), clock),
  };
  const all = await store.communities();
  const at = (chat: string) => {
    const one = all.find((community) => community.chat === chat);
    if (!one) throw new Error(`there is no community in ${chat}`);
    return { ...one, arePeopleShared: chat === 'discord' };
  };
  const [slack, discord] = [at('slack'), at('discord')];
  const closedOf = async (person: string) => (await store.accounts(person)).map(({ dmClosed }) => dmClosed?.why);
  return { ...stage, removals, slack, discord, back, closedOf };
}

test('whoever is only where the bot was removed gets nothing, and after a month is forgotten; others are not', async () => {
  const { store, drop, removals, slack, discord, closedOf, book, tickAt, moveTo, owedInAll, lena, theo } =
    await stageWithRemovals();
  const { organization } = lena.person;
  const seen = { ...LENA, organization, chat: 'discord', space: discord.space, name: 'Theo', userId: 'D-Theo' };
  const inDiscord = await store.recognise(seen, START);
  // Theo is in both chats.
  await store.transaction((tx) =>
    tx.linkPeople({ id: 'link', kept: theo.person.id, gone: inDiscord.person.id, at: START }),
  );
  // A session of before, of which somebody stays.
  await book(new Date(START.getTime() + DAY));
  await removals.removed(slack);
  await removals.removed(slack);
  expect(await closedOf(lena.person.id)).toEqual(['removed']);
  expect((await closedOf(theo.person.id)).toSorted()).toEqual(['removed', undefined]);
  expect((await store.communities()).find(({ id }) => id === slack.id)?.removedAt).toEqual(START);
  await tickAt(START.getTime() + HOUR);
  expect(owedInAll()).toBeGreaterThan(0);

  moveTo(START.getTime() + 29 * DAY);
  const community = async () => (await store.communities()).find(({ id }) => id === slack.id) ?? slack;
  expect(isToBeForgotten(await community(), new Date(START.getTime() + 29 * DAY))).toBe(false);
  await removals.purge(slack.id);
  expect(await store.person(lena.person.id)).toBeDefined();

  moveTo(START.getTime() + 30 * DAY);
  expect(isToBeForgotten(await community(), new Date(START.getTime() + 30 * DAY))).toBe(true);
  await removals.purge(slack.id);
  expect(await store.person(lena.person.id)).toBeUndefined();
  expect((await store.person(theo.person.id))?.name).toBe('Theo');
  expect((await store.accounts(theo.person.id)).map(({ chat }) => chat)).toEqual(['discord']);
  const [session] = await store.sessions({ person: theo.person.id });
  expect(session?.participants).toHaveLength(2);
  await removals.purge(slack.id);
  await drop();
});

test('where the bot comes back all goes on, and nobody is forgotten', async () => {
  const { store, drop, removals, slack, back, closedOf, moveTo, lena } = await stageWithRemovals();
  await removals.removed(slack);
  moveTo(START.getTime() + 29 * DAY);
  await removals.there(slack);
  expect(back).toContain(lena.person.id);
  expect(await closedOf(lena.person.id)).toEqual([undefined]);
  moveTo(START.getTime() + 90 * DAY);
  await removals.purge(slack.id);
  expect(await store.person(lena.person.id)).toBeDefined();
  await drop();
});

test('of one of two servers nobody is shut out who may be in the other', async () => {
  const { store, drop, removals, discord, closedOf, lena } = await stageWithRemovals();
  const { organization } = lena.person;
  const noor = await store.recognise(
    { ...LENA, organization, chat: 'discord', space: discord.space, name: 'Noor', userId: 'D-Noor' },
    START,
  );
  const another = { ...discord, id: 'another', space: 'another' };
  await store.transaction((tx) =>
    tx.putCommunity({
      id: 'another',
      organization,
      chat: 'discord',
      space: 'another',
      moderationChannel: undefined,
      adminRole: undefined,
      language: 'en',
    }),
  );
  await removals.removed(discord);
  expect(await closedOf(noor.person.id)).toEqual([undefined]);
  await removals.removed(another);
  expect(await closedOf(noor.person.id)).toEqual(['removed']);
  await removals.there(discord);
  expect(await closedOf(noor.person.id)).toEqual([undefined]);
  await drop();
});

test('who was shut out later, with another server or workspace, is kept for as long again', async () => {
  const { store, drop, removals, slack, discord, moveTo, lena } = await stageWithRemovals();
  const { organization } = lena.person;
  const more = { organization, moderationChannel: undefined, adminRole: undefined, language: 'en' };
  const second = { ...discord, id: 'server', space: 'server' };
  const office = { ...slack, id: 'workspace', space: 'workspace' };
  for (const { id, chat, space } of [second, office])
    await store.transaction((tx) => tx.putCommunity({ ...more, id, chat, space }));
  const seen = { ...LENA, organization };
  const noor = await store.recognise(
    { ...seen, chat: 'discord', space: discord.space, name: 'Noor', userId: 'D-Noor' },
    START,
  );
  const omar = await store.recognise({ ...seen, space: 'workspace', name: 'Omar', userId: 'U-Omar' }, START);
  for (const one of [discord, slack]) await removals.removed(one);
  moveTo(START.getTime() + 29 * DAY);
  for (const one of [second, office]) await removals.removed(one);
  moveTo(START.getTime() + 31 * DAY);
  for (const { id } of [discord, slack]) await removals.purge(id);
  const isKnown = async ({ person }: { person: { id: string } }) => (await store.person(person.id)) !== undefined;
  expect([await isKnown(lena), await isKnown(noor), await isKnown(omar)]).toEqual([false, true, true]);
  expect(await store.accounts(omar.person.id)).toHaveLength(1);
  moveTo(START.getTime() + 60 * DAY);
  for (const { id } of [second, office]) await removals.purge(id);
  expect([await isKnown(noor), await isKnown(omar)]).toEqual([false, false]);
  await drop();
});

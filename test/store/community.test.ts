import { expect, test } from 'vitest';
import { createCommunities } from '../../src/core/community/communities.ts';
import { tellAdmins } from '../../src/core/community/moderation.ts';
import { createRecognition } from '../../src/core/people/recognition.ts';
import type { Store } from '../../src/core/store.ts';
import { NOW, someCommunity, someone } from './some.ts';
import { onEveryDatabase } from './with-database.ts';

const named = (chat: string, space: string, moderationChannel?: string) => ({
  chat,
  space,
  moderationChannel,
  adminRole: undefined,
});
const CHATS = ['slack', 'discord'];
const SETTINGS = [named('slack', 'T1', 'C1'), named('discord', 'S1'), named('discord', 'S2', 'D2')];

const communitiesOf = (store: Store) => createCommunities(store, () => NOW);
const placesIn = async (store: Store) => (await store.communities()).map(({ chat, space }) => `${chat} ${space}`);

onEveryDatabase((fresh) => {
  test('of bots that start at once on an empty database all come to one organization', async () => {
    const { store } = await fresh();
    await Promise.all([1, 2, 3].map(() => communitiesOf(store).settle(CHATS, SETTINGS)));
    expect(await placesIn(store)).toEqual(['discord S1', 'discord S2', 'slack T1']);
    const organizations = await store.organizations();
    expect(organizations).toHaveLength(1);
    expect(new Set((await store.communities()).map((one) => one.organization))).toEqual(new Set(organizations));
    expect((await store.communities()).map((one) => one.moderationChannel)).toEqual([undefined, 'D2', 'C1']);
  });

  test('an old installation keeps its organization, and its moderation cards those of the channel that it has', async () => {
    const { store } = await fresh();
    const before = { organization: 'main', space: '', moderationChannel: undefined };
    const { id } = await someCommunity(store, 'discord', before);
    await someCommunity(store, 'slack', before);
    await communitiesOf(store).settle(CHATS, SETTINGS);
    expect(await placesIn(store)).toEqual(['discord S1', 'discord S2', 'slack T1']);
    expect(await store.community(id)).toMatchObject({ space: 'S2', moderationChannel: 'D2', organization: 'main' });
    expect(await store.organizations()).toEqual(['main']);
  });

  test('what the settings do not name any more is no home; what they do not say stays', async () => {
    const { store } = await fresh();
    const communities = communitiesOf(store);
    await communities.settle(CHATS, SETTINGS);
    const server = await communities.at('discord', 'S1');
    if (!server) throw new Error('S1 is not known');
    await store.transaction((tx) => tx.putCommunity({ ...server, language: 'es' }));
    await communities.settle(CHATS, [named('slack', 'T1', 'C1'), named('discord', 'S1', 'D1')]);
    expect(await communities.at('discord', 'S1')).toEqual({ ...server, moderationChannel: 'D1', language: 'es' });
    expect(await communities.at('discord', 'S2')).toBeUndefined();
    // Slack is not set up for now: what is known of it is not lost.
    await communities.settle(['discord'], [named('discord', 'S1')]);
    expect(await placesIn(store)).toEqual(['discord S1', 'slack T1']);
  });

  test('who acts where the bot is not at home is nobody, and nothing is kept of them', async () => {
    const { store, database } = await fresh();
    const communities = communitiesOf(store);
    await communities.settle(CHATS, SETTINGS);
    const isBack = async () => undefined;
    const { recognise, recall } = createRecognition({ store, communities, clock: () => NOW, isBack });
    const lena = { chat: 'slack', userId: 'U1', name: 'Lena' };
    expect(await recognise({ ...lena, space: 'T2' }, true)).toBeUndefined();
    expect(await recognise({ ...lena, chat: 'discord', space: 'T1' }, true)).toBeUndefined();
    expect(await database.prisma.person.count()).toBe(0);
    expect(await recall({ ...lena, space: 'T1' }, false)).toBeUndefined();
    const by = await recognise({ ...lena, space: 'T1' }, false);
    expect(by?.person.organization).toBe((await store.organizations())[0]);
    expect((await recall({ ...lena, space: 'T1' }, false))?.person).toEqual(by?.person);
    expect(await recall({ ...lena, space: 'T2' }, false)).toBeUndefined();
  });

  test('somebody in two servers of one organization is one person; of two organizations, two', async () => {
    const { store } = await fresh();
    await someCommunity(store, 'discord', { id: 'a', space: 'S1' });
    await someCommunity(store, 'discord', { id: 'b', space: 'S2' });
    await someCommunity(store, 'discord', { id: 'c', space: 'S3', organization: 'college' });
    const isBack = async () => undefined;
    const recognition = createRecognition({ store, communities: communitiesOf(store), clock: () => NOW, isBack });
    const met = async (space: string) =>
      (await recognition.recognise({ chat: 'discord', space, userId: 'U1', name: 'Noor' }, false))?.person;
    const [first, second, third] = [await met('S1'), await met('S2'), await met('S3')];
    expect(second).toEqual(first);
    expect(third?.organization).toBe('college');
    expect(third?.id).not.toBe(first?.id);
  });

  test('admins are told in every community of their organization that has a channel, and in no other', async () => {
    const { store, database } = await fresh();
    await someCommunity(store, 'slack', { id: 'a' });
    await someCommunity(store, 'discord', { id: 'b', space: 'S1' });
    await someCommunity(store, 'discord', { id: 'c', space: 'S2', moderationChannel: undefined });
    await someCommunity(store, 'discord', { id: 'd', space: 'S3', organization: 'college' });
    await someone(store, 'Lena');
    const told = async (organization: string | undefined, id: string, except?: string) => {
      const data = { name: 'Lena', chat: 'slack', why: 'cannot_dm' };
      const card = { kind: 'undelivered', about: { kind: 'person', id }, data } as const;
      await store.transaction((tx) => tellAdmins(tx, organization, card, NOW, (one) => one.id === except));
      const rows = await database.prisma.delivery.findMany({ where: { subjectId: id } });
      return rows.map((row) => row.communityId).toSorted();
    };
    expect(await told('school', 'one')).toEqual(['a', 'b']);
    expect(await told('school', 'two', 'a')).toEqual(['b']);
    expect(await told('college', 'three')).toEqual(['d']);
    expect(await told(undefined, 'four')).toEqual(['a', 'b', 'd']);
  });
});

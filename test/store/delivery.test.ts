import { expect, test } from 'vitest';
import { at, booked, NOW, someCommunity, someone } from './some.ts';
import { onEveryDatabase } from './with-database.ts';

onEveryDatabase((fresh) => {
  test('owing the same twice is owing it once', async () => {
    const { store, queued } = await fresh();
    const lena = await someone(store, 'Lena');
    const { id: session } = await booked(store, lena, await someone(store, 'Theo'));
    const remind = (about: string) =>
      store.transaction((tx) => tx.owe({ kind: 'reminder', to: { person: lena }, session, about }, NOW));
    await Promise.all([remind('60'), remind('60'), remind('10')]);
    const { id: community } = await someCommunity(store, 'slack');
    await store.transaction((tx) => tx.owe({ kind: 'reminder', to: { community }, session, about: '60' }, NOW));
    expect(queued.filter((job) => job.name === 'deliver')).toHaveLength(3);
  });

  test('a delivery keeps where it is shown', async () => {
    const { store, queued } = await fresh();
    const lena = await someone(store, 'Lena');
    const { id: session } = await booked(store, lena, await someone(store, 'Theo'));
    await store.transaction((tx) =>
      tx.owe({ kind: 'receipt', to: { person: lena }, session, data: { minutes: 60 } }, NOW),
    );
    const [job] = queued;
    if (job?.name !== 'deliver') throw new Error('no delivery was queued');
    const id = job.data.delivery;
    expect(await store.shownDeliveries(session)).toEqual([]);
    const where = { chat: 'slack', channel: 'D1', messageId: '1772000000.000100' };
    await store.transaction((tx) =>
      tx.changeDelivery(id, { fate: 'sent', ...where, shown: 'abc', triedAt: at('09:00'), sentAt: at('09:00') }),
    );
    const sent = {
      id,
      kind: 'receipt',
      to: { person: lena },
      session,
      data: { minutes: 60 },
      fate: 'sent',
      ...where,
      shown: 'abc',
      owedAt: NOW,
      triedAt: at('09:00'),
    };
    expect(await store.delivery(id)).toEqual(sent);
    expect(await store.deliveryShownAt('slack', 'D1', '1772000000.000100')).toEqual(sent);
    expect(await store.shownDeliveries(session)).toEqual([sent]);
  });

  test('a draft can be kept, kept anew and thrown away', async () => {
    const { store } = await fresh();
    const draft = { id: 'd1', person: await someone(store, 'Lena'), handler: 'book', input: { subject: 'Algebra' } };
    await store.transaction((tx) => tx.saveDraft(draft, NOW));
    await store.transaction((tx) => tx.saveDraft({ ...draft, input: { subject: 'Latin' } }, NOW));
    expect(await store.draft('d1')).toEqual({ ...draft, input: { subject: 'Latin' } });
    await store.transaction((tx) => tx.removeDraft('d1'));
    expect(await store.draft('d1')).toBeUndefined();
  });
});

import { expect, test } from 'vitest';
import { NOW, someone } from './some.ts';
import { onEveryDatabase } from './with-database.ts';

onEveryDatabase((fresh) => {
  test('what is done to a person or a platform is kept like what is done to a session', async () => {
    const { store } = await fresh();
    const grace = await someone(store, 'Grace');
    const person = { kind: 'person', id: await someone(store, 'Theo') } as const;
    const platform = { kind: 'platform', id: 'zoom' } as const;
    await store.transaction(async (tx) => {
      await tx.audit({ about: person, by: grace, event: 'ban', at: NOW, data: { days: 7 } });
      await tx.audit({ about: person, by: grace, event: 'unban', at: NOW });
      await tx.audit({ about: platform, by: 'tutorline', event: 'trouble', from: 'works', to: 'broken', at: NOW });
    });
    expect(await store.auditOf(person)).toEqual([
      { about: person, by: grace, event: 'ban', from: undefined, to: undefined, at: NOW, data: { days: 7 } },
      { about: person, by: grace, event: 'unban', from: undefined, to: undefined, at: NOW },
    ]);
    expect(await store.auditOf(platform)).toMatchObject([{ by: 'tutorline', from: 'works', to: 'broken' }]);
    expect(await store.auditOf({ ...platform, id: 'jitsi' })).toEqual([]);
  });
});

import { expect, test } from 'vitest';
import { createOffers } from '../../src/core/people/offers.ts';
import { LENA, NOW } from './some.ts';
import { onEveryDatabase } from './with-database.ts';

const SAID = { subjects: ['Algebra'], bio: '', lengths: [60], weeklyHours: [] };

onEveryDatabase((fresh) => {
  async function tutoring() {
    const { store } = await fresh();
    const by = { ...(await store.recognise(LENA, NOW)), isAdmin: false };
    return { offers: createOffers(store, () => NOW), store, by, offered: () => store.tutor(by.person.id) };
  }

  test('of presses at the same time every one counts', async () => {
    const { offers, by, offered } = await tutoring();
    await offers.teach(by, SAID);
    await Promise.all([
      offers.change(by, { isPaused: true }),
      offers.change(by, { defaultPlatform: 'zoom' }),
      offers.change(by, { ownRoom: 'https://rooms.example.org/lena' }),
      offers.teach(by, { ...SAID, subjects: ['Latin'], bio: 'Carpe diem.' }),
    ]);
    expect(await offered()).toMatchObject({
      subjects: ['Latin'],
      bio: 'Carpe diem.',
      isPaused: true,
      defaultPlatform: 'zoom',
      ownRoom: 'https://rooms.example.org/lena',
    });
  });

  test('who offers for the first time twice at once offers once', async () => {
    const { offers, by, offered } = await tutoring();
    await Promise.all([offers.teach(by, SAID), offers.teach(by, SAID)]);
    expect(await offered()).toMatchObject({ subjects: ['Algebra'], isPaused: false });
  });

  test('what is changed must be offered first', async () => {
    const { offers, by, offered } = await tutoring();
    await expect(offers.change(by, { isPaused: true })).rejects.toMatchObject({ code: 'not-a-tutor' });
    expect(await offered()).toBeUndefined();
  });

  test('an offer that says where its tutor is keeps both, or nothing', async () => {
    const { offers, store, by } = await tutoring();
    await offers.teach(by, SAID, 'Asia/Kolkata');
    expect(await store.person(by.person.id)).toMatchObject({ zone: 'Asia/Kolkata' });
    expect((await store.tutor(by.person.id))?.person.zone).toBe('Asia/Kolkata');
  });
});

import { expect, test } from 'vitest';
import { createRules, USUAL_RULES } from '../../src/core/community/rules.ts';
import { createCredits } from '../../src/core/credits/credits.ts';
import { createOffices } from '../../src/core/groups/offices.ts';
import { createPolls } from '../../src/core/groups/polls.ts';
import { createBlocks } from '../../src/core/people/blocks.ts';
import { createCare } from '../../src/core/people/care.ts';
import { learners } from '../../src/core/session/session.ts';
import { createStage, DAY, HOUR, START } from './stage.ts';

test('of those whom a time fits nobody is in it who is kept away since, and whoever has no credit waits', async () => {
  const stage = await createStage();
  const { store, clock, drop, meet, lena, theo, grace } = stage;
  await createRules(store, () => START).change(grace, { ...USUAL_RULES, usesCredits: true });
  const [mira, noor, omar] = [await meet('Mira'), await meet('Noor'), await meet('Omar')];
  for (const { person } of [lena, mira, omar])
    await createCredits(store, clock).grant(grace, { person: person.id, sessions: 1, validUntil: undefined, note: '' });
  const polls = createPolls(store, clock);
  const times = [2, 3].map((days) => new Date(START.getTime() + days * DAY));
  const plan = { subject: 'Algebra', lengthMinutes: 60, capacity: 5, platform: 'jitsi', times };
  const all = [lena, mira, noor, omar];
  const { id } = await polls.open(theo, { ...plan, asked: all.map(({ person }) => person.id) });
  for (const one of all) await polls.answer(one, id, 0);
  await createBlocks(store, clock).block(theo, mira.person.id);
  await store.transaction((tx) => tx.restrict(omar.person.id, { bannedAt: START }));
  const session = await polls.choose(theo, id, 0);
  expect(learners(session).map(({ person }) => person)).toEqual([lena.person.id]);
  expect(session.waiting).toEqual([noor.person.id]);
  await drop();
});

test('nothing comes of what somebody has opened who teaches no more', async () => {
  const { store, clock, drop, lena, theo, grace } = await createStage();
  const [polls, offices] = [createPolls(store, clock), createOffices(store, clock)];
  const times = [2, 3].map((days) => new Date(START.getTime() + days * DAY));
  const plan = { subject: 'Algebra', lengthMinutes: 60, capacity: 5, platform: 'jitsi', times };
  const poll = await polls.open(theo, { ...plan, asked: [lena.person.id] });
  const hours = {
    subject: 'Algebra',
    minutes: 15,
    platform: 'jitsi',
    openUntil: new Date(START.getTime() + HOUR),
  } as const;
  const office = await offices.open(theo, hours);
  await offices.queue(lena, office.id);
  await createCare(store, clock).decide(grace, theo.person.id, 'remove', 'Because');
  for (const by of [theo, grace])
    await expect(polls.choose(by, poll.id, 0)).rejects.toMatchObject({ code: 'poll-over' });
  await expect(offices.callNext(theo, office.id)).rejects.toMatchObject({ code: 'office-closed' });
  expect((await store.office(office.id))?.closedAt).toEqual(START);
  await drop();
});

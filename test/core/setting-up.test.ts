import { expect, test } from 'vitest';
import { createCommunities } from '../../src/core/community/communities.ts';
import { createSettingUp } from '../../src/core/community/setting-up.ts';
import { createStage } from './stage.ts';

test('what an admin chooses for their community is written down', async () => {
  const { store, clock, grace, drop } = await createStage();
  const settingUp = createSettingUp(store, createCommunities(store, clock), clock);
  await settingUp.choose(grace, { language: 'es' });
  await settingUp.decideRoles(grace, { bookers: 'S1', tutors: undefined });
  const ours = store.of(grace.person.organization);
  const entries = await ours.auditEntries({ by: grace.person.id, limit: 9, offset: 0 });
  expect(entries.map(({ event }) => event)).toEqual(['decide-roles', 'set-up']);
  await drop();
});

import { afterEach, beforeEach, expect, test } from 'vitest';
import { createApplications } from '../../src/core/moderation/applications.ts';
import { createOffers } from '../../src/core/people/offers.ts';
import type { Actor } from '../../src/core/people/person.ts';
import { databaseKinds } from '../database.ts';
import { createStage, HOUR, START, type Stage } from './stage.ts';

const SAID = { subjects: ['Latin'], bio: '', lengths: [60], weeklyHours: [] };
const BOTH = ['moderation of discord', 'moderation of slack'];

let stage: Stage;
let mia: Actor;
beforeEach(async () => {
  stage = await createStage();
  // Theo and Ada teach already: these are the third, the fourth and the fifth.
  for (const name of ['Noor', 'Jonas', 'Camila']) await offers().teach(await stage.meet(name), SAID);
  mia = await stage.meet('Mia');
});
afterEach(() => stage.drop());

const offers = () => createOffers(stage.store, stage.clock);
const applications = () => createApplications(stage.store, stage.clock);
const standing = async () => (await stage.store.tutor(mia.person.id))?.application.standing;
const code = (deed: Promise<unknown>) => deed.then(() => 'done').catch((error: { code?: string }) => error.code);

test('the sixth tutor of an organization applies: nobody can ask them for anything before an admin says yes', async () => {
  expect(await stage.owed('application')).toEqual([]);
  await offers().teach(mia, SAID);
  expect(await standing()).toBe('applied');
  expect(await stage.owed('application')).toEqual(BOTH);
  const wish = { subject: 'Latin', startsAt: new Date(START.getTime() + 30 * HOUR), lengthMinutes: 60, note: '' };
  expect(await code(stage.sessions.request(stage.lena, { ...wish, tutor: mia.person.id }))).toBe('unknown-tutor');
  const any = await stage.sessions.request(stage.lena, { ...wish, tutor: undefined });
  expect(any.candidates).not.toContain(mia.person.id);
  expect(
    await code(stage.sessions.meetNow(mia, { person: stage.lena.person.id, platform: 'jitsi', subject: '' })),
  ).toBe('not-approved');
  expect(await code(applications().approve(stage.theo, mia.person.id))).toBe('only-admins');
  await applications().approve(stage.grace, mia.person.id);
  expect(await standing()).toBe('approved');
  expect(await code(applications().approve(stage.grace, mia.person.id))).toBe('changed');
  expect(await stage.owed('application-news')).toHaveLength(1);
});

test('how many are approved without an admin is a setting: with none, everybody applies', async () => {
  const { meet, store, clock, drop } = await createStage(databaseKinds.at(-1));
  const teach = async (name: string, most: number) => {
    const one = await meet(name);
    await createOffers(store, clock, most).teach(one, SAID);
    return (await store.tutor(one.person.id))?.application.standing;
  };
  expect(await teach('One', 0)).toBe('applied');
  expect(await teach('Two', 3)).toBe('approved'); // beside Theo and Ada
  expect(await teach('Three', 3)).toBe('applied');
  await drop();
});

test('of those who begin at the same moment no more than the first are approved', async () => {
  const { meet, store, clock, drop } = await createStage(databaseKinds.at(-1));
  const all = await Promise.all(['One', 'Two', 'Three', 'Four', 'Five', 'Six'].map((name) => meet(name)));
  await Promise.all(all.map((one) => createOffers(store, clock).teach(one, SAID)));
  const tutors = await Promise.all(all.map(({ person }) => store.tutor(person.id)));
  expect(tutors.filter((one) => one?.application.standing === 'approved')).toHaveLength(3); // beside Theo and Ada
  await drop();
});

test('whoever was refused reads why, and applies anew by changing their offer', async () => {
  await offers().teach(mia, SAID);
  expect(await code(applications().refuse(stage.grace, mia.person.id, ''))).toBe('required');
  await applications().refuse(stage.grace, mia.person.id, 'No Latin this year.');
  expect(await standing()).toBe('refused');
  stage.moveTo(START.getTime() + HOUR);
  await offers().teach(mia, { ...SAID, subjects: ['Greek'] });
  expect(await standing()).toBe('applied');
  expect(await stage.owed('application')).toHaveLength(4);
});

test('a question waits for its answer, and nobody answers what was not asked', async () => {
  await offers().teach(mia, SAID);
  expect(await code(applications().answer(mia, 'At school.'))).toBe('changed');
  await applications().ask(stage.grace, mia.person.id, 'Where?');
  await applications().answer(mia, 'At school.');
  const tutor = await stage.store.tutor(mia.person.id);
  expect(tutor?.application).toMatchObject({ standing: 'applied', asked: 'Where?', answered: 'At school.' });
  expect(await code(applications().ask(await stage.meet('Otto'), mia.person.id, 'Why?'))).toBe('only-admins');
});

import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { english } from '../../src/conversation/languages/en/index.ts';
import type { Human } from '../world/human.ts';
import { third } from '../world/third-language.ts';
import type { World } from '../world/world.ts';

const INDEX = '../../src/conversation/languages/index.ts';
let createWorld: typeof import('../world/world.ts')['createWorld'];

// The bot with one more word in a copy of the index, and nothing else changed.
beforeAll(async () => {
  vi.resetModules();
  vi.doMock(INDEX, async () => {
    const { createLanguages } = await import('../../src/conversation/languages/create-languages.ts');
    const { english } = await import('../../src/conversation/languages/en/index.ts');
    const { spanish } = await import('../../src/conversation/languages/es/index.ts');
    const { thirdLanguage } = await import('../world/third-language.ts');
    return createLanguages([english, spanish, thirdLanguage]);
  });
  ({ createWorld } = await import('../world/world.ts'));
});
afterAll(() => {
  vi.doUnmock(INDEX);
  vi.resetModules();
});

let world: World;
afterEach(() => world.stop());

test.each([
  ['slack', 'discord'],
  ['discord', 'slack'],
] as const)('a language that only the index knows is spoken: learner in %s, tutor in %s', async (chat, _) => {
  world = await createWorld({ locale: 'da' });
  const { lena, noor, jonas, theo } = world;
  const [learner, tutor] = chat === 'slack' ? [lena, jonas] : [noor, theo];

  await asksForHelp(learner);
  await learner.waitsFor(third('What I can do'));
  await learner.says('xyzzy');
  await learner.waitsFor(third('I couldn’t do anything with'));

  await books(learner, tutor);
  await learner.waitsFor(third('Your request is out'));
  await tutor.waitsFor(third('asks you for a session'));
  await tutor.presses(third('Confirm'));
  await learner.waitsFor(/\/j\//);
  await tutor.waitsFor(/\/j\//);
  await learner.presses(third('Join'));
  await learner.waitsFor(third('It’s too early for that'));
  // Discord writes moments itself.
  if (chat === 'slack') expect(learner.reads()).toMatch(/tirsdag <1> december, 16.45/);

  await asksAgain(learner, tutor);
  await learner.waitsFor(third('You already have a session at that time'));

  const link = `${world.origin}${/\/j\/[0-9A-Za-z]+/.exec(learner.reads())?.[0]}`;
  const headers = { 'Accept-Language': 'xx, da;q=0.8, en;q=0.5', 'User-Agent': 'Mozilla/5.0 Chrome/142.0.0.0' };
  const lobby = await (await fetch(link, { headers })).text();
  expect(lobby).toContain('<html lang="da">');
  expect(lobby).toContain(third('Go to the session'));
  const door = await fetch(link, { headers, method: 'POST', redirect: 'manual' });
  expect(door.status).toBe(409);
  expect(await door.text()).toContain(third('It’s too early to enter'));

  await world.settled();
  for (const person of [learner, tutor]) expect(englishOn(person.reads()), person.name).toEqual([]);
  expect(world.faults).toEqual([]);
});

async function asksForHelp(learner: Human): Promise<void> {
  if (learner.chat === 'slack') await learner.types(`/${third('help')}`);
  else await learner.types(`/${third('book')}`, { subject: third('help') });
}

/** "/book" and "tomorrow 5pm" in the third language. */
async function books(learner: Human, tutor: Human): Promise<void> {
  const wish = { subject: 'Algebra', when: third('tomorrow 5pm') };
  if (learner.chat === 'slack') {
    await learner.types(`/${third('book')}`, wish);
    await learner.waitsFor(`dialog: ${third('Book a session')}`);
    expect(learner.dialog()).toMatchObject({ subject: 'Algebra', 'when:open': 'tirs. <1> dec. 17.00' });
    await learner.fills({ tutor: tutor.name });
  } else {
    await learner.types(`/${third('book')}`, { ...wish, tutor: tutor.name });
    await learner.fills({ zone: third('Chicago') });
    await learner.waitsFor(third('Is this right?'));
    await learner.waitsFor(`tirsdag <1> december, 17.00 (${third('Chicago')}`);
    await learner.presses(third('Send the request'));
  }
}

async function asksAgain(learner: Human, tutor: Human): Promise<void> {
  const wish = { subject: 'Algebra', when: third('tomorrow 5pm') };
  await learner.types(`/${third('book')}`, learner.chat === 'slack' ? wish : { ...wish, tutor: tutor.name });
  if (learner.chat !== 'slack') return;
  await learner.waitsFor(`dialog: ${third('Book a session')}`);
  await learner.fills({ tutor: tutor.name });
}

/** English sentences on somebody's screen. */
const englishOn = (screen: string) => sentencesIn(english.words).filter((sentence) => screen.includes(sentence));

/** What English says by itself, without what is put in. */
function sentencesIn(words: unknown): readonly string[] {
  if (typeof words === 'string') return words.length > 8 && third(words) !== words ? [words] : [];
  if (typeof words !== 'object' || words === null) return [];
  if ('kind' in words && 'text' in words) return sentencesIn(words.text);
  return Object.values(words).flatMap(sentencesIn);
}

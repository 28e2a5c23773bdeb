import { readFile } from 'node:fs/promises';
import { afterEach, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { Human } from '../world/human.ts';
import { acrossChats, books, type Pair } from '../world/pairs.ts';
import { createWorld } from '../world/world.ts';

const photo = (what: string) => new Uint8Array(Buffer.from(`\x89PNG\r\n\x1a\n${what}`, 'latin1'));
const bytesOf = async (human: Human, name: string) =>
  (await human.files()).filter((file) => file.name.endsWith(name)).map(({ bytes }) => new Uint8Array(bytes));

acrossChats((meet) => {
  let pair: Pair;
  afterEach(() => pair.stop());

  test('a photo of the homework goes with a request to the tutor, and a PDF back, whichever chats they use', async () => {
    pair = await meet();
    const { learner, tutor } = pair;
    await learner.says('', [{ name: 'early.png', bytes: photo('early') }]);
    await learner.waitsFor('so I don’t keep early.png');
    await books(learner, tutor.name);
    await pair.settled();

    // What cannot be passed on is said in a sentence, and nothing of it is kept.
    await learner.says('', [{ name: 'homework.png', bytes: new Uint8Array(Buffer.from('MZ\x90\0', 'latin1')) }]);
    await learner.waitsFor('I can’t pass on “homework.png”: I take pictures, PDF and plain text.');
    await learner.says('', [{ name: 'video.png', bytes: new Uint8Array(8 * 1024 * 1024 + 1) }]);
    await learner.waitsFor('“video.png” is too large: I take files of up to 8 MB.');

    await learner.says('Number 3 is what I mean', [{ name: 'homework.png', bytes: photo('x² = 9') }]);
    await learner.waitsFor('I pass on homework.png');
    await learner.presses(`Send to ${tutor.name}`);
    await learner.waitsFor(`I’ve passed it on to ${tutor.name}`);
    await tutor.waitsFor('With it: homework.png');
    await pair.settled();
    expect(tutor.sees('Number 3 is what I mean')).toBe(true);
    expect(await bytesOf(tutor, 'homework.png')).toEqual([photo('x² = 9')]);

    const solved = new Uint8Array(Buffer.from('%PDF-1.7 x = 3, and x = -3'));
    await tutor.says('', [{ name: 'solved.pdf', bytes: solved }]);
    await tutor.waitsFor('I pass on solved.pdf');
    await tutor.presses(`Send to ${learner.name}`);
    await learner.waitsFor('With it: solved.pdf');
    await pair.settled();
    expect(await bytesOf(learner, 'solved.pdf')).toEqual([solved]);

    // It stays in what was written, and comes once more to whoever asks for it.
    await tutor.presses('Confirm');
    await learner.waitsFor('Where: ');
    await pair.settled();
    await tutor.presses('Earlier messages');
    await tutor.waitsFor('Messages: ');
    expect(tutor.messages().at(-1)).toMatch(/With it: solved\.pdf[\s\S]*With it: homework\.png/);
    await tutor.presses('Send me the files');
    await tutor.waitsFor(`Files from ${tutor.name}`);
    await pair.settled();
    expect(await bytesOf(tutor, 'solved.pdf')).toContainEqual(solved);
    expect(pair.faults).toEqual([]);
  });

  test('a photo that goes with a request to any tutor comes to all who were asked, and later ones to whoever took it', async () => {
    pair = await meet();
    const { learner, tutor, theo, ada, jonas } = pair;
    const asked = [theo, ada, jonas];
    // Four in the afternoon in Berlin is nine in the morning in Chicago.
    await books(learner, 'Any tutor', `2026-12-01 ${learner.chat === 'slack' ? '16:00' : '09:00'}`);
    await learner.waitsFor('A photo or a PDF of what it’s about? Send it to me here.');
    await pair.settled();
    await learner.says('Number 3', [{ name: 'homework.png', bytes: photo('x² = 9') }]);
    await learner.waitsFor('I pass on homework.png');
    await learner.presses('Send to all who were asked');
    await learner.waitsFor('I’ve passed it on to the tutors I’ve asked');
    for (const one of asked) await one.waitsFor('With it: homework.png');
    await pair.settled();
    for (const one of asked) {
      expect(await bytesOf(one, 'homework.png')).toEqual([photo('x² = 9')]);
      expect(one.buttonsOf('With it: homework.png')).toContain('Report to the admins');
    }

    const [left, passedOver] = asked.filter((one) => one !== tutor);
    await left?.presses('Decline');
    await left?.waitsFor('dialog: ');
    await left?.fills({ reason: 'Busy' });
    await left?.waitsFor('You declined this request');
    await learner.says('', [{ name: 'second.png', bytes: photo('second') }]);
    await learner.waitsFor('I pass on second.png');
    await learner.presses('Send to all who were asked');
    await passedOver?.waitsFor('With it: second.png');
    await tutor.presses('Confirm');
    await learner.waitsFor('Where: ');
    await pair.settled();
    await learner.says('', [{ name: 'third.png', bytes: photo('third') }]);
    await learner.waitsFor('I pass on third.png');
    await learner.presses(`Send to ${tutor.name}`);
    await tutor.waitsFor('With it: third.png');
    await pair.settled();
    expect(left?.sees('second.png')).toBe(false);
    expect(passedOver?.sees('third.png')).toBe(false);

    // Whoever took it has all of it.
    await tutor.presses('Reply');
    await tutor.waitsFor('dialog: ');
    await tutor.fills({ text: 'I see' });
    await tutor.waitsFor(`I’ve passed it on to ${learner.name}`);
    await tutor.presses('Earlier messages');
    await tutor.waitsFor('Messages: ');
    expect(tutor.messages().at(-1)).toMatch(/third\.png[\s\S]*second\.png[\s\S]*homework\.png/);
    expect(pair.faults).toEqual([]);
  });
});

test('a Slack app of before, without files:read, says that it gets no files, and all else goes on', async () => {
  const world = await createWorld();
  const { lena, theo, slack } = world;
  try {
    const manifest = parse(await readFile(new URL('../../manifest.yml', import.meta.url), 'utf8'));
    const { bot } = manifest.oauth_config.scopes;
    manifest.oauth_config.scopes.bot = bot.filter((scope: string) => scope !== 'files:read');
    slack.setManifest(manifest);
    await books(lena, theo.name);
    await world.settled();
    await lena.says('', [{ name: 'homework.png', bytes: photo('x² = 9') }]);
    await lena.waitsFor('I couldn’t fetch “homework.png”.');
    await lena.says('my sessions');
    await lena.waitsFor('Your upcoming sessions');
    expect(world.faults).toEqual([]);
  } finally {
    await world.stop();
  }
});

import { readFile } from 'node:fs/promises';
import ICAL from 'ical.js';
import { afterEach, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { MailLetter } from '../../sandbox/mail/index.ts';
import type { Human } from '../world/human.ts';
import { acrossChats, books, type Pair } from '../world/pairs.ts';
import { createWorld } from '../world/world.ts';

let pair: Pair;
afterEach(() => pair.stop());

const ADDRESS = 'learner@school.example';

function entryIn(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text));
  const [event] = calendar.getAllSubcomponents('vevent').map((one) => new ICAL.Event(one));
  if (!event) throw new Error(`no event in ${text}`);
  return {
    method: calendar.getFirstPropertyValue('method'),
    uid: event.uid,
    sequence: event.sequence,
    startsAt: event.startDate.toJSDate().toISOString(),
    status: event.component.getFirstPropertyValue('status'),
    place: event.location,
    organizer: event.organizer,
  };
}

const letters = () => pair.mail.letters(ADDRESS);
const fileIn = (letter: MailLetter | undefined) => entryIn(letter?.files[0]?.text ?? '');
const newest = async (human: Human) => entryIn((await human.files()).at(-1)?.text ?? '');

async function arrives(count: number): Promise<MailLetter> {
  await expect.poll(() => letters().length).toBe(count);
  const letter = letters().at(-1);
  if (!letter) throw new Error('nothing has arrived');
  return letter;
}

/** By the code that is read in the mailbox. */
async function confirmsAddress(human: Human): Promise<void> {
  await human.types('/settings');
  await human.waitsFor('dialog: Settings');
  await human.fills({ zone: 'Berlin', email: ADDRESS });
  await human.waitsFor('I’ve sent a code to learner@school.example');
  const { text, subject, toName, headers } = await arrives(1);
  const code = /^(\d{6}) is your code/.exec(subject)?.[1] ?? '';
  expect(text).toContain('If you didn’t ask for it');
  expect([toName, headers['list-unsubscribe']]).toEqual(['', undefined]);
  await human.presses('Enter the code');
  await human.waitsFor('dialog: Confirm your address');
  await human.fills({ code: code === '000000' ? '111111' : '000000' });
  await human.waitsFor('isn’t the code');
  if (human.chat === 'discord') await human.presses('Change');
  await human.waitsFor('dialog: Confirm your address');
  await human.fills({ code });
  await human.waitsFor('Confirmed. Mails about your sessions');
}

async function asAdmin(button: string, values: Readonly<Record<string, string>>) {
  const { admin } = pair;
  await admin.types('/tutoring sessions');
  await admin.waitsFor('Everybody’s upcoming sessions');
  await admin.presses('Open');
  await pair.settled();
  await admin.presses(button);
  await admin.waitsFor('dialog:');
  await admin.fills(values);
  await pair.settled();
}

acrossChats((meet) => {
  test('a session is in the calendars and the mail of its people from its confirmation to its end, and only as long as they want', async () => {
    pair = await meet({ env: { DEFAULT_TIME_ZONE: 'Europe/Berlin' } });
    const { learner, tutor, admin } = pair;
    await confirmsAddress(learner);

    await books(learner, tutor.name);
    await pair.settled();
    await tutor.presses('Confirm');
    await pair.settled();
    const [session] = await pair.app.store.sessions({ states: ['confirmed'] });
    const mine = session?.participants.find(({ role }) => role === 'learner');
    const confirmed = await arrives(2);
    expect(confirmed.subject).toMatch(/^It’s on: Algebra with .*, Tuesday, December 1, 5:00 PM/);
    expect(confirmed.headers).toMatchObject({
      'auto-submitted': 'auto-generated',
      'list-unsubscribe-post': 'List-Unsubscribe=One-Click',
    });
    expect(confirmed.html).toContain(`/j/${mine?.joinToken}`);
    const inMail = fileIn(confirmed);
    expect(inMail).toMatchObject({ method: 'REQUEST', sequence: 0, startsAt: '2026-12-01T16:00:00.000Z' });
    expect(inMail.organizer).toBe('mailto:tutoring@school.example');
    expect(inMail.place).toContain(`/j/${mine?.joinToken}`);
    for (const human of [learner, tutor]) {
      await human.waitsFor('For your calendar: Algebra');
      expect(human.buttonsOf('For your calendar')).toEqual(['Google Calendar', 'Outlook']);
      expect(await newest(human)).toMatchObject({ uid: inMail.uid, sequence: 0, method: 'REQUEST' });
    }

    await asAdmin('Move', { when: '2026-12-04 10:30' });
    if (admin.chat === 'discord') await admin.presses(/^Move: /);
    await pair.settled();
    const moved = await arrives(3);
    expect(moved.subject).toMatch(/^It has changed: Algebra/);
    expect(fileIn(moved)).toMatchObject({ method: 'REQUEST', sequence: 1, uid: inMail.uid });
    await learner.waitsFor('Your calendar’s entry has changed');
    await learner.waitsFor('This entry is out of date');
    expect(await newest(learner)).toMatchObject({ sequence: 1, uid: inMail.uid });

    // A calendar that is subscribed to takes the place of files: nothing is there twice.
    await tutor.types('/calendar');
    await tutor.waitsFor('comes with a file');
    await tutor.presses('Get my address');
    await tutor.waitsFor('address of your calendar');
    const feed = /https?:\/\/\S+\/calendar\/\w+\.ics/.exec(tutor.reads())?.[0] ?? '';
    const inFeed = await fetch(feed);
    expect(entryIn(await inFeed.text())).toMatchObject({ method: 'PUBLISH', sequence: 1, uid: inMail.uid });

    await pair.moveTo('2026-12-03T09:31:00Z');
    const reminded = await arrives(4);
    expect(reminded.subject).toContain('Algebra');
    expect(reminded.files).toEqual([]);

    const before = (await tutor.files()).length;
    await asAdmin('Cancel', { reason: 'The school is closed' });
    const cancelled = await arrives(5);
    expect(cancelled.subject).toMatch(/^It’s cancelled: Algebra/);
    expect(cancelled.text).toContain('The school is closed');
    expect(fileIn(cancelled)).toMatchObject({ method: 'CANCEL', sequence: 2, status: 'CANCELLED', uid: inMail.uid });
    await learner.waitsFor('Take it out of your calendar');
    expect((await tutor.files()).length).toBeLessThanOrEqual(before);
    const changed = await fetch(feed, { headers: { 'If-None-Match': inFeed.headers.get('etag') ?? '' } });
    expect(entryIn(await changed.text())).toMatchObject({ sequence: 2, status: 'CANCELLED' });

    // One press in a mail program, by whoever has the mail; looking changes nothing.
    const stop = /<(.*)>/.exec(cancelled.headers['list-unsubscribe'] ?? '')?.[1] ?? '';
    expect((await fetch(stop)).status).toBe(200);
    expect((await pair.actor(learner)).person.wantsMail).toBe(true);
    const pressed = await fetch(stop, {
      method: 'POST',
      body: new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }),
    });
    expect([pressed.status, (await pair.actor(learner)).person.wantsMail]).toEqual([200, false]);
    await books(learner, tutor.name, '2026-12-07 17:00');
    await pair.settled();
    await tutor.presses('Confirm');
    await pair.settled();
    await learner.waitsFor('For your calendar: Algebra');
    expect(letters()).toHaveLength(5);
    expect(pair.faults).toEqual([]);
  });
});

test('a Slack app of before, without files:write, goes on working: a link takes the place of the file', async () => {
  const world = await createWorld();
  pair = { ...world, learner: world.lena, tutor: world.theo, admin: world.grace };
  const { learner, tutor, slack } = pair;
  const manifest = parse(await readFile(new URL('../../manifest.yml', import.meta.url), 'utf8'));
  const { bot } = manifest.oauth_config.scopes;
  manifest.oauth_config.scopes.bot = bot.filter((scope: string) => scope !== 'files:write');
  slack.setManifest(manifest);
  await books(learner, tutor.name);
  await pair.settled();
  await tutor.presses('Confirm');
  await pair.settled();
  for (const human of [learner, tutor]) {
    expect(human.buttonsOf('For your calendar')).toEqual(['Google Calendar', 'Outlook', 'Calendar file']);
    expect(await human.files()).toEqual([]);
  }
  const [session] = await pair.app.store.sessions({ states: ['confirmed'] });
  const [asker] = session?.participants ?? [];
  const file = await fetch(`${pair.origin}/j/${asker?.joinToken}/session.ics`);
  expect(entryIn(await file.text())).toMatchObject({ method: 'REQUEST', sequence: 0, uid: `${session?.id}@tutorline` });
  expect(pair.faults).toEqual([]);
});

import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Letter, MailRefused } from '../../src/core/mail.ts';
import { sessionSubject } from '../../src/core/owing/subject.ts';
import type { Session } from '../../src/core/session/session.ts';
import { at, booked, NOW, someone } from '../store/some.ts';
import { createPostStage, type PostStage } from './stage.ts';

let stage: PostStage;
let lena: string;
let session: Session;
let letters: Letter[];
/** What the mail server does. */
let answer: () => Promise<void>;
beforeEach(async () => {
  letters = [];
  answer = async () => undefined;
  stage = await createPostStage({
    send: async (letter) => {
      letters.push(letter);
      await answer();
    },
    close: () => undefined,
  });
  lena = await someone(stage.store, 'Lena', { locale: 'en' });
  const theo = await someone(stage.store, 'Theo', { locale: 'en' });
  const times = { startsAt: at('17:00', 3), endsAt: at('18:00', 3) };
  session = await booked(stage.store, lena, theo, { state: 'confirmed', confirmedAt: NOW, ...times });
  await stage.store.transaction((tx) => tx.changePerson(lena, { email: 'lena@school.example', emailConfirmedAt: NOW }));
});
afterEach(() => stage.drop());

const mailJobs = () => stage.queued.flatMap((job) => (job.name === 'mail' ? [job.data.delivery] : []));
const owesEntry = (to = lena) =>
  stage.owe({
    kind: 'calendar',
    to: { person: to },
    about: sessionSubject(session.id),
    data: { sequence: 0, at: NOW.getTime() },
  });

test('a mail that hangs or fails keeps no direct message waiting, and is sent once', async () => {
  answer = () => new Promise(() => undefined);
  const [dm = ''] = await owesEntry();
  await stage.deliver(dm);
  await stage.deliver(dm);
  expect(stage.screen()).toEqual(['slack Lena: For your calendar: Algebra with Theo, 2026-03-03T17:00:00.000Z']);
  const [mail = '', ...more] = mailJobs();
  expect(more).toEqual([]);
  void stage.mail(mail);
  await expect.poll(() => letters).toHaveLength(1);

  answer = async () => {
    throw new Error('the mail server: 421');
  };
  await expect(stage.mail(mail)).rejects.toThrow('421');
  answer = async () => undefined;
  await stage.mail(mail);
  await stage.mail(mail);
  expect(letters.map(({ id }) => id)).toEqual([mail, mail, mail]);
  expect(await stage.store.delivery(mail)).toMatchObject({ fate: 'sent' });
  expect(letters[0]?.calendar?.method).toBe('REQUEST');
});

test('an address that the server knows nothing of is given up, and mail that is not wanted is not sent', async () => {
  answer = async () => {
    throw new MailRefused('550');
  };
  const [dm = ''] = await owesEntry();
  await stage.deliver(dm);
  const [refused = ''] = mailJobs();
  await stage.mail(refused);
  expect(await stage.store.delivery(refused)).toMatchObject({ fate: 'failed' });

  const [late = ''] = await stage.owe({
    kind: 'calendar',
    to: { mail: 'old@school.example', of: lena },
    about: sessionSubject(session.id),
    data: { sequence: 0, at: NOW.getTime() },
  });
  expect(late).toBe('');
  await stage.mail(mailJobs().at(-1) ?? '');
  await stage.store.transaction((tx) => tx.changePerson(lena, { wantsMail: false }));
  const [again = ''] = await stage.owe({
    kind: 'reminder',
    to: { person: lena },
    about: sessionSubject(session.id),
    dedupeKey: '1',
  });
  const before = mailJobs().length;
  await stage.deliver(again);
  expect(mailJobs()).toHaveLength(before);
  expect(letters).toHaveLength(1);
});

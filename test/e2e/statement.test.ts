import { afterEach, expect, test } from 'vitest';
import { pdfText } from '../pdf-text.ts';
import type { Human } from '../world/human.ts';
import { acrossChats, books, type Pair } from '../world/pairs.ts';

const DAY = 86_400_000;

async function papers(human: Human) {
  const files = await human.files();
  return files.filter(({ name }) => name.endsWith('.pdf'));
}

acrossChats((meet) => {
  let pair: Pair;
  afterEach(() => pair.stop());

  test('a tutor gets a statement of what took place, which anybody can check; admins get that of any tutor', async () => {
    pair = await meet();
    const { learner, tutor, admin, app, origin } = pair;
    await books(learner, tutor.name, '2026-12-01 17:00');
    await tutor.waitsFor('asks you for a session');
    await tutor.presses('Confirm');
    await learner.waitsFor(/\/j\//);
    const [planned] = await app.store.sessions({ states: ['confirmed'] });
    const endedAt = (planned?.endsAt.getTime() ?? 0) + 15 * 60_000;
    await pair.moveTo(endedAt);
    await pair.moveTo(endedAt + 3 * DAY);
    await admin.waitsFor('haven’t said');

    await admin.presses('It took place');
    await learner.waitsFor('decided about Algebra');
    await tutor.types('/availability');
    await tutor.waitsFor('Statement of hours');
    await tutor.presses('Statement of hours');
    await tutor.waitsFor('dialog: Statement of hours');
    await tutor.fills({ month: '2026-12' });
    await tutor.waitsFor('comes to you as a file in a direct message');
    await tutor.waitsFor('It stays like this, whatever changes later');
    await pair.settled();
    const [paper] = await papers(tutor);
    const said = pdfText(paper?.bytes ?? new Uint8Array());
    for (const words of [`Tutor: ${tutor.name}`, learner.name, 'Algebra', '60', '1 session · 1 hour', 'Page 1 of 1'])
      expect(said).toContain(words);
    const tagged = Buffer.from(paper?.bytes ?? []).toString('latin1');
    for (const mark of ['/Marked true', '/Lang (en', '/DisplayDocTitle true', '/S /TH']) expect(tagged).toContain(mark);

    const [, address = ''] =
      /(http\S+\/statement\/(?:[0-9A-Z]{5}-){3}[0-9A-Z]{5})/.exec(said.replaceAll('\n', '')) ?? [];
    const asked = (url: string, language = 'en') =>
      app.http.fetch(new Request(url, { headers: { 'accept-language': language } }));
    const page = await asked(address);
    const text = await page.text();
    for (const words of ['This statement is genuine', tutor.name, '1 session', '1 hour', 'December'])
      expect(text).toContain(words);
    expect(text).not.toContain(learner.name);
    expect(await (await asked(address.toLowerCase(), 'es')).text()).toContain('Este certificado es auténtico');
    const wrong = await asked(`${address.slice(0, -1)}${address.endsWith('A') ? 'B' : 'A'}`);
    expect([wrong.status, await wrong.text()]).toEqual([404, expect.stringContaining('No statement has this code')]);
    for (let tries = 0; tries < 20; tries++) await asked(`${origin}/statement/AAAA`);
    expect((await asked(address)).status).toBe(429);

    await admin.types('/tutoring statement', { person: tutor.name, period: '1 Dec - 31 Dec' });
    if (admin.chat === 'slack') {
      await admin.waitsFor('dialog: Statement of hours');
      await admin.fills({});
    }
    await admin.waitsFor(`The statement of ${tutor.name}`);
    await pair.settled();
    const [same] = await papers(admin);
    expect(pdfText(same?.bytes ?? new Uint8Array()).replaceAll('\n', '')).toContain(address);
    await learner.types('/teach', { what: 'statement' });
    await learner.waitsFor('You don’t teach here yet');
    expect(pair.faults).toEqual([]);
  });
});

import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Asking, asking, type GoogleStage, googleStage } from './google-stage.ts';

const EVENTS = 'calendar/v3/calendars/primary/events?conferenceDataVersion=1';

let stage: GoogleStage;
let google: Asking;
let link: string;
let code: string;
beforeEach(async () => {
  stage = await googleStage();
  google = asking(stage);
  const { body } = await google.ask('POST', EVENTS, {
    summary: 'Algebra & <b>proofs</b>',
    start: { dateTime: '2026-12-01T17:00:00Z' },
    end: { dateTime: '2026-12-01T18:00:00Z' },
    conferenceData: { createRequest: { requestId: 'r', conferenceSolutionKey: { type: 'hangoutsMeet' } } },
  });
  link = body.hangoutLink;
  code = body.conferenceData.conferenceId;
});
afterEach(() => stage.close());

const at = (time: string) => {
  stage.clock.now = new Date(`2026-11-20T${time}:00Z`);
};
const read = (path: string) => google.ask('GET', `meet-api/v2/${path}`);
const recordsOf = (ofCode: string) =>
  read(`conferenceRecords?filter=${encodeURIComponent(`space.meeting_code = "${ofCode}"`)}`);

describe('the page that a Meet link opens', () => {
  const page = async () => (await fetch(link)).text();
  const post = (act: string, form: Record<string, string>) =>
    fetch(`${link}/${act}`, { method: 'POST', body: new URLSearchParams(form) });

  test('people join and leave with what they see there', async () => {
    expect(await page()).toContain('Nobody is here yet.');
    const joined = await (await post('join', { name: 'Lena <i>' })).text();
    expect(joined).toContain('Lena &#60;i&#62;');
    const visitor = /name="visitor" value="(\w+)"/.exec(joined)?.[1] ?? '';
    expect(await (await post('leave', { visitor })).text()).toContain('Nobody is here yet.');
    expect((await recordsOf(code)).body.conferenceRecords).toMatchObject([{ endTime: expect.any(String) }]);
  });

  test('it shows the event’s title as text, runs no script, and has a name and labels', async () => {
    const answer = await fetch(link);
    const html = await answer.text();
    expect(html).toContain('<h1>Algebra &#38; &#60;b&#62;proofs&#60;/b&#62;</h1>');
    expect(html).toContain('<html lang="en">');
    expect(html).toContain('<label>Your name <input name="name" required');
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
  });

  test('a meeting that is not there', async () => {
    const answer = await fetch(`${stage.origin}/sandbox/google/meet/aaa-aaaa-aaa`);
    expect([answer.status, await answer.text()]).toEqual([404, expect.stringContaining('no such meeting')]);
    expect((await fetch(`${link}/dance`)).status).toBe(404);
    expect(() => stage.google.joins('aaa-aaaa-aaa', 'Lena')).toThrow();
  });

  test('nobody joins without a name', async () => {
    await post('join', { name: '  ' });
    expect(await page()).toContain('Nobody is here yet.');
  });
});

describe('conference records', () => {
  test('from the first who came to the last who left, and then another', async () => {
    at('09:00');
    const theo = stage.google.joins(code, 'Theo', true);
    at('09:10');
    const lena = stage.google.joins(code, 'Lena');
    at('09:20');
    stage.google.leaves(code, theo);
    expect((await recordsOf(code)).body.conferenceRecords[0].endTime).toBeUndefined();
    at('09:30');
    stage.google.leaves(code, lena);
    at('09:40');
    stage.google.joins(code, 'Theo', true);
    const { body } = await recordsOf(code);
    expect(body.conferenceRecords).toMatchObject([
      { startTime: '2026-11-20T09:40:00.000Z' },
      {
        startTime: '2026-11-20T09:00:00.000Z',
        endTime: '2026-11-20T09:30:00.000Z',
        expireTime: '2026-12-20T09:30:00.000Z',
      },
    ]);
    const { body: people } = await read(`${body.conferenceRecords[1].name}/participants`);
    expect(people).toMatchObject({
      totalSize: 2,
      participants: [
        {
          anonymousUser: { displayName: 'Lena' },
          earliestStartTime: '2026-11-20T09:10:00.000Z',
          latestEndTime: '2026-11-20T09:30:00.000Z',
        },
        { signedinUser: { displayName: 'Theo' }, latestEndTime: '2026-11-20T09:20:00.000Z' },
      ],
    });
  });

  test('an account that comes back is the same participant; a name that was typed is another', async () => {
    stage.google.joins(code, 'Grace');
    for (const [name, isSignedIn] of [
      ['Theo', true],
      ['Lena', false],
    ] as const) {
      for (let time = 0; time < 2; time += 1) stage.google.leaves(code, stage.google.joins(code, name, isSignedIn));
    }
    const [record] = (await recordsOf(code)).body.conferenceRecords;
    expect((await read(`${record.name}/participants`)).body.totalSize).toBe(4);
  });

  test('page by page', async () => {
    for (const name of ['A', 'B', 'C']) stage.google.joins(code, name);
    const [record] = (await recordsOf(code)).body.conferenceRecords;
    const first = await read(`${record.name}/participants?pageSize=2`);
    const second = await read(`${record.name}/participants?pageSize=2&pageToken=${first.body.nextPageToken}`);
    expect([first.body.participants.length, second.body.participants.length]).toEqual([2, 1]);
    expect(second.body.nextPageToken).toBeUndefined();
  });

  test('they are gone 30 days after the end', async () => {
    stage.google.leaves(code, stage.google.joins(code, 'Lena'));
    expect((await recordsOf(code)).body.conferenceRecords).toHaveLength(1);
    stage.google.expireTokens();
    stage.clock.now = new Date('2026-12-21T09:00:00Z');
    expect((await asking(stage).ask('GET', 'meet-api/v2/conferenceRecords')).body.conferenceRecords).toEqual([]);
  });

  test('another filter, another resource, and an account that did not agree are refused', async () => {
    expect((await read('conferenceRecords?filter=code%3D1')).status).toBe(400);
    expect((await read('conferenceRecords/none')).status).toBe(404);
    expect((await read('spaces/x')).status).toBe(404);
    stage.google.grantAttendance(false);
    const shy = await asking(stage).ask('GET', 'meet-api/v2/conferenceRecords');
    expect([shy.status, shy.body.error.status]).toEqual([403, 'PERMISSION_DENIED']);
  });

  test('who is still inside is there after a restart', async () => {
    stage.google.joins(code, 'Lena');
    const again = await googleStage({}, JSON.parse(JSON.stringify(stage.google.dump())));
    expect(await (await fetch(`${again.origin}/sandbox/google/meet/${code}`)).text()).toContain('Lena');
    await again.close();
  });
});

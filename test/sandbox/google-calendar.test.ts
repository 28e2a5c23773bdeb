import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Answered, type Asking, asking, type GoogleStage, googleStage } from './google-stage.ts';

const EVENTS = 'calendar/v3/calendars/primary/events';
const event = {
  summary: 'Algebra',
  start: { dateTime: '2026-12-01T17:00:00Z' },
  end: { dateTime: '2026-12-01T18:00:00Z' },
};
const meet = (requestId = 'r1', type = 'hangoutsMeet') => ({
  conferenceData: { createRequest: { requestId, conferenceSolutionKey: { type } } },
});

let stage: GoogleStage;
let google: Asking;
beforeEach(async () => {
  stage = await googleStage();
  google = asking(stage);
});
afterEach(() => stage.close());

const insert = (body: object = event, query = '', headers = {}) =>
  google.ask('POST', `${EVENTS}${query}`, body, headers);
const refusal = ({ status, body }: Answered) => [status, body.error?.errors[0].reason];

describe('writing events', () => {
  test('an event is confirmed and has an id, an etag and an organizer', async () => {
    const { status, body, headers } = await insert();
    expect(status).toBe(200);
    expect(body).toMatchObject({ kind: 'calendar#event', status: 'confirmed', summary: 'Algebra', sequence: 0 });
    expect(body.id).toMatch(/^[a-v0-9]{5,}$/);
    expect(headers.get('etag')).toBe(body.etag);
    expect(body.organizer.email).toBe('tutoring@school.example');
  });

  test.each([
    [{ ...event, start: undefined }, 'required'],
    [{ ...event, end: undefined }, 'required'],
    [{ ...event, end: { dateTime: '2026-12-01T16:00:00Z' } }, 'timeRangeEmpty'],
    [{ ...event, start: { dateTime: '2026-12-01T17:00:00' } }, 'invalid'],
    [{ ...event, start: { dateTime: 'tomorrow' } }, 'invalid'],
    [{ ...event, start: { dateTime: '2026-12-01T17:00:00Z', timeZone: 'Mars/Base' } }, 'invalid'],
    [{ ...event, id: 'UPPER-case' }, 'invalid'],
    [{ ...event, id: 'abcd' }, 'invalid'],
    [{ ...event, id: 'wxyz12345' }, 'invalid'],
    [{ ...event, attendees: [{ email: 'lena' }] }, 'invalid'],
    [{ ...event, title: 'not a field' }, 'invalid'],
    [
      { ...event, reminders: { useDefault: true, overrides: [{ method: 'popup', minutes: 5 }] } },
      'cannotUseDefaultRemindersAndSpecifyOverride',
    ],
  ])('%o is refused', async (body, reason) => {
    const answer = await insert(body);
    expect(refusal(answer)).toEqual([400, reason]);
    const { error } = answer.body;
    expect(error).toMatchObject({ code: 400, message: error.errors[0].message, status: 'INVALID_ARGUMENT' });
  });

  test('wall-clock times need a zone', async () => {
    const [start, end] = ['17:00', '18:00'].map((time) => ({
      dateTime: `2026-12-01T${time}:00`,
      timeZone: 'Europe/Madrid',
    }));
    expect((await insert({ ...event, start, end })).status).toBe(200);
    const endingAfter = async (time: string) =>
      (await google.ask('GET', `${EVENTS}?timeMin=2026-12-01T${time}Z`)).body.items.length;
    expect([await endingAfter('16:59:59'), await endingAfter('17:00:00')]).toEqual([1, 0]);
  });

  test('what is no JSON, and parameters that do not exist, are refused', async () => {
    expect(refusal(await google.ask('POST', EVENTS, '{'))).toEqual([400, 'parseError']);
    expect(refusal(await insert(event, '?sendUpdates=everyone'))).toEqual([400, 'invalidParameter']);
    expect(refusal(await insert(event, '?conferenceDataVersion=2'))).toEqual([400, 'invalidParameter']);
    expect(refusal(await insert(event, '?colour=red'))).toEqual([400, 'invalidParameter']);
  });

  test('an id is taken for ever, also after its event was deleted', async () => {
    const mine = { ...event, id: 'abcde12345' };
    expect((await insert(mine)).status).toBe(200);
    expect(refusal(await insert(mine))).toEqual([409, 'duplicate']);
    expect((await google.ask('DELETE', `${EVENTS}/abcde12345`)).status).toBe(204);
    expect(refusal(await insert(mine))).toEqual([409, 'duplicate']);
  });

  test('a deleted event can be read, cancelled, but neither changed nor deleted', async () => {
    const { body } = await insert();
    await google.ask('DELETE', `${EVENTS}/${body.id}`);
    expect((await google.ask('GET', `${EVENTS}/${body.id}`)).body).toMatchObject({ id: body.id, status: 'cancelled' });
    expect(refusal(await google.ask('PATCH', `${EVENTS}/${body.id}`, { summary: 'B' }))).toEqual([410, 'deleted']);
    expect(refusal(await google.ask('DELETE', `${EVENTS}/${body.id}`))).toEqual([410, 'deleted']);
    expect(refusal(await google.ask('DELETE', `${EVENTS}/nothere`))).toEqual([404, 'notFound']);
  });

  test('a patch changes what it names, an update everything; times that change count the sequence up', async () => {
    const { body } = await insert({ ...event, description: 'Bring a ruler' });
    const path = `${EVENTS}/${body.id}`;
    const patched = await google.ask('PATCH', path, { summary: 'Geometry' });
    expect(patched.body).toMatchObject({ summary: 'Geometry', description: 'Bring a ruler', sequence: 0 });
    expect(patched.body.etag).not.toBe(body.etag);
    expect((await google.ask('PATCH', path, { description: null })).body.description).toBeUndefined();
    const moved = await google.ask('PATCH', path, { end: { dateTime: '2026-12-01T19:00:00Z' } });
    expect(moved.body).toMatchObject({ sequence: 1, start: event.start });
    expect(refusal(await google.ask('PATCH', path, { end: { dateTime: '2026-12-01T01:00:00Z' } }))).toEqual([
      400,
      'timeRangeEmpty',
    ]);
    expect((await google.ask('PUT', path, event)).body).toMatchObject({ summary: 'Algebra', sequence: 2 });
    expect(refusal(await google.ask('PUT', path, { summary: 'no times' }))).toEqual([400, 'required']);
  });

  test('a change of what has changed meanwhile is refused', async () => {
    const { body } = await insert();
    const path = `${EVENTS}/${body.id}`;
    expect((await google.ask('PATCH', path, { summary: 'B' }, { 'if-match': body.etag })).status).toBe(200);
    const late = await google.ask('PATCH', path, { summary: 'C' }, { 'if-match': body.etag });
    expect(refusal(late)).toEqual([412, 'conditionNotMet']);
    expect(refusal(await google.ask('DELETE', path, undefined, { 'if-match': '"0"' }))).toEqual([
      412,
      'conditionNotMet',
    ]);
  });

  test('mails go out only when they are asked for', async () => {
    const withGuest = { ...event, attendees: [{ email: 'lena@mail.example' }] };
    const { body } = await insert(withGuest);
    await google.ask('PATCH', `${EVENTS}/${body.id}?sendUpdates=none`, { summary: 'B' });
    expect(stage.google.mails).toEqual([]);
    await google.ask('DELETE', `${EVENTS}/${body.id}?sendUpdates=all`);
    await insert(withGuest, '?sendUpdates=externalOnly');
    expect(stage.google.mails).toMatchObject([
      { to: 'lena@mail.example', kind: 'cancellation', event: body.id },
      { to: 'lena@mail.example', kind: 'invitation' },
    ]);
  });
});

describe('Meet links', () => {
  test('without version 1 conferenceData is ignored', async () => {
    const { body } = await insert({ ...event, ...meet() });
    expect(body.conferenceData).toBeUndefined();
    expect(
      (await google.ask('PATCH', `${EVENTS}/${body.id}?conferenceDataVersion=1`, { summary: 'B' })).body.hangoutLink,
    ).toBeUndefined();
  });

  test('with it there is a link, the same under every name', async () => {
    const { body } = await insert({ ...event, ...meet() }, '?conferenceDataVersion=1');
    const { conferenceData, hangoutLink } = body;
    expect(conferenceData.createRequest.status.statusCode).toBe('success');
    expect(conferenceData.conferenceId).toMatch(/^[a-z]{3}-[a-z]{4}-[a-z]{3}$/);
    expect(conferenceData.entryPoints).toMatchObject([{ entryPointType: 'video', uri: hangoutLink }]);
  });

  test('it may be pending, and gets nearer with each look', async () => {
    stage.google.holdConferences(2);
    const { body } = await insert({ ...event, ...meet() }, '?conferenceDataVersion=1');
    expect(body.hangoutLink).toBeUndefined();
    const looks = [body];
    for (let look = 0; look < 3; look += 1) looks.push((await google.ask('GET', `${EVENTS}/${body.id}`)).body);
    expect(looks.map((one) => one.conferenceData.createRequest.status.statusCode)).toEqual([
      'pending',
      'pending',
      'pending',
      'success',
    ]);
  });

  test('it may fail, and then a request needs another id', async () => {
    stage.google.holdConferences(undefined);
    const { body } = await insert({ ...event, ...meet() }, '?conferenceDataVersion=1');
    expect(body.conferenceData).toEqual({
      createRequest: {
        requestId: 'r1',
        conferenceSolutionKey: { type: 'hangoutsMeet' },
        status: { statusCode: 'failure' },
      },
    });
    stage.google.holdConferences(0);
    const path = `${EVENTS}/${body.id}?conferenceDataVersion=1`;
    expect((await google.ask('PATCH', path, meet('r1'))).body.hangoutLink).toBeUndefined();
    expect((await google.ask('PATCH', path, meet('r2'))).body.hangoutLink).toBeDefined();
    expect((await google.ask('PATCH', path, { conferenceData: null })).body.conferenceData).toBeUndefined();
  });

  test.each([
    [meet('r1', 'eventHangout'), 'Invalid conference type value.'],
    [meet(''), 'Invalid conference data.'],
  ])('%o is refused', async (conference, message) => {
    const answer = await insert({ ...event, ...conference }, '?conferenceDataVersion=1');
    expect([answer.status, answer.body.error.message]).toEqual([400, message]);
  });

  test('an account without Meet cannot make one', async () => {
    stage.google.faults.set('no-meet-licence');
    const answer = await insert({ ...event, ...meet() }, '?conferenceDataVersion=1');
    expect(answer.body.error.message).toBe('Invalid conference type value.');
    expect((await insert()).status).toBe(200);
  });
});

describe('reading events', () => {
  const at = (hour: number, mark = 'x') => ({
    ...event,
    start: { dateTime: `2026-12-01T${hour}:00:00Z` },
    end: { dateTime: `2026-12-01T${hour + 1}:00:00Z` },
    extendedProperties: { private: { mark } },
  });
  const startsOf = ({ body }: Answered) =>
    body.items.map(({ start }: { start: { dateTime: string } }) => start.dateTime.slice(11, 13));

  test('in a range whose bounds are outside, with a private property, without the deleted ones', async () => {
    for (const hour of [14, 12, 10]) await insert(at(hour));
    const { body } = await insert(at(16, 'y'));
    const list = (query: string) => google.ask('GET', `${EVENTS}?singleEvents=true&orderBy=startTime&${query}`);
    expect(startsOf(await list('privateExtendedProperty=mark%3Dx'))).toEqual(['10', '12', '14']);
    expect(startsOf(await list('timeMin=2026-12-01T11:00:00Z&timeMax=2026-12-01T14:00:00Z'))).toEqual(['12']);
    await google.ask('DELETE', `${EVENTS}/${body.id}`);
    expect(startsOf(await list('timeMin=2026-12-01T16:00:00Z'))).toEqual([]);
    expect(startsOf(await list('timeMin=2026-12-01T16:00:00Z&showDeleted=true'))).toEqual(['16']);
  });

  test('page by page', async () => {
    for (const hour of [10, 11, 12]) await insert(at(hour));
    const first = await google.ask('GET', `${EVENTS}?maxResults=2`);
    expect(first.body.items).toHaveLength(2);
    expect(first.body.nextSyncToken).toBeUndefined();
    const second = await google.ask('GET', `${EVENTS}?maxResults=2&pageToken=${first.body.nextPageToken}`);
    expect(second.body.items).toHaveLength(1);
    expect(second.body.nextPageToken).toBeUndefined();
  });

  test.each([
    ['orderBy=startTime', 'badRequest'],
    ['timeMin=2026-12-01', 'invalidParameter'],
    ['timeMin=2026-12-02T00:00:00Z&timeMax=2026-12-01T00:00:00Z', 'timeRangeEmpty'],
    ['maxResults=0', 'invalidParameter'],
    ['privateExtendedProperty=mark', 'invalidParameter'],
    ['pageToken=x', 'invalid'],
  ])('%s is refused', async (query, reason) => {
    expect(refusal(await google.ask('GET', `${EVENTS}?${query}`))).toEqual([400, reason]);
  });
});

describe('who may what', () => {
  test('no token, a wrong one, or one without the scope', async () => {
    expect((await fetch(`${stage.origin}/sandbox/google/${EVENTS}`)).status).toBe(401);
    const wrong = { authorization: 'Bearer ya29.x' };
    expect(refusal(await google.ask('GET', EVENTS, undefined, wrong))).toEqual([401, 'authError']);
    // calendar.events does not cover the calendar itself.
    const calendar = await google.ask('GET', 'calendar/v3/calendars/primary');
    expect(refusal(calendar)).toEqual([403, 'insufficientPermissions']);
  });

  test('a calendar that is not there, and one that may only be read', async () => {
    expect(refusal(await google.ask('GET', 'calendar/v3/calendars/nobody%40x.example/events'))).toEqual([
      404,
      'notFound',
    ]);
    const holidays = 'calendar/v3/calendars/holidays%40group.v.calendar.google.com/events';
    expect((await google.ask('GET', holidays)).body.accessRole).toBe('reader');
    expect(refusal(await google.ask('POST', holidays, event))).toEqual([403, 'requiredAccessLevel']);
  });

  test('routes that do not exist', async () => {
    for (const path of ['calendar/v3/users', 'calendar/v3/calendars/primary/acl', `${EVENTS}/a/b`, 'drive/v3/files']) {
      expect((await google.ask('GET', path)).status).toBe(404);
    }
  });
});

describe('limits and faults', () => {
  test('600 requests a minute of one user, in a window that slides', async () => {
    const small = await googleStage({ perUser: 3, perProject: 5 });
    const { ask } = asking(small);
    const statuses: number[] = [];
    for (let count = 0; count < 4; count += 1) statuses.push((await ask('GET', EVENTS)).status);
    expect(statuses).toEqual([200, 200, 200, 403]);
    expect(refusal(await ask('GET', EVENTS))).toEqual([403, 'userRateLimitExceeded']);
    small.clock.now = new Date(small.clock.now.getTime() + 60_000);
    expect((await ask('GET', EVENTS)).status).toBe(200);
    await small.close();
  });

  test('and so many of the whole project', async () => {
    const small = await googleStage({ perProject: 2 });
    const { ask } = asking(small);
    await ask('GET', EVENTS);
    await ask('GET', EVENTS);
    expect(refusal(await ask('GET', EVENTS))).toEqual([429, 'rateLimitExceeded']);
    await small.close();
  });

  test('the page switches faults on and off', async () => {
    const { faults } = stage.google;
    await google.ask('GET', EVENTS);
    faults.set('down');
    expect(refusal(await insert())).toEqual([503, 'backendError']);
    faults.set('rate-limited');
    expect(refusal(await insert())).toEqual([403, 'rateLimitExceeded']);
    faults.set('rubbish');
    expect(await insert()).toMatchObject({ status: 200, body: expect.stringContaining('<!doctype html>') });
    expect(stage.google.events()).toEqual([]);
    faults.set('answer-lost');
    await expect(insert()).rejects.toThrow();
    expect(stage.google.events()).toHaveLength(1);
    faults.set('down', 1);
    expect((await insert()).status).toBe(503);
    expect(faults.current()).toBeUndefined();
    expect((await insert()).status).toBe(200);
  });

  test('what is slow is done, but answered late', async () => {
    const slow = await googleStage({ slowMs: 120 });
    const { ask } = asking(slow);
    await ask('GET', EVENTS);
    slow.google.faults.set('slow');
    const from = performance.now();
    expect((await ask('POST', EVENTS, event)).status).toBe(200);
    expect(performance.now() - from).toBeGreaterThan(100);
    await slow.close();
  });

  test('everything survives a restart, and is gone when one starts over', async () => {
    const { body } = await insert({ ...event, ...meet() }, '?conferenceDataVersion=1');
    stage.google.faults.set('rate-limited');
    const again = await googleStage({}, JSON.parse(JSON.stringify(stage.google.dump())));
    expect(again.google.faults.current()).toBe('rate-limited');
    again.google.faults.set(undefined);
    const found = await asking(again).ask('GET', `${EVENTS}/${body.id}`);
    expect(found.body).toMatchObject({ summary: 'Algebra', conferenceData: { conferenceId: expect.any(String) } });
    again.google.clear();
    expect(again.google.events()).toEqual([]);
    await again.close();
  });

  test('the traffic is written down as Google would see it, without tokens', async () => {
    await insert({ ...event, ...meet() }, '?conferenceDataVersion=1&sendUpdates=none');
    expect(stage.traffic).toEqual([
      {
        service: 'google',
        method: 'POST',
        path: '/calendar/v3/calendars/primary/events',
        query: { conferenceDataVersion: '1', sendUpdates: 'none' },
        body: { ...event, ...meet() },
        contentType: 'application/json',
      },
    ]);
  });
});

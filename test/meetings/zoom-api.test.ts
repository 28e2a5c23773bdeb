import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { FailureCode } from '../../src/core/meeting/failure.ts';
import { type Details, PlatformFailed } from '../../src/meetings/platform.ts';
import { createZoom } from '../../src/meetings/zoom/zoom.ts';
import { details } from './contract.ts';
import { createMemoryHolds } from './memory-holds.ts';
import { type ZoomStage, zoomStage } from './zoom-stage.ts';

const ONE = 'zoom-1@tutorline.example';
const TWO = 'zoom-2@tutorline.example';

let stage: ZoomStage;
beforeEach(async () => {
  stage = await zoomStage({ standIn: { rateLimits: false } });
});
afterEach(() => stage.close());

const another = (session: string, more: Partial<Details> = {}): Details => ({ ...details, session, ...more });
const platformWith = (options: Parameters<typeof createZoom>[0] | object) =>
  createZoom({ ...stage.settings, ...options });
const failureOf = async (asked: Promise<unknown>): Promise<PlatformFailed> => {
  const error = await asked.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof PlatformFailed)) throw new Error(`did not fail as it should: ${error}`);
  return error;
};
const bodies = () => stage.traffic.filter(({ method }) => method === 'POST').map(({ body }) => Object(body));
const tokensAsked = () => stage.traffic.filter(({ path }) => path === '/oauth/token').length;

describe('the token', () => {
  test('who asks at the same time shares one', async () => {
    await Promise.all([stage.platform.get('1'), stage.platform.get('2'), stage.platform.check()]);
    await stage.platform.get('3');
    expect(tokensAsked()).toBe(1);
  });

  test('is renewed a while before it dies', async () => {
    await stage.platform.get('1');
    stage.moveOn(57 * 60_000);
    await stage.platform.get('1');
    expect(tokensAsked()).toBe(1);
    stage.moveOn(60_000);
    await stage.platform.get('1');
    expect(tokensAsked()).toBe(2);
    expect(stage.platform.usage?.().failures).toBe(0);
  });

  test('is renewed once when Zoom does not take it any more', async () => {
    const { meetingId } = await stage.platform.create(details);
    stage.standIn.revokeTokens();
    expect(await stage.platform.get(meetingId)).toBeDefined();
    expect(tokensAsked()).toBe(2);
  });

  test('is renewed once and not again', async () => {
    stage.standIn.faults.order(/^GET/, { status: 401, body: { code: 124, message: 'Invalid access token.' } }, 9);
    const failure = await failureOf(stage.platform.get('1'));
    expect(failure).toMatchObject({ why: 'bad-credentials', detail: '401/124 Invalid access token.' });
    expect(tokensAsked()).toBe(2);
  });

  test.each([
    ['another secret', { clientSecret: 'wrong' }, '400 Invalid client_id or client_secret'],
    ['another account', { accountId: 'wrong' }, '400 Bad Request'],
  ])('%s is refused', async (_, options, detail) => {
    const failure = await failureOf(platformWith(options).check());
    expect(failure).toMatchObject({ why: 'bad-credentials', isTemporary: false, detail });
  });
});

test('scopes that the app gets later are there without waiting for the token to die', async () => {
  stage.standIn.faults.set('missing-scope');
  expect(await failureOf(stage.platform.create(details))).toMatchObject({ why: 'missing-permission' });
  stage.moveOn(120_000);
  stage.standIn.faults.set('missing-scope', 2); // the token of before: it looks, it makes
  await stage.platform.create(details);
  expect(tokensAsked()).toBe(2);
});

describe('what Zoom is asked for', () => {
  test('a scheduled meeting in UTC, silent, with a passcode, with the session in it', async () => {
    const made = await stage.platform.create({
      ...details,
      startsAt: new Date('2026-12-01T17:00:40.500Z'),
      endsAt: new Date('2026-12-01T17:45:41Z'),
    });
    expect(bodies().at(-1)).toMatchObject({
      topic: 'Álgebra & <b>proofs</b>',
      type: 2,
      start_time: '2026-12-01T17:00:00Z',
      duration: 46,
      timezone: 'Europe/Madrid',
      agenda: expect.stringContaining('0Session0Number1'),
      settings: { mute_upon_entry: true, email_notification: false, auto_recording: 'none' },
    });
    expect(made.meetingId).toMatch(/^\d{11}$/);
    expect(made.passcode).toMatch(/^.{6}$/);
    expect(made.url).toMatch(/\/j\/\d{11}\?pwd=.+/);
  });

  test('a long title is cut to what Zoom takes, between characters', async () => {
    await stage.platform.create({ ...details, subject: '🧮'.repeat(150) });
    const { topic } = bodies().at(-1);
    expect(topic).toBe(`${'🧮'.repeat(99)}…`);
  });

  test('recorded only where both agreed', async () => {
    await stage.platform.create({ ...details, isRecorded: true });
    expect(bodies().at(-1).settings.auto_recording).toBe('cloud');
  });

  test('in a pooled host’s meeting people come in by themselves; a tutor who hosts lets them in', async () => {
    await stage.platform.create(details);
    expect(bodies().at(-1).settings).toMatchObject({ join_before_host: true, jbh_time: 0, waiting_room: false });
    await stage.platform.create(another('B', { tutorAccount: TWO }));
    expect(bodies().at(-1).settings).toMatchObject({ join_before_host: false, waiting_room: true });
    expect(stage.standIn.meetings().map(({ host_email }) => host_email)).toEqual([ONE, TWO]);
  });

  test('a tutor who is not in the account gets a pooled host', async () => {
    const { host } = await stage.platform.create(another('B', { tutorAccount: 'gone@school.example' }));
    expect(host).toBe('me');
  });

  test('meetings that others made are never listed', async () => {
    await stage.platform.create(details);
    const token = await fetch(stage.settings.oauthUrl, {
      method: 'POST',
      headers: { authorization: `Basic ${btoa(`${stage.settings.clientId}:${stage.settings.clientSecret}`)}` },
      body: new URLSearchParams({ grant_type: 'account_credentials', account_id: stage.settings.accountId }),
    });
    const { access_token } = Object(await token.json());
    await fetch(`${stage.settings.apiUrl}/users/me/meetings`, {
      method: 'POST',
      headers: { authorization: `Bearer ${access_token}` },
      body: JSON.stringify({ topic: 'Staff', start_time: '2026-12-01T17:00:00Z' }),
    });
    expect(stage.standIn.meetings()).toHaveLength(2);
    expect(await stage.platform.list(new Date('2026-11-01'), new Date('2027-01-01'))).toHaveLength(1);
  });

  test('more meetings than fit on a page are found', async () => {
    await stage.platform.create(details);
    const { account } = Object(stage.standIn.dump());
    const meetings = Array.from({ length: 305 }, (_, index) => ({
      ...account.meetings[0],
      id: 90_000_000_000 + index,
    }));
    const many = await zoomStage({ saved: { account: { ...account, meetings } } });
    expect(await many.platform.list(new Date('2026-12-01'), new Date('2027-01-01'))).toHaveLength(305);
    await many.close();
  });
});

describe('a pool of hosts', () => {
  const pooled = () => platformWith({ hosts: [ONE, TWO], holds: createMemoryHolds() });

  test('sessions at one time have a host each; when all are taken it says so', async () => {
    const platform = pooled();
    expect((await platform.create(another('A'))).host).toBe(ONE);
    expect((await platform.create(another('B'))).host).toBe(TWO);
    const failure = await failureOf(platform.create(another('C')));
    expect(failure).toMatchObject({ why: 'no-host-free', isTemporary: false });
    const later = { startsAt: details.endsAt, endsAt: new Date('2026-12-01T18:30:00Z') };
    expect((await platform.create(another('D', later))).host).toBe(ONE);
  });

  test('a session keeps its host when it is done again', async () => {
    const platform = pooled();
    await platform.create(another('A'));
    const made = await platform.create(another('B'));
    expect(await platform.create(another('B'))).toEqual(made);
    expect(stage.standIn.meetings()).toHaveLength(2);
  });

  test('moved to where its host is taken, it gets another host and a new link, and the old meeting is deleted', async () => {
    const platform = pooled();
    const evening = { startsAt: new Date('2026-12-01T20:00:00Z'), endsAt: new Date('2026-12-01T21:00:00Z') };
    await platform.create(another('A', evening));
    const made = await platform.create(another('B'));
    expect(made.host).toBe(ONE);
    const moved = await platform.update(made, another('B', evening));
    expect(moved?.host).toBe(TWO);
    expect(await platform.get(made.meetingId)).toBeUndefined();
    expect(stage.standIn.meetings()).toHaveLength(2);
  });

  test('a host who could not is given back', async () => {
    const holds = createMemoryHolds();
    const platform = platformWith({ hosts: ['nobody@school.example', TWO], holds });
    expect((await platform.create(another('A'))).host).toBe(TWO);
    expect(await holds.heldBy('A')).toBe(TWO);
    stage.standIn.faults.order(/^POST \/users/, { status: 400, body: { code: 300, message: 'Validation Failed.' } });
    await failureOf(platform.create(another('B', { startsAt: details.endsAt })));
    expect(await holds.heldBy('B')).toBeUndefined();
  });

  test('a tutor’s own account that is in the pool is held too', async () => {
    const platform = pooled();
    expect((await platform.create(another('A', { tutorAccount: TWO }))).host).toBe(TWO);
    await platform.create(another('B'));
    expect(await failureOf(platform.create(another('C')))).toMatchObject({ why: 'no-host-free' });
  });
});

describe('what is left for today', () => {
  test('a host whose day is used up is passed over, and the last one says when it goes on', async () => {
    const platform = platformWith({ hosts: [ONE, TWO] });
    expect(platform.usage?.().writesLeftToday).toBe(200);
    stage.standIn.faults.set('daily-limit', 3); // asks for a token, looks, makes
    expect((await platform.create(another('A'))).host).toBe(TWO);
    expect(platform.usage?.().writesLeftToday).toBe(99);
    stage.standIn.faults.set('daily-limit');
    const failure = await failureOf(platform.create(another('B')));
    expect(failure).toMatchObject({ why: 'quota-used-up', isTemporary: false, retryAfterSeconds: 12 * 3600 });
    expect(platform.usage?.().writesLeftToday).toBe(0);
    stage.standIn.faults.set(undefined);
    stage.moveOn(12 * 3_600_000);
    expect(platform.usage?.()).toMatchObject({ writesLeftToday: 200, calls: 0 });
    await platform.create(another('B'));
  });

  test('what is used up is not asked for again', async () => {
    for (let index = 0; index < 100; index++) await stage.platform.create(another(`S${index}`));
    const before = bodies().length;
    expect(await failureOf(stage.platform.create(another('X')))).toMatchObject({ why: 'quota-used-up' });
    expect(bodies()).toHaveLength(before);
    expect(stage.standIn.meetings()).toHaveLength(100);
  });
});

describe('what Zoom’s errors mean', () => {
  const validation = {
    code: 300,
    message: 'Validation Failed.',
    errors: [{ field: 'timezone', message: 'Invalid field.' }],
  };
  test.each<[number, object, FailureCode, boolean]>([
    [400, validation, 'refused', false],
    [400, { code: 4711, message: 'Invalid access token, does not contain scopes:[x].' }, 'missing-permission', false],
    [401, { code: 4700, message: 'Invalid access token.' }, 'missing-permission', false],
    [401, { code: 124, message: 'Invalid access token.' }, 'bad-credentials', false],
    [403, { code: 200, message: 'No permission.' }, 'missing-permission', false],
    [400, { code: 200, message: 'Only available for Paid users.' }, 'needs-paid-plan', false],
    [404, { code: 1001, message: 'User does not exist: me.' }, 'no-such-host', false],
    [404, { code: 3001, message: 'Meeting does not exist: 1.' }, 'gone', false],
    [409, { code: 1, message: 'Conflict' }, 'refused', false],
    [500, { code: 500, message: 'Internal' }, 'broken', true],
    [302, {}, 'not-understood', false],
  ])('%i %o', async (status, body, why, isTemporary) => {
    stage.standIn.faults.order(/^(GET|POST) \/(users|meetings)/, { status, body }, 9);
    expect(await failureOf(stage.platform.hostLink?.('1') ?? Promise.resolve())).toMatchObject({ why, isTemporary });
    expect(await failureOf(stage.platform.create(details))).toMatchObject({ why });
  });

  test('the fields of a refusal are named for the admins', async () => {
    stage.standIn.faults.order(/^POST \/users/, { status: 400, body: validation });
    const { detail } = await failureOf(stage.platform.create(details));
    expect(detail).toBe('400/300 Validation Failed. (timezone: Invalid field.)');
  });

  test.each([
    ['seconds to wait', { 'X-RateLimit-Reset': '60' }, 60],
    ['a moment', { 'X-RateLimit-Reset': String(Date.parse('2026-11-30T12:02:00Z') / 1000) }, 120],
    ['Retry-After', { 'Retry-After': '30' }, 30],
  ])('what takes too long is not waited for: %s', async (_, headers, retryAfterSeconds) => {
    stage.standIn.faults.order(/^GET/, { status: 429, body: { code: 429, message: 'Try again later.' }, headers });
    const failure = await failureOf(stage.platform.get('1'));
    expect(failure).toMatchObject({ why: 'rate-limited', isTemporary: true, retryAfterSeconds });
    expect(stage.asked()).toHaveLength(1);
  });

  test('a link for dialling in is no link', async () => {
    const body = { id: 93812345678, join_url: 'https://zoom.us/u/aAbB1', password: 'secret' };
    stage.standIn.faults.order(/^POST \/users/, { status: 201, body }, 9);
    const failure = await failureOf(stage.platform.create(details));
    expect(failure.detail).toBe('the answer does not fit at join_url');
  });
});

describe('a lost answer', () => {
  test('the meeting is found and not asked for again', async () => {
    await stage.platform.check();
    stage.standIn.faults.set('answer-lost');
    const { meetingId } = await stage.platform.create(details);
    expect(bodies().filter(({ topic }) => topic)).toHaveLength(1);
    expect(String(stage.standIn.meetings()[0]?.id)).toBe(meetingId);
  });

  test('a 500 that made nothing is asked again, once', async () => {
    stage.standIn.faults.order(/^POST \/users/, { status: 500 });
    await stage.platform.create(details);
    expect(stage.standIn.meetings()).toHaveLength(1);
  });

  test('a meeting found again is brought to where the session is by now', async () => {
    await stage.platform.create(details);
    const later = { ...details, startsAt: new Date('2026-12-01T19:00:00Z'), endsAt: new Date('2026-12-01T20:00:00Z') };
    const { meetingId } = await stage.platform.create(later);
    expect(await stage.platform.get(meetingId)).toMatchObject({ startsAt: later.startsAt });
    expect(stage.standIn.meetings()).toHaveLength(1);
  });

  test('an app that may not list makes meetings all the same, and is told what it misses', async () => {
    stage.standIn.setScopes([
      'meeting:write:meeting:admin',
      'meeting:update:meeting:admin',
      'meeting:delete:meeting:admin',
      'meeting:read:meeting:admin',
    ]);
    await stage.platform.create(details);
    expect(stage.standIn.meetings()).toHaveLength(1);
    const { notes } = await stage.platform.check();
    expect(notes?.join()).toMatch(/list_meetings:admin is missing.*list_past_participants.*user:read:user:admin/);
    expect(await stage.platform.attendance?.('1')).toBeUndefined();
  });
});

describe('the account', () => {
  test('whose it is, and on what plan', async () => {
    expect(await platformWith({ hosts: [ONE, TWO] }).check()).toMatchObject({ name: ONE, plan: 'licensed', notes: [] });
  });

  test('a host who is not there is named', async () => {
    const failure = await failureOf(platformWith({ hosts: [ONE, 'nobody@school.example'] }).check());
    expect(failure).toMatchObject({ why: 'no-such-host', detail: 'nobody@school.example' });
  });

  test('scopes that are missing are named', async () => {
    stage.standIn.setScopes(['meeting:read:meeting:admin']);
    const failure = await failureOf(stage.platform.check());
    expect(failure).toMatchObject({
      why: 'missing-permission',
      detail: 'meeting:write:meeting:admin, meeting:update:meeting:admin, meeting:delete:meeting:admin',
    });
  });

  test('an app of before the granular scopes is fine', async () => {
    stage.standIn.faults.order(/oauth/, {
      status: 200,
      body: { access_token: 'x', expires_in: 3600, scope: 'meeting:write:admin meeting:read:admin' },
    });
    expect((await stage.platform.check()).notes).toHaveLength(1);
  });

  test('a basic plan is said to end after 40 minutes', async () => {
    const basic = await zoomStage({ standIn: { users: [{ id: 'A', email: ONE, name: 'One', type: 1 }] } });
    expect((await basic.platform.check()).notes?.join()).toContain('40 minutes');
    await basic.close();
  });
});

describe('around the meeting', () => {
  test('the way in as host is fetched when it is asked for, and is in nothing else', async () => {
    const made = await stage.platform.create(details);
    const link = await stage.platform.hostLink?.(made.meetingId);
    expect(link).toMatch(/\/s\/\d+\?zak=/);
    expect(JSON.stringify([made, await stage.platform.get(made.meetingId)])).not.toContain('zak');
    expect(await failureOf(stage.platform.hostLink?.('12345') ?? Promise.resolve())).toMatchObject({ why: 'gone' });
  });

  test('many are deleted one after the other', async () => {
    const made = await Promise.all(['A', 'B', 'C', 'D'].map((one) => stage.platform.create(another(one))));
    await Promise.all(made.map(({ meetingId }) => stage.platform.remove(meetingId)));
    expect(stage.standIn.meetings()).toHaveLength(0);
    expect(stage.platform.usage?.().failures).toBe(0);
  });

  test('a meeting with people in it is not deleted now', async () => {
    const { meetingId } = await stage.platform.create(details);
    const { userId } = await stage.standIn.joins(meetingId, { name: 'Lena' });
    expect(await failureOf(stage.platform.remove(meetingId))).toMatchObject({ why: 'in-progress', isTemporary: true });
    await stage.standIn.leaves(meetingId, userId);
    await stage.platform.remove(meetingId);
  });

  test('who came and when', async () => {
    const { meetingId } = await stage.platform.create(details);
    expect(await stage.platform.attendance?.(meetingId)).toEqual([]);
    const joinedAt = stage.now();
    const { userId } = await stage.standIn.joins(meetingId, { name: 'Lena' });
    stage.moveOn(30 * 60_000);
    await stage.standIn.leaves(meetingId, userId);
    expect(await stage.platform.attendance?.(meetingId)).toEqual([
      { name: 'Lena', email: undefined, joinedAt, leftAt: stage.now() },
    ]);
  });

  test('no secret is in what is logged or shown', async () => {
    stage.standIn.faults.set('down');
    const failure = await failureOf(stage.platform.create(details));
    stage.standIn.faults.set('slow');
    const second = await failureOf(stage.platform.check());
    const shown = [failure, second].map(
      (error) => `${error.stack} ${error.detail} ${JSON.stringify(error)} ${error.cause}`,
    );
    const text = shown.join() + JSON.stringify(stage.platform.usage?.());
    for (const secret of [stage.settings.clientSecret, 'Bearer', 'Basic', 'sandbox.'])
      expect(text).not.toContain(secret);
  });
});

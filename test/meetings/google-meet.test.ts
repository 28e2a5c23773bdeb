import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Fault } from '../../sandbox/google/faults.ts';
import type { GoogleFault } from '../../sandbox/google/index.ts';
import type { GoogleCredentials } from '../../src/meetings/google/auth.ts';
import { eventId } from '../../src/meetings/google/event.ts';
import { createGoogleFreeBusy, seesBusyOf } from '../../src/meetings/google/free-busy.ts';
import { createGoogleMeet } from '../../src/meetings/google/google-meet.ts';
import { type Details, type Platform, PlatformFailed } from '../../src/meetings/platform.ts';
import { asking } from '../sandbox/google-stage.ts';
import { details, platformContract, type Trouble } from './contract.ts';
import { type MeetStage, meetStage } from './google-stage.ts';

const FAULTS = {
  'credentials-refused': 'expired-credentials',
  'rate-limited': 'rate-limited',
  'server-error': 'down',
  'too-slow': 'slow',
  rubbish: 'rubbish',
  'answer-lost': 'answer-lost',
} as const satisfies Record<Trouble, GoogleFault>;

platformContract('Google Meet', async () => {
  const { google, platform, options, close } = await meetStage();
  return {
    platform,
    vendor: {
      breaks: (trouble, times) => google.faults.set(trouble && FAULTS[trouble], times),
      deletes: (meetingId) => createGoogleMeet(options).remove(meetingId),
      meetings: () => google.events().filter(({ status }) => status === 'confirmed').length,
    },
    close,
  };
});

const LINK = /\/sandbox\/google\/meet\/[a-z]{3}-[a-z]{4}-[a-z]{3}$/;
const invited: Details = {
  ...details,
  attendees: [
    { name: 'Lena', email: 'lena@mail.example' },
    { name: 'Theo', email: 'theo@mail.example' },
  ],
};
const later: Pick<Details, 'startsAt' | 'endsAt'> = {
  startsAt: new Date('2026-12-02T17:00:00Z'),
  endsAt: new Date('2026-12-02T17:45:00Z'),
};

describe('Google Meet', () => {
  let stage: MeetStage;
  let platform: Platform;
  beforeEach(async () => {
    stage = await meetStage();
    platform = stage.platform;
  });
  afterEach(() => stage.close());

  const failureOf = async (asked: Promise<unknown>) => {
    const error = await asked.then(
      () => undefined,
      (thrown: unknown) => thrown,
    );
    if (!(error instanceof PlatformFailed)) throw new Error(`no failure of a platform: ${error}`);
    return error;
  };
  const confirmed = () => stage.google.events().filter(({ status }) => status === 'confirmed');
  const codeOf = ({ url }: { url: string }) => url.split('/').at(-1) ?? '';

  describe('the event', () => {
    test('it has the session’s title and time, a link, and nothing personal', async () => {
      const { meetingId, url } = await platform.create(details);
      expect(url).toMatch(LINK);
      expect(meetingId).toMatch(/^[a-v0-9]{5,1024}$/);
      expect(confirmed()).toMatchObject([
        {
          summary: details.subject,
          start: { dateTime: '2026-12-01T17:00:00.000Z', timeZone: 'Europe/Madrid' },
          end: { dateTime: '2026-12-01T17:45:00.000Z', timeZone: 'Europe/Madrid' },
          attendees: [],
          reminders: { useDefault: false },
          guestsCanSeeOtherGuests: false,
        },
      ]);
      expect(stage.traffic[0]?.query).toEqual({ conferenceDataVersion: '1', sendUpdates: 'none' });
    });

    test('its id is made from session and attempt: the same for the same, another for any other', () => {
      const ids = [
        { session: 'A', attempt: 1 },
        { session: 'A', attempt: 2 },
        { session: 'A1', attempt: 1 },
        { session: 'B' },
      ].flatMap((one) => [eventId(one, 1), eventId(one, 2)]);
      expect(new Set(ids).size).toBe(ids.length);
      expect(eventId({ session: 'A' }, 1)).toBe(eventId({ session: 'A', attempt: 1 }, 1));
      for (const id of ids) expect(id).toMatch(/^[a-v0-9]{5,64}$/);
    });

    test('deleted and made again it has another id: Google never gives a deleted one back', async () => {
      const first = await platform.create(details);
      await platform.remove(first.meetingId);
      const second = await platform.create(details);
      expect(second.meetingId).not.toBe(first.meetingId);
      expect(await platform.create(details)).toEqual(second);
      await platform.remove(second.meetingId);
      expect((await platform.create(details)).meetingId).not.toBe(second.meetingId);
      expect(confirmed()).toHaveLength(1);
    });

    test('two at the same time make one', async () => {
      const made = await Promise.all(Array.from({ length: 5 }, () => platform.create(details)));
      expect(new Set(made.map(({ url }) => url)).size).toBe(1);
      expect(confirmed()).toHaveLength(1);
    });

    test('one whose answer is lost every time is found again', async () => {
      stage.google.fail('POST calendar', { lostAnswer: true }, 3);
      const made = await platform.create(details);
      expect(made.url).toMatch(LINK);
      expect(confirmed().map(({ id }) => id)).toEqual([made.meetingId]);
    });

    test('one that was made before the session was moved is brought to the new time', async () => {
      await platform.create(details);
      const made = await platform.create({ ...details, ...later });
      expect((await platform.get(made.meetingId))?.startsAt).toEqual(later.startsAt);
      expect(confirmed()).toHaveLength(1);
    });

    test('an event that others wrote into the calendar never shows', async () => {
      const { ask } = asking(stage);
      const theirs = {
        summary: 'Staff meeting',
        start: { dateTime: '2026-12-01T17:00:00Z' },
        end: { dateTime: '2026-12-01T18:00:00Z' },
      };
      await ask('POST', 'calendar/v3/calendars/primary/events', theirs);
      const { meetingId } = await platform.create(details);
      const found = await platform.list(new Date('2026-12-01T00:00:00Z'), new Date('2026-12-02T00:00:00Z'));
      expect(found.map((one) => one.meetingId)).toEqual([meetingId]);
    });

    test('a long list comes in pages', async () => {
      for (let number = 0; number < 252; number += 1) {
        await platform.create({ ...details, session: `S${number}` });
      }
      const found = await platform.list(details.startsAt, details.endsAt);
      expect(new Set(found.map(({ session }) => session)).size).toBe(252);
      expect(stage.asked().filter((one) => one === 'GET /calendars/primary/events')).toHaveLength(2);
    });

    test('one that runs into the range but began before it is not listed', async () => {
      await platform.create(details);
      expect(await platform.list(new Date('2026-12-01T17:10:00Z'), new Date('2026-12-02T00:00:00Z'))).toEqual([]);
    });
  });

  describe('guests', () => {
    test('who gave an address is invited, told of a move, and told that it is off', async () => {
      const made = await platform.create(invited);
      await platform.update(made, { ...invited, ...later });
      await platform.remove(made.meetingId);
      const mailsTo = (address: string) =>
        stage.google.mails.filter(({ to }) => to === address).map(({ kind }) => kind);
      expect(mailsTo('lena@mail.example')).toEqual(['invitation', 'update', 'cancellation']);
      expect(mailsTo('theo@mail.example')).toEqual(['invitation', 'update', 'cancellation']);
    });

    test('nobody else is ever written to', async () => {
      const made = await platform.create(details);
      await platform.update(made, { ...details, ...later });
      await platform.remove(made.meetingId);
      expect(stage.google.mails).toEqual([]);
    });

    test('who took their address back is no guest any more', async () => {
      const made = await platform.create(invited);
      await platform.update(made, details);
      expect(confirmed()).toMatchObject([{ attendees: [] }]);
    });
  });

  describe('a link that is not there at once', () => {
    test('it is waited for', async () => {
      stage.google.holdConferences(1);
      expect((await platform.create(details)).url).toMatch(LINK);
      expect(stage.asked()).toEqual([
        'POST /calendars/primary/events',
        ...Array(2).fill(expect.stringMatching(/^GET .*events\/tutorline/)),
      ]);
    });

    test('but not for ever; the half made event is deleted, and the next try makes another', async () => {
      stage.google.faults.set('pending-for-ever');
      expect(await failureOf(platform.create(details))).toMatchObject({ why: 'no-link', isTemporary: true });
      expect(confirmed()).toEqual([]);
      stage.google.faults.set(undefined);
      expect((await platform.create(details)).url).toMatch(LINK);
      expect(confirmed()).toHaveLength(1);
    });

    test('a link that Google cannot make leaves no event without one', async () => {
      stage.google.holdConferences(undefined);
      expect(await failureOf(platform.create(invited))).toMatchObject({ why: 'no-link', isTemporary: true });
      expect(confirmed()).toEqual([]);
      stage.google.holdConferences(0);
      expect((await platform.create(invited)).url).toMatch(LINK);
      expect(confirmed()).toHaveLength(1);
    });

    test('an event that lost its link is replaced when it is moved', async () => {
      const made = await platform.create(details);
      await asking(stage).ask(
        'PATCH',
        `calendar/v3/calendars/primary/events/${made.meetingId}?conferenceDataVersion=1`,
        { conferenceData: null },
      );
      expect(await platform.get(made.meetingId)).toBeUndefined();
      const other = await platform.update(made, { ...details, ...later });
      expect(other?.url).toMatch(LINK);
      expect(confirmed()).toHaveLength(1);
    });
  });

  describe('what goes wrong', () => {
    test.each<[Fault, object]>([
      [{ refusal: 'conferenceType' }, { why: 'no-link', detail: expect.stringContaining('Invalid conference type') }],
      [{ refusal: 'insufficientPermissions' }, { why: 'missing-permission' }],
      [{ refusal: 'requiredAccessLevel' }, { why: 'missing-permission' }],
      [{ refusal: 'timeRangeEmpty' }, { why: 'refused' }],
      [{ refusal: 'notFound' }, { why: 'no-such-host' }],
      [{ refusal: 'deleted' }, { why: 'gone' }],
      [{ refusal: 'conditionNotMet' }, { why: 'refused' }],
    ])('%o is for good', async (fault, expected) => {
      stage.google.fail('POST calendar', fault);
      expect(await failureOf(platform.create(details))).toMatchObject({ isTemporary: false, ...expected });
      expect(stage.asked()).toHaveLength(1);
    });

    test.each<[Fault, object]>([
      [{ refusal: 'rateLimitExceeded' }, { why: 'rate-limited' }],
      [{ refusal: 'userRateLimitExceeded' }, { why: 'rate-limited' }],
      [{ refusal: 'quotaExceeded' }, { why: 'quota-used-up' }],
      [
        { refusal: 'tooManyRequests', retryAfter: 90 },
        { why: 'rate-limited', retryAfterSeconds: 90 },
      ],
      [{ refusal: 'backendError' }, { why: 'broken' }],
      [{ status: 502 }, { why: 'broken' }],
    ])('%o may be over later', async (fault, expected) => {
      stage.google.fail('POST calendar', fault, 3);
      expect(await failureOf(platform.create(details))).toMatchObject({ isTemporary: true, ...expected });
    });

    test('a long Retry-After is not waited for, a short one is', async () => {
      stage.google.fail('POST calendar', { refusal: 'tooManyRequests', retryAfter: 90 });
      await failureOf(platform.create(details));
      expect(stage.asked()).toHaveLength(1);
      stage.google.fail('POST calendar', { refusal: 'tooManyRequests', retryAfter: 1 });
      expect((await platform.create(details)).url).toMatch(LINK);
    });

    test('a calendar that is not there', async () => {
      const elsewhere = createGoogleMeet({ ...stage.options, calendarId: 'nobody@school.example' });
      expect(await failureOf(elsewhere.create(details))).toMatchObject({ why: 'no-such-host', isTemporary: false });
      expect(await failureOf(elsewhere.check())).toMatchObject({ why: 'no-such-host' });
    });

    test('a calendar that may only be read', async () => {
      const readOnly = createGoogleMeet({ ...stage.options, calendarId: 'holidays@group.v.calendar.google.com' });
      expect(await failureOf(readOnly.create(details))).toMatchObject({ why: 'missing-permission' });
      expect(await failureOf(readOnly.check())).toMatchObject({
        why: 'missing-permission',
        detail: expect.stringContaining('reader'),
      });
    });

    test('an account without Meet', async () => {
      stage.google.faults.set('no-meet-licence');
      expect(await failureOf(platform.create(details))).toMatchObject({ why: 'no-link', isTemporary: false });
      expect(confirmed()).toEqual([]);
    });

    test('nobody listens there', async () => {
      const nowhere = { apiUrl: 'http://127.0.0.1:9/', oauthUrl: 'http://127.0.0.1:9/token' };
      const lost = createGoogleMeet({ ...stage.options, ...nowhere });
      expect(await failureOf(lost.create(details))).toMatchObject({ why: 'unreachable', isTemporary: true });
      const half = createGoogleMeet({ ...stage.options, apiUrl: nowhere.apiUrl });
      expect(await failureOf(half.create(details))).toMatchObject({ why: 'unreachable', isTemporary: true });
    });

    test('an answer of another form', async () => {
      stage.google.fail('calendar', { body: '{"id": 7}' });
      expect(await failureOf(platform.create(details))).toMatchObject({
        why: 'not-understood',
        detail: expect.stringContaining('id'),
      });
    });

    test('what is thrown holds neither token nor address', async () => {
      stage.google.fail('POST calendar', { refusal: 'insufficientPermissions' });
      const error = await failureOf(platform.create(invited));
      const { clientSecret, refreshToken } = stage.settings.credentials;
      const whole = inspect(error, { depth: 20, showHidden: true, getters: true });
      for (const secret of ['ya29.', 'Bearer', clientSecret, refreshToken, 'lena@mail.example']) {
        expect(whole).not.toContain(secret);
      }
    });
  });

  describe('signing in', () => {
    test('many calls share one token, and the next is asked for before it dies', async () => {
      const asked = tokensAsked(stage);
      await Promise.all([1, 2, 3].map((attempt) => platform.create({ ...details, attempt })));
      expect(asked()).toBe(1);
      stage.clock.now = new Date(stage.clock.now.getTime() + 58 * 60_000);
      await platform.check();
      expect(asked()).toBe(2);
    });

    test('a token that dies before its time is renewed once', async () => {
      await platform.create(details);
      stage.google.expireTokens();
      expect((await platform.create({ ...details, attempt: 2 })).url).toMatch(LINK);
    });

    test('invalid_grant: the account has to be connected again', async () => {
      const wrong = { ...stage.settings.credentials, refreshToken: '1//another' };
      const lost = createGoogleMeet({ ...stage.options, credentials: wrong });
      expect(await failureOf(lost.check())).toMatchObject({
        why: 'bad-credentials',
        isTemporary: false,
        detail: expect.stringContaining('invalid_grant'),
      });
    });

    test('a client that Google does not know', async () => {
      const wrong = { ...stage.settings.credentials, clientSecret: 'another' };
      const lost = createGoogleMeet({ ...stage.options, credentials: wrong });
      expect(await failureOf(lost.check())).toMatchObject({ why: 'bad-credentials' });
    });

    test('a service account speaks for its subject, with its key as JSON or as a file', async () => {
      const key = stage.google.credentials.serviceAccount();
      const folder = await mkdtemp(join(tmpdir(), 'tutorline-'));
      const file = join(folder, 'key.json');
      await writeFile(file, key);
      for (const [attempt, given] of [key, file].entries()) {
        const credentials = serviceAccount(given);
        const byService = createGoogleMeet({ ...stage.options, credentials });
        expect((await byService.create({ ...details, attempt })).url).toMatch(LINK);
        expect(await byService.check()).toMatchObject({ name: 'tutoring@school.example', notes: [] });
      }
      await rm(folder, { recursive: true });
    });

    test('a service account without delegation', async () => {
      stage.google.delegate(false);
      const credentials = serviceAccount(stage.google.credentials.serviceAccount());
      expect(await failureOf(createGoogleMeet({ ...stage.options, credentials }).create(details))).toMatchObject({
        why: 'missing-permission',
        isTemporary: false,
        detail: expect.stringContaining('unauthorized_client'),
      });
    });

    test.each([
      ['not there', '/nowhere/key.json'],
      ['no key file', '{"type":"authorized_user"}'],
      [
        'a key that is none',
        '{"client_email":"tutorline@sandbox-project.iam.gserviceaccount.com","private_key":"shh"}',
      ],
    ])('a key that is %s is not quoted', async (_, key) => {
      const error = await failureOf(createGoogleMeet({ ...stage.options, credentials: serviceAccount(key) }).check());
      expect(error).toMatchObject({ why: 'bad-credentials', isTemporary: false });
      expect(inspect(error, { depth: 20 })).not.toContain(key);
    });
  });

  describe('who came', () => {
    test('names and times, from every conference of the meeting', async () => {
      const made = await platform.create(details);
      const at = (time: string) => {
        stage.clock.now = new Date(`2026-12-01T${time}:00Z`);
      };
      at('16:58');
      const theo = stage.google.joins(codeOf(made), 'Theo', true);
      at('17:03');
      const lena = stage.google.joins(codeOf(made), 'Lena');
      at('17:20');
      stage.google.leaves(codeOf(made), theo);
      stage.google.leaves(codeOf(made), lena);
      at('17:25');
      stage.google.joins(codeOf(made), 'Lena');
      const seen = await platform.attendance?.(made.meetingId);
      expect(
        seen?.map(({ name, email, joinedAt, leftAt }) => [name, email, joinedAt.toISOString(), leftAt?.toISOString()]),
      ).toEqual([
        ['Theo', undefined, '2026-12-01T16:58:00.000Z', '2026-12-01T17:20:00.000Z'],
        ['Lena', undefined, '2026-12-01T17:03:00.000Z', '2026-12-01T17:20:00.000Z'],
        ['Lena', undefined, '2026-12-01T17:25:00.000Z', undefined],
      ]);
    });

    test('nobody came', async () => {
      const made = await platform.create(details);
      expect(await platform.attendance?.(made.meetingId)).toEqual([]);
    });

    test.each(['refresh-token', 'service-account'] as const)(
      'where it was not agreed to (%s) it is not known, is asked once, and is said',
      async (kind) => {
        stage.google.grantAttendance(false);
        const key = stage.google.credentials.serviceAccount();
        const credentials = kind === 'service-account' ? serviceAccount(key) : stage.settings.credentials;
        const shy = createGoogleMeet({ ...stage.options, credentials });
        const made = await shy.create(details);
        expect(await shy.attendance?.(made.meetingId)).toBeUndefined();
        stage.google.fail('meet', { status: 500 }, 9);
        expect(await shy.attendance?.(made.meetingId)).toBeUndefined();
      },
    );

    test('whether it is seen when people are busy is said too', async () => {
      const freeBusy = createGoogleFreeBusy({ ...stage.options });
      const seeing = createGoogleMeet({ ...stage.options, seesBusy: seesBusyOf(freeBusy, stage.options.now) });
      expect((await seeing.check()).notes).toEqual([]);
      stage.google.grantFreeBusy(false);
      expect((await seeing.check()).notes).toEqual([expect.stringContaining('calendar.freebusy')]);
      stage.google.grantFreeBusy(true);
    });

    test('agreed to later, it is seen after the next check', async () => {
      stage.google.grantAttendance(false);
      const made = await platform.create(details);
      expect((await platform.check()).notes).toEqual([expect.stringContaining('meetings.space.readonly')]);
      expect(await platform.attendance?.(made.meetingId)).toBeUndefined();
      stage.google.grantAttendance(true);
      expect((await platform.check()).notes).toEqual([]);
      expect(await platform.attendance?.(made.meetingId)).toEqual([]);
    });

    test('what recordings need is said where it was not granted, and without it there is a room all the same', async () => {
      const recording = createGoogleMeet({ ...stage.options, records: true });
      const made = await recording.create({ ...details, isRecorded: true });
      const code = new URL(made.url).pathname.split('/').at(-1) ?? '';
      expect((await recording.check()).notes).toEqual([]);
      stage.google.leaves(code, stage.google.joins(code, 'Theo', true));
      expect(await recording.recorded?.(made.meetingId)).toEqual([]); // not ready
      stage.clock.now = new Date(stage.clock.now.getTime() + 6 * 60_000);
      const account = stage.google.credentials.account;
      expect(await recording.recorded?.(made.meetingId)).toMatchObject([
        { what: 'recording', openTo: [account] },
        { what: 'transcript', openTo: [account] },
      ]);
      for (const credentials of [
        stage.settings.credentials,
        serviceAccount(stage.google.credentials.serviceAccount()),
      ] as const) {
        stage.google.grantRecordings(false, false);
        const shy = createGoogleMeet({ ...stage.options, credentials, records: true });
        expect((await shy.check()).notes).toEqual([
          expect.stringContaining('meetings.space.settings'),
          expect.stringContaining('drive.meet.readonly'),
        ]);
        expect(await shy.update(made, { ...details, isRecorded: false })).toBeUndefined();
        expect(await shy.recorded?.(made.meetingId)).toMatchObject([{ openTo: 'unknown' }, { openTo: 'unknown' }]);
        stage.google.grantRecordings(true, true);
      }
    });

    test('of a meeting that was deleted nothing is known', async () => {
      const made = await platform.create(details);
      await platform.remove(made.meetingId);
      expect(await platform.attendance?.(made.meetingId)).toBeUndefined();
    });
  });
});

function serviceAccount(key: string): GoogleCredentials {
  return { kind: 'service-account', key, subject: 'tutoring@school.example' };
}

/** How often a token was asked for, from now on. */
function tokensAsked({ google }: MeetStage): () => number {
  const { fetch } = google;
  let count = 0;
  Object.assign(google, {
    fetch: (request: Request) => {
      if (request.url.endsWith(google.credentials.tokenPath)) count += 1;
      return fetch(request);
    },
  });
  return () => count;
}

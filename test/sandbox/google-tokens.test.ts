import { generateKeyPairSync, sign } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Asking, asking, type GoogleStage, googleStage } from './google-stage.ts';

const EVENTS = 'calendar/v3/calendars/primary/events';
const CALENDAR_SCOPE = 'https://www.googleapis.com/auth/calendar.events';
const BEARER = 'urn:ietf:params:oauth:grant-type:jwt-bearer';

let stage: GoogleStage;
let google: Asking;
beforeEach(async () => {
  stage = await googleStage();
  google = asking(stage);
});
afterEach(() => stage.close());

describe('a refresh token', () => {
  const form = (changes: Record<string, string> = {}) => {
    const { clientId, clientSecret, refreshToken } = stage.settings.credentials;
    return {
      grant_type: 'refresh_token',
      client_id: clientId,
      client_secret: clientSecret,
      refresh_token: refreshToken,
      ...changes,
    };
  };

  test('is worth an access token for an hour, with the scopes that were agreed to', async () => {
    const { status, body } = await google.token(form());
    expect([status, body.token_type, body.expires_in]).toEqual([200, 'Bearer', 3599]);
    expect(body.scope).toContain(CALENDAR_SCOPE);
    const authorization = `Bearer ${body.access_token}`;
    expect((await google.ask('GET', EVENTS, undefined, { authorization })).status).toBe(200);
    stage.clock.now = new Date(stage.clock.now.getTime() + 3600_000);
    const late = await google.ask('GET', EVENTS, undefined, { authorization });
    expect([late.status, late.body.error.errors[0].reason]).toEqual([401, 'authError']);
  });

  test.each([
    [{ refresh_token: '1//x' }, 400, 'invalid_grant'],
    [{ client_id: 'x' }, 401, 'invalid_client'],
    [{ client_secret: 'x' }, 401, 'invalid_client'],
    [{ grant_type: 'password' }, 400, 'unsupported_grant_type'],
  ])('with %o it is refused', async (changes, status, error) => {
    const answer = await google.token(form(changes));
    expect([answer.status, answer.body.error]).toEqual([status, error]);
  });

  test('that was revoked is refused, and so is its access token', async () => {
    await google.ask('GET', EVENTS);
    stage.google.faults.set('expired-credentials');
    const answer = await google.token(form());
    expect(answer.body).toEqual({
      error: 'invalid_grant',
      error_description: 'Token has been expired or revoked.',
    });
    expect((await google.ask('GET', EVENTS)).status).toBe(401);
  });

  test('must come as a form', async () => {
    const answer = await fetch(stage.settings.oauthUrl, { method: 'POST', body: JSON.stringify(form()) });
    expect([answer.status, (await answer.json()).error]).toEqual([400, 'invalid_request']);
    expect((await fetch(stage.settings.oauthUrl)).status).toBe(404);
  });
});

describe('a service account', () => {
  const seconds = () => Math.floor(stage.clock.now.getTime() / 1000);
  const claims = () => ({
    iss: 'tutorline@sandbox-project.iam.gserviceaccount.com',
    sub: 'tutoring@school.example' as string | undefined,
    scope: CALENDAR_SCOPE,
    aud: 'https://oauth2.googleapis.com/token',
    iat: seconds(),
    exp: seconds() + 3600,
  });
  const assertion = (payload: object, header: object = {}, key?: string) => {
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const file = JSON.parse(stage.google.credentials.serviceAccount());
    const text = `${part({ alg: 'RS256', typ: 'JWT', ...header })}.${part(payload)}`;
    return `${text}.${sign('RSA-SHA256', Buffer.from(text), key ?? file.private_key).toString('base64url')}`;
  };
  const signIn = (...args: Parameters<typeof assertion>) =>
    google.token({ grant_type: BEARER, assertion: assertion(...args) });
  const bearerOf = async (payload: object) => {
    const { body } = await signIn(payload);
    return { authorization: `Bearer ${body.access_token}` };
  };

  test('speaks for its subject', async () => {
    const headers = await bearerOf(claims());
    const { body } = await google.ask('GET', EVENTS, undefined, headers);
    expect([body.summary, body.accessRole]).toEqual(['tutoring@school.example', 'owner']);
  });

  test.each<[string, (good: ReturnType<typeof claims>) => object, string]>([
    ['another account', (good) => ({ ...good, iss: 'x@y.example' }), 'account not found'],
    ['another audience', (good) => ({ ...good, aud: 'https://accounts.google.com' }), 'audience'],
    ['longer than an hour', (good) => ({ ...good, exp: good.iat + 3601 }), 'short-lived'],
    ['from yesterday', (good) => ({ ...good, iat: good.iat - 86_400, exp: good.iat - 82_800 }), 'short-lived'],
    ['from tomorrow', (good) => ({ ...good, iat: good.iat + 86_400, exp: good.exp + 86_400 }), 'short-lived'],
    ['a subject that is not there', (good) => ({ ...good, sub: 'x@school.example' }), 'Invalid email'],
    ['no times', ({ iat: _, ...good }) => good, 'parse'],
  ])('an assertion with %s is an invalid grant', async (_, change, says) => {
    const answer = await signIn(change(claims()));
    expect([answer.status, answer.body.error]).toEqual([400, 'invalid_grant']);
    expect(answer.body.error_description).toContain(says);
  });

  test('an assertion that another key signed, or that is none, is refused', async () => {
    const other = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({
      type: 'pkcs8',
      format: 'pem',
    });
    const { body } = await signIn(claims(), {}, other.toString());
    expect(body.error_description).toBe('Invalid JWT Signature.');
    expect((await signIn(claims(), { kid: 'another' })).body.error_description).toBe('Invalid JWT Signature.');
    expect((await signIn(claims(), { alg: 'none' })).body.error_description).toContain('parse');
    expect((await google.token({ grant_type: BEARER, assertion: 'a.b.c' })).body.error).toBe('invalid_grant');
  });

  test('scopes that do not exist, or were not delegated, are refused', async () => {
    expect((await signIn({ ...claims(), scope: 'calendar' })).body.error).toBe('invalid_scope');
    expect((await signIn({ ...claims(), scope: '' })).body.error).toBe('invalid_scope');
    const scope = 'https://www.googleapis.com/auth/calendar';
    const answer = await signIn({ ...claims(), scope });
    expect([answer.status, answer.body.error]).toEqual([401, 'unauthorized_client']);
    stage.google.delegate(false);
    expect((await signIn(claims())).body.error).toBe('unauthorized_client');
  });

  test('without a subject it has a calendar of its own, but neither Meet nor guests', async () => {
    const { sub: _, ...alone } = claims();
    const headers = await bearerOf(alone);
    const event = { start: { dateTime: '2026-12-01T17:00:00Z' }, end: { dateTime: '2026-12-01T18:00:00Z' } };
    expect((await google.ask('POST', EVENTS, event, headers)).status).toBe(200);
    const conferenceData = { createRequest: { requestId: 'r', conferenceSolutionKey: { type: 'hangoutsMeet' } } };
    const meet = await google.ask('POST', `${EVENTS}?conferenceDataVersion=1`, { ...event, conferenceData }, headers);
    expect([meet.status, meet.body.error.message]).toEqual([400, 'Invalid conference type value.']);
    const guests = await google.ask('POST', EVENTS, { ...event, attendees: [{ email: 'a@b.example' }] }, headers);
    expect([guests.status, guests.body.error.errors[0].reason]).toEqual([403, 'forbiddenForServiceAccounts']);
  });
});

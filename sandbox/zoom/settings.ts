/** Somebody in the Zoom account. */
export interface ZoomUser {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  /** 1: basic, with 40 minutes a meeting. 2: licensed. */
  readonly type: 1 | 2;
}

/** The account's plan decides how many requests a second it may send. */
export type Plan = 'free' | 'pro' | 'business';

export const PREFIX = '/sandbox/zoom';

/** A Server-to-Server OAuth app and its secrets, which are worth nothing outside this machine. */
export const APP = {
  accountId: 'SandboxZoomAccount0001',
  clientId: 'SandboxZoomClientId001',
  clientSecret: 'sandbox-zoom-client-secret-000001',
  webhookSecret: 'sandbox-zoom-webhook-secret',
} as const;

/** The first is the one to whom the app belongs: `me`. */
export const USERS: readonly ZoomUser[] = [
  { id: 'KdYKjnimT4KPd8FFgQt9FQ', email: 'zoom-1@tutorline.example', name: 'Tutoring room 1', type: 2 },
  { id: 'ShA2DfTpQ9OZdhTWPrQZ3w', email: 'zoom-2@tutorline.example', name: 'Tutoring room 2', type: 2 },
];

export const SCOPES: readonly string[] = [
  'meeting:write:meeting:admin',
  'meeting:update:meeting:admin',
  'meeting:delete:meeting:admin',
  'meeting:read:meeting:admin',
  'meeting:read:list_meetings:admin',
  'meeting:read:list_past_participants:admin',
  'user:read:user:admin',
];

/** https://developers.zoom.us/blog/webhook-delays */
export const RETRY_MINUTES: readonly number[] = [5, 20, 60];

export type Json = Record<string, unknown>;

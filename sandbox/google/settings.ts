/** The Google account that stands in for a school's. */
export const ACCOUNT = 'tutoring@school.example';
/** A calendar that the account may only read. */
const READ_ONLY_CALENDAR = 'holidays@group.v.calendar.google.com';

export const CLIENT_ID = '410000000001-sandbox.apps.googleusercontent.com';
export const CLIENT_SECRET = 'GOCSPX-sandbox-client-secret';
export const REFRESH_TOKEN = '1//0sandbox-refresh-token';
export const SERVICE_ACCOUNT = 'tutorline@sandbox-project.iam.gserviceaccount.com';

/** https://developers.google.com/identity/protocols/oauth2/service-account: assertions always name this audience. */
export const TOKEN_URL = 'https://oauth2.googleapis.com/token';
/** https://developers.google.com/identity/protocols/oauth2: tokens live an hour. */
export const TOKEN_SECONDS = 3599;

const AUTH = 'https://www.googleapis.com/auth/';
export const SCOPES = {
  calendar: `${AUTH}calendar`,
  calendarReadonly: `${AUTH}calendar.readonly`,
  events: `${AUTH}calendar.events`,
  eventsReadonly: `${AUTH}calendar.events.readonly`,
  freeBusy: `${AUTH}calendar.freebusy`,
  eventsFreeBusy: `${AUTH}calendar.events.freebusy`,
  meetReadonly: `${AUTH}meetings.space.readonly`,
  meetCreated: `${AUTH}meetings.space.created`,
  meetSettings: `${AUTH}meetings.space.settings`,
  driveMeet: `${AUTH}drive.meet.readonly`,
} as const;

/** https://developers.google.com/workspace/calendar/api/guides/quota, for projects made after 2026-05-01. */
export const QUOTA_PER_PROJECT = 10_000;
export const QUOTA_PER_USER = 600;

export interface Calendar {
  readonly id: string;
  readonly summary: string;
  readonly accessRole: 'owner' | 'writer' | 'reader';
}

export const CALENDARS: readonly Calendar[] = [
  { id: ACCOUNT, summary: ACCOUNT, accessRole: 'owner' },
  { id: READ_ONLY_CALENDAR, summary: 'Holidays', accessRole: 'reader' },
];

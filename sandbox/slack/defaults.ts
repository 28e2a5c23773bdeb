import type { SlackChannel, SlackPerson } from './types.ts';

/** Two learners, two tutors and an admin, far enough apart to show every time zone mistake. */
export const PEOPLE: readonly SlackPerson[] = [
  { id: 'U0LENA0001', name: 'lena', realName: 'Lena Vogel', tz: 'Europe/Berlin', locale: 'en-US' },
  { id: 'U0MATEO002', name: 'mateo', realName: 'Mateo Ruiz', tz: 'America/Mexico_City', locale: 'es-LA' },
  { id: 'U0THEO0003', name: 'theo', realName: 'Theo Park', tz: 'America/New_York', locale: 'en-US' },
  { id: 'U0ADA00004', name: 'ada', realName: 'Ada Obi', tz: 'Africa/Lagos', locale: 'en-GB' },
  {
    id: 'U0GRACE005',
    name: 'grace',
    realName: 'Grace Lindqvist',
    tz: 'Europe/Stockholm',
    locale: 'en-US',
    isAdmin: true,
  },
];

export const CHANNELS: readonly SlackChannel[] = [
  { id: 'C0GENERAL1', name: 'general' },
  { id: 'C0LEARNING', name: 'learning', hasApp: true },
  { id: 'C0ADMINS01', name: 'tutoring-admins', isPrivate: true, members: ['U0GRACE005'], hasApp: true },
];

/** The one app that is installed in this workspace. */
export const APP = {
  id: 'A0TUTORLINE',
  name: 'Tutorline',
  botUser: 'U0TUTORBOT',
  botName: 'tutorline',
  bot: 'B0TUTORBOT',
  team: 'T0SANDBOX1',
  teamName: 'Sandbox School',
  teamDomain: 'sandbox-school',
  // Played on this machine only: these open nothing anywhere else.
  verificationToken: 'sandbox-verification-token',
  botToken: 'xoxb-sandbox-bot-token',
  appToken: 'xapp-1-A0TUTORLINE-sandbox-app-token',
  signingSecret: 'sandbox-signing-secret',
} as const;

export const SLACKBOT = 'USLACKBOT';

/** The one user group of the workspace. */
export const LEARNERS = { id: 'S0LEARNERS', users: ['U0LENA0001'] } as const;

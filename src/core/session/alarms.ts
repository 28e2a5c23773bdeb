import { ESCALATE_AFTER_HOURS, MEETING_BEFORE_HOURS, NUDGE_AFTER_HOURS, RATE_NUDGE_AFTER_HOURS } from '../limits.ts';
import { isSettled } from '../outcome/outcome.ts';
import { type LeadsOf, nextReminderAt } from '../owing/reminders.ts';
import { askedToGoOnAt } from '../series/go-on.ts';
import type { Session } from './session.ts';
import { askComingAt, silentOnes, wasAsked } from './still-coming.ts';
import { answerBy, endsByItselfAt, lapsesAt, settlesAt } from './times.ts';

const HOUR = 3_600_000;

/** What a session can want attention for, in the order in which it happens to one that was left alone for long. */
export const ALARM_KINDS = [
  /** Nobody has taken another time that was suggested. */
  'lapse',
  /** Nobody has answered the request in time. */
  'expire',
  /** It is decided whether enough have signed up for a group session. */
  'minimum',
  /** Its time has come: it starts if its people are there. */
  'start',
  'remind',
  /** Those who were asked are reminded that somebody waits. */
  'nudge',
  /** The admins hear that nobody answers. */
  'escalate',
  /** Its meeting was put off. */
  'make-meeting',
  /** Its learners are asked whether they still come. */
  'ask-coming',
  /** Some say nothing to that. */
  'silence',
  /** Its series runs out: its people are asked whether to go on. */
  'go-on',
  'end',
  /** Its platform is asked for the recording. */
  'recording',
  /** Those who said nothing are asked once more. */
  'ask',
  /** What people did not say is settled. */
  'settle',
] as const;

export type AlarmKind = (typeof ALARM_KINDS)[number];

/** When a session next wants attention, and for what. */
export interface Alarm {
  readonly kind: AlarmKind;
  readonly at: Date;
}

/**
 * All alarms of a session as it is now, at most one of each kind. They are what the tick goes by: what is not here does
 * not happen by itself, and each deed has to change the session so that its alarm goes away.
 */
export function alarmsOf(session: Session, leadsOf: LeadsOf): readonly Alarm[] {
  const alarms: Alarm[] = [];
  const add = (kind: AlarmKind, at: Date | undefined) => {
    if (at) alarms.push({ kind, at });
  };
  add('lapse', lapsesAt(session));
  switch (session.state) {
    case 'requested':
      add('expire', answerBy(session));
      // A tutor who suggests another time has answered.
      if (session.proposal && session.proposal.by === session.tutor) break;
      if (!session.nudgedAt) add('nudge', after(session.requestedAt, NUDGE_AFTER_HOURS * HOUR));
      if (!session.escalatedAt) add('escalate', after(session.requestedAt, ESCALATE_AFTER_HOURS * HOUR));
      break;
    case 'confirmed':
      if (!session.decidedUntil || session.decidedUntil < session.startsAt) add('start', session.startsAt);
      add('minimum', session.minimumUntil);
      add('make-meeting', meetingDueAt(session));
      if (session.asksComing && !wasAsked(session)) add('ask-coming', askComingAt(session));
      if (session.asksComing && silentOnes(session).length > 0) add('silence', session.silenceAt);
      add('remind', nextReminderAt(session, leadsOf));
      add('go-on', askedToGoOnAt(session));
      add('end', endsByItselfAt(session));
      break;
    case 'started':
      add('remind', nextReminderAt(session, leadsOf));
      add('end', endsByItselfAt(session));
      break;
    case 'ended':
      add('recording', session.recordingDueAt);
      if (!session.endedAt || isSettled(session)) break;
      if (!session.rateNudgedAt) add('ask', after(session.endedAt, RATE_NUDGE_AFTER_HOURS * HOUR));
      add('settle', settlesAt(session));
      break;
    case 'declined':
    case 'expired':
    case 'cancelled':
      break;
  }
  return alarms;
}

/** When the platform takes more again; who needs the link soon gets one before, wherever there is one. */
function meetingDueAt({ meetingDueAt, startsAt }: Session): Date | undefined {
  if (!meetingDueAt) return undefined;
  return new Date(Math.min(meetingDueAt.getTime(), startsAt.getTime() - MEETING_BEFORE_HOURS * HOUR));
}

function after(instant: Date, milliseconds: number): Date {
  return new Date(instant.getTime() + milliseconds);
}

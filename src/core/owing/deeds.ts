import { tellAdmins } from '../community/moderation.ts';
import { askOnceMore, settle } from '../outcome/feedback.ts';
import type { AlarmKind } from '../session/alarms.ts';
import { endByClock, expire, startByClock } from '../session/by-clock.ts';
import type { Session } from '../session/session.ts';
import type { Transaction } from '../store.ts';
import { dueReminders, type LeadsOf } from './reminders.ts';
import { sessionSubject } from './subject.ts';

/** What is done about an alarm that is due, in the transaction that has locked the session. Afterwards it must not be due any more. */
type Deed = (tx: Transaction, session: Session, now: Date, leadsOf: LeadsOf) => Promise<void>;

const remind: Deed = async (tx, session, now, leadsOf) => {
  const about = sessionSubject(session.id);
  await tx.owe(
    dueReminders(session, leadsOf, now).map(({ person, leadMinutes }) => {
      // Each once for each start, however often it is decided on.
      const dedupeKey = `${session.startsAt.getTime()}-${leadMinutes}`;
      return { kind: 'reminder', to: { person }, about, dedupeKey };
    }),
    now,
  );
};

const escalate: Deed = async (tx, { id, organization }, now) => {
  await tx.annotateSession(id, { escalatedAt: now });
  await tellAdmins(tx, organization, { kind: 'unanswered', about: sessionSubject(id) }, now);
};

const makeMeeting: Deed = async (tx, { id, meeting }) => {
  await tx.annotateSession(id, { meetingDueAt: undefined });
  if (!meeting) await tx.enqueue({ name: 'make-meeting', data: { session: id, isOneOfMany: true } });
};

/** What is done about each kind of alarm. */
export const DEEDS: Readonly<Record<AlarmKind, Deed>> = {
  expire,
  start: startByClock,
  remind,
  escalate,
  'make-meeting': makeMeeting,
  end: endByClock,
  ask: askOnceMore,
  settle,
};

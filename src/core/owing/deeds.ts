import { tellAdmins } from '../community/moderation.ts';
import { decideOnMinimum } from '../groups/by-clock.ts';
import { SILENCE_BEFORE_HOURS } from '../limits.ts';
import { askOnceMore, settle } from '../outcome/feedback.ts';
import { askToGoOn } from '../series/go-on.ts';
import type { AlarmKind } from '../session/alarms.ts';
import { endByClock, expire, lapse, startByClock } from '../session/by-clock.ts';
import { nudgeByClock } from '../session/nudge.ts';
import { askForRecording } from '../session/recording.ts';
import { learners, type Session, type SessionState } from '../session/session.ts';
import { silenceAt } from '../session/still-coming.ts';
import type { Transaction } from '../store.ts';
import type { OwedToAll } from './port.ts';
import { dueReminders, type LeadsOf } from './reminders.ts';
import { seriesSubject, sessionSubject } from './subject.ts';

const HOUR = 3_600_000;

/**
 * What is done about an alarm that is due and that the clock may see to, in the transaction that has locked the session.
 * Afterwards it must not be due any more. `to`: the state that follows.
 */
type Deed = (tx: Transaction, session: Session, now: Date, to: SessionState, leadsOf: LeadsOf) => Promise<void>;

const remind: Deed = async (tx, session, now, _to, leadsOf) => {
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

const escalate: Deed = async (tx, { id, organization, series }, now) => {
  await tx.annotateSession(id, { escalatedAt: now });
  // Owed once, however many of the series want it.
  const card: OwedToAll = series
    ? { kind: 'series-unanswered', about: seriesSubject(series.id) }
    : { kind: 'unanswered', about: sessionSubject(id) };
  await tellAdmins(tx, organization, card, now);
};

const makeMeeting: Deed = async (tx, { id, meeting }) => {
  await tx.annotateSession(id, { meetingDueAt: undefined });
  if (!meeting) await tx.enqueue({ name: 'make-meeting', data: { session: id, isOneOfMany: true } });
};

const askComing: Deed = async (tx, session, now) => {
  const { id, startsAt, tutor } = session;
  const isInTime = now.getTime() < startsAt.getTime() - SILENCE_BEFORE_HOURS * HOUR;
  if (!isInTime) return tx.annotateSession(id, { comingAskedAt: startsAt, silenceAt: undefined });
  const zone = (tutor === undefined ? undefined : await tx.person(tutor))?.zone ?? session.zone ?? 'UTC';
  await tx.annotateSession(id, { comingAskedAt: startsAt, silenceAt: silenceAt(now, startsAt, zone) });
  const dedupeKey = String(startsAt.getTime());
  await tx.owe(
    learners(session).map(({ person }) => ({
      kind: 'still-coming',
      to: { person },
      about: sessionSubject(id),
      dedupeKey,
      data: { at: startsAt.getTime() },
    })),
    now,
  );
};

const silence: Deed = async (tx, { id, tutor, startsAt }, now) => {
  await tx.annotateSession(id, { silenceAt: undefined });
  if (tutor === undefined) return;
  const dedupeKey = String(startsAt.getTime());
  const data = { at: startsAt.getTime() };
  await tx.owe([{ kind: 'silent', to: { person: tutor }, about: sessionSubject(id), dedupeKey, data }], now);
};

/** What is done about each kind of alarm. */
export const DEEDS: Readonly<Record<AlarmKind, Deed>> = {
  lapse,
  expire,
  start: startByClock,
  minimum: decideOnMinimum,
  remind,
  nudge: nudgeByClock,
  escalate,
  'make-meeting': makeMeeting,
  'ask-coming': askComing,
  silence,
  'go-on': askToGoOn,
  end: endByClock,
  recording: askForRecording,
  ask: askOnceMore,
  settle,
};

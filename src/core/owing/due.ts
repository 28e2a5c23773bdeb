import type { Clock } from '../clock.ts';
import { tellAdmins } from '../community/moderation.ts';
import { END_GRACE_MINUTES, ESCALATE_AFTER_HOURS, MEETING_BEFORE_HOURS, REMINDER_GRACE_MINUTES } from '../limits.ts';
import { type Feedback, isDueForRateNudge } from '../outcome/feedback.ts';
import { isOverdue } from '../outcome/outcome.ts';
import { answerBy, type Sessions, shouldStart } from '../session/sessions.ts';
import type { Store } from '../store.ts';
import { dueReminders } from './reminders.ts';
import { sessionSubject } from './subject.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** How many sessions one look takes at a time. */
const PAGE = 200;

export interface DueOptions {
  readonly store: Store;
  readonly sessions: Sessions;
  readonly feedback: Feedback;
  readonly clock: Clock;
  /** The organization's leads, in minutes. */
  readonly reminderLeads: readonly number[];
}

/**
 * Everything that happens because its time has come. What is due is read from the database, so that a tick that was
 * missed is made up for by the next one, and each deed is safe to repeat.
 */
export function createDue({ store, sessions, feedback, clock, reminderLeads }: DueOptions): () => Promise<void> {
  const longestLead = Math.max(0, ...reminderLeads, LONGEST_OWN_LEAD_MINUTES);

  async function start(now: Date): Promise<void> {
    const begun = await allSessions({ states: ['confirmed'], startsBefore: new Date(now.getTime() + 1) });
    for (const session of begun) if (shouldStart(session, now)) await sessions.byClock(session.id, 'start');
  }

  async function remind(now: Date): Promise<void> {
    const soon = await allSessions({
      states: ['confirmed', 'started'],
      startsFrom: new Date(now.getTime() - REMINDER_GRACE_MINUTES * MINUTE),
      startsBefore: new Date(now.getTime() + longestLead * MINUTE),
    });
    const people = await store.people(soon.flatMap((session) => session.participants.map((one) => one.person)));
    for (const session of soon) {
      for (const due of dueReminders(session, people, reminderLeads, now)) {
        await store.transaction(async (tx) => {
          if (!(await tx.addReminder(session.id, session.startsAt, due.leadMinutes, due.person, now))) return;
          const dedupeKey = `${session.startsAt.getTime()}-${due.leadMinutes}`;
          const to = { person: due.person };
          await tx.owe([{ kind: 'reminder', to, about: sessionSubject(session.id), dedupeKey }], now);
        });
      }
    }
  }

  async function escalate(now: Date): Promise<void> {
    const unanswered = await allSessions({
      states: ['requested'],
      requestedBefore: new Date(now.getTime() - ESCALATE_AFTER_HOURS * HOUR + 1),
    });
    for (const { id, escalatedAt } of unanswered) {
      if (escalatedAt) continue;
      await store.transaction(async (tx) => {
        const session = await tx.lockSession(id);
        if (session?.state !== 'requested' || session.escalatedAt || answerBy(session) <= now) return;
        await tx.annotateSession(id, { escalatedAt: now });
        await tellAdmins(tx, session.organization, { kind: 'unanswered', about: sessionSubject(id) }, now);
      });
    }
  }

  async function expire(now: Date): Promise<void> {
    for (const session of await allSessions({ states: ['requested'] })) {
      if (answerBy(session) <= now) await sessions.byClock(session.id, 'expire');
    }
  }

  /** A platform that had no room left may have some again; who needs the link soon gets one wherever there is one. */
  async function makeMeetings(now: Date): Promise<void> {
    for (const { id, meetingDueAt, startsAt } of await allSessions({ states: ['confirmed'], awaitsMeeting: true })) {
      const isSoon = startsAt.getTime() - now.getTime() < MEETING_BEFORE_HOURS * HOUR;
      if (!isSoon && meetingDueAt && meetingDueAt > now) continue;
      await store.transaction(async (tx) => {
        const session = await tx.lockSession(id);
        if (!session?.meetingDueAt) return;
        await tx.annotateSession(id, { meetingDueAt: undefined });
        if (session.state === 'confirmed' && !session.meeting)
          await tx.enqueue({ name: 'make-meeting', data: { session: id, isOneOfMany: true } });
      });
    }
  }

  async function end(now: Date): Promise<void> {
    const over = await allSessions({
      states: ['confirmed', 'started'],
      endsBefore: new Date(now.getTime() - END_GRACE_MINUTES * MINUTE + 1),
    });
    for (const session of over) await sessions.byClock(session.id, 'end');
  }

  async function settle(now: Date): Promise<void> {
    for (const session of await allSessions({ states: ['ended'], isUnsettled: true })) {
      if (isDueForRateNudge(session, now)) await feedback.nudge(session.id);
      if (isOverdue(session, now)) await feedback.settle(session.id);
    }
  }

  async function allSessions(query: Parameters<Store['sessions']>[0]) {
    const all = [];
    for (let offset = 0; ; offset += PAGE) {
      const page = await store.sessions({ ...query, limit: PAGE, offset });
      all.push(...page);
      if (page.length < PAGE) return all;
    }
  }

  return async () => {
    const now = clock();
    await expire(now);
    await start(now);
    await remind(now);
    await escalate(now);
    await makeMeetings(now);
    await end(now);
    await settle(now);
  };
}

/** The longest lead that somebody can choose with `/settings`: a week. */
export const LONGEST_OWN_LEAD_MINUTES = 7 * 24 * 60;

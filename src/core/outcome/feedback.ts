import type { Clock } from '../clock.ts';
import { COMMENT_MOST, OUTCOME_AFTER_HOURS, RATE_NUDGE_AFTER_HOURS, RATING_DAYS, TUTOR_NOTES_MOST } from '../limits.ts';
import { sawBoth } from '../meeting/attendance.ts';
import type { Actor } from '../people/person.ts';
import { Refusal } from '../refusal.ts';
import {
  type Claim,
  follow,
  type Participant,
  participant,
  partiesOf,
  type Session,
  type SessionEvent,
} from '../session/session.ts';
import type { Store, Transaction } from '../store.ts';

const HOUR = 3_600_000;
const RATING_FOR = RATING_DAYS * 24 * HOUR;

/** How somebody found a session. */
export interface Opinion {
  readonly claim: Claim;
  /** 1 to 5; undefined where they did not say. */
  readonly rating: number | undefined;
  readonly comment: string | undefined;
  /** What the tutor writes for both to read. */
  readonly notes: string | undefined;
}

/** What people say after a session, and what follows from it. */
export interface Feedback {
  /** Takes somebody's word on whether it took place and how it was; changeable for a week after the end. */
  give(by: Actor, id: string, opinion: Opinion): Promise<Session>;
  /** Settles by the clock what people did not settle. */
  settle(id: string): Promise<void>;
  /** Asks those who have not rated once more. */
  nudge(id: string): Promise<void>;
}

export function createFeedback(store: Store, clock: Clock): Feedback {
  return {
    give: (by, id, opinion) =>
      store.transaction(async (tx) => {
        const session = await tx.lockSession(id);
        if (!session || session.organization !== by.person.organization) throw new Refusal('no-such-session', {});
        const me = participant(session, by.person.id);
        if (!me) throw new Refusal('not-yours', {});
        const now = clock();
        checkOpinion(session, opinion, now);
        await tx.changeParticipant(id, by.person.id, {
          claim: opinion.claim,
          rating: opinion.rating,
          comment: opinion.comment,
          ratedAt: opinion.rating === undefined ? undefined : now,
        });
        if (me.role === 'learner') await count(tx, session, me, opinion.rating);
        if (me.role === 'tutor') await tx.annotateSession(id, { tutorNotes: opinion.notes });
        await tx.audit({
          session: id,
          by: by.person.id,
          event: 'feedback',
          from: session.state,
          to: session.state,
          at: now,
          data: { claim: opinion.claim },
        });
        const heard = await reread(tx, id);
        const event = outcomeOf(heard.participants);
        if (heard.state === 'ended' && event) await settleAs(tx, heard, event, by.person.id, now);
        await tx.enqueue({ name: 'refresh', data: { session: id } });
        return reread(tx, id);
      }),

    settle: (id) =>
      store.transaction(async (tx) => {
        const session = await tx.lockSession(id);
        const now = clock();
        if (session?.state !== 'ended' || !isOverdue(session, now)) return;
        const claims = session.participants.map((one) => one.claim).filter((claim) => claim !== undefined);
        const [first] = claims;
        const silent = sawBoth(session, await tx.stays(id)) ? 'complete' : 'give-up';
        await settleAs(tx, session, first === undefined ? silent : EVENT_OF[first], 'clock', now);
        await tx.enqueue({ name: 'refresh', data: { session: id } });
      }),

    nudge: (id) =>
      store.transaction(async (tx) => {
        const session = await tx.lockSession(id);
        const now = clock();
        if (!session || session.rateNudgedAt || !isDueForRateNudge(session, now)) return;
        await tx.annotateSession(id, { rateNudgedAt: now });
        // By now the platform surely knows who came.
        if (session.meeting) await tx.enqueue({ name: 'attendance', data: { session: id } });
        for (const one of session.participants) {
          if (one.claim === undefined)
            await tx.owe({ kind: 'rate-nudge', to: { person: one.person }, session: id }, now);
        }
      }),
  };
}

const EVENT_OF = {
  'took-place': 'complete',
  'learner-missing': 'miss-learner',
  'tutor-missing': 'miss-tutor',
} as const satisfies Record<Claim, SessionEvent>;

/** What follows when everybody has spoken: what they agree on, or a dispute; undefined while somebody is silent. */
export function outcomeOf(
  participants: readonly Pick<Participant, 'claim'>[],
): 'complete' | 'miss-learner' | 'miss-tutor' | 'dispute' | undefined {
  const claims = new Set(participants.map((one) => one.claim));
  if (claims.has(undefined)) return undefined;
  const [claim] = claims;
  return claims.size === 1 && claim !== undefined ? EVENT_OF[claim] : 'dispute';
}

/** Whether what people did not say is settled by the clock now. */
export function isOverdue(session: Pick<Session, 'endedAt'>, now: Date): boolean {
  return session.endedAt !== undefined && session.endedAt.getTime() + OUTCOME_AFTER_HOURS * HOUR <= now.getTime();
}

/** Whether those who said nothing are asked once more: after a day, and while they still can answer. */
export function isDueForRateNudge(session: Pick<Session, 'state' | 'endedAt'>, now: Date): boolean {
  if (session.endedAt === undefined || !isRatingOpen(session, now)) return false;
  return session.endedAt.getTime() + RATE_NUDGE_AFTER_HOURS * HOUR <= now.getTime();
}

/** Whether a rating can still be given or changed. */
export function isRatingOpen(session: Pick<Session, 'state' | 'endedAt'>, now: Date): boolean {
  return session.endedAt !== undefined && now.getTime() <= session.endedAt.getTime() + RATING_FOR;
}

function checkOpinion(session: Session, opinion: Opinion, now: Date): void {
  if (session.endedAt === undefined) throw new Refusal('moved-on', { state: session.state });
  if (!isRatingOpen(session, now)) throw new Refusal('rating-closed', {});
  if (opinion.rating !== undefined && ![1, 2, 3, 4, 5].includes(opinion.rating))
    throw new Refusal('not-a-rating', {}, 'rating');
  if ((opinion.comment ?? '').length > COMMENT_MOST) throw new Refusal('too-long', { most: COMMENT_MOST }, 'comment');
  if ((opinion.notes ?? '').length > TUTOR_NOTES_MOST)
    throw new Refusal('too-long', { most: TUTOR_NOTES_MOST }, 'notes');
}

/** The tutor's average follows in the same transaction: what was counted before is taken out again. */
async function count(
  tx: Transaction,
  session: Session,
  before: Participant,
  rating: number | undefined,
): Promise<void> {
  if (session.tutor === undefined || before.rating === rating) return;
  const sum = (rating ?? 0) - (before.rating ?? 0);
  const ratings = (rating === undefined ? 0 : 1) - (before.rating === undefined ? 0 : 1);
  await tx.addRating(session.tutor, sum, ratings);
}

async function settleAs(tx: Transaction, session: Session, event: SessionEvent, by: string, now: Date): Promise<void> {
  const parties = by === 'clock' ? (['clock'] as const) : partiesOf(session, by, false);
  const to = follow(session, event, parties);
  await tx.changeSession(session, { state: to });
  await tx.audit({ session: session.id, by, event, from: session.state, to, at: now });
}

async function reread(tx: Transaction, id: string): Promise<Session> {
  const session = await tx.session(id);
  if (!session) throw new Refusal('no-such-session', {});
  return session;
}

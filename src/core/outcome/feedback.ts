import type { Clock } from '../clock.ts';
import { tellAdmins } from '../community/moderation.ts';
import { COMMENT_MOST, LOW_RATING, TUTOR_NOTES_MOST } from '../limits.ts';
import { follow } from '../may/may.ts';
import { sawEverybody } from '../meeting/attendance.ts';
import { tellOfNoShows } from '../moderation/no-shows.ts';
import { sessionSubject } from '../owing/subject.ts';
import type { Actor } from '../people/person.ts';
import { Refusal } from '../refusal.ts';
import {
  type Claim,
  isUndecided,
  learners,
  type Outcome,
  type Participant,
  participant,
  type Session,
} from '../session/session.ts';
import { locking, reread } from '../session/steps.ts';
import { rateBy } from '../session/times.ts';
import type { Store, Transaction } from '../store.ts';
import { agreed, countingRatings, saidOf, settled } from './outcome.ts';

/** How somebody found a session. */
export interface Opinion {
  readonly claim: Claim;
  /** Of the tutor: learners who were missing, while the claim is true of the others. */
  readonly missing?: readonly string[];
  /** 1 to 5; undefined where they did not say. */
  readonly rating: number | undefined;
  readonly comment: string | undefined;
  /** Of a learner: whether the tutor may read the comment, too; left out: they may. */
  readonly sharesComment?: boolean;
  /** What the tutor writes for both to read. */
  readonly notes: string | undefined;
}

/** What people say after a session, and what follows from it. */
export interface Feedback {
  /** Takes somebody's word on whether it took place and how it was; changeable for a week after the end. */
  give(by: Actor, id: string, opinion: Opinion): Promise<Session>;
  /** An admin says what is true where the two do not agree, or nobody says anything. */
  decide(by: Actor, id: string, outcome: Claim): Promise<Session>;
}

export function createFeedback(store: Store, clock: Clock): Feedback {
  const withSession = locking(store);
  return {
    give: (by, id, opinion) =>
      withSession(by, id, async (tx, session) => {
        const now = clock();
        follow(by, opinion.claim === 'took-place' ? 'rate' : 'not-held', session, now);
        checkOpinion(opinion);
        const me = by.person.id;
        await tx.changeParticipant(id, me, {
          claim: opinion.claim,
          ...(participant(session, me)?.claim !== opinion.claim && { claimedAt: now }),
          rating: opinion.rating,
          comment: opinion.comment,
          sharesComment: opinion.sharesComment ?? true,
          ratedAt: opinion.rating === undefined ? undefined : now,
        });
        if (session.tutor === me) {
          await tx.annotateSession(id, { tutorNotes: opinion.notes });
          for (const { person, tutorClaim } of learners(session)) {
            const alone = opinion.missing?.includes(person) ? 'learner-missing' : undefined;
            if (alone !== tutorClaim) await tx.changeParticipant(id, person, { tutorClaim: alone });
          }
        }
        await tx.audit({
          about: sessionSubject(id),
          by: me,
          event: 'feedback',
          from: session.state,
          to: session.state,
          at: now,
          data: { claim: opinion.claim, ...(opinion.rating !== undefined && { rating: opinion.rating }) },
        });
        if (opinion.rating !== undefined && opinion.rating <= LOW_RATING)
          await tellAdmins(tx, session.organization, lowRating(id, me), now);
        const heard = await reread(tx, id);
        return decide(tx, session, heard, (learner) => agreed(saidOf(heard, learner)), me, now);
      }),

    decide: (by, id, outcome) =>
      withSession(by, id, async (tx, session) => {
        const now = clock();
        follow(by, 'decide', session, now);
        const me = by.person.id;
        const undecided = learners(session).filter(({ outcome }) => isOpenOutcome(outcome));
        const outcomeOf = (learner: Participant) => (undecided.includes(learner) ? outcome : undefined);
        const decided = await decide(tx, session, session, outcomeOf, me, now);
        const told = [session.tutor, ...undecided.map(({ person }) => person)].filter((one) => one !== undefined);
        const about = sessionSubject(id);
        await tx.owe(
          told.map((person) => ({ kind: 'decided', to: { person }, about, data: { by: me, name: by.person.name } })),
          now,
        );
        return decided;
      }),
  };
}

/** Asks those who said nothing once more, by the clock, while they still can answer. */
export async function askOnceMore(tx: Transaction, session: Session, now: Date): Promise<void> {
  if (now > (rateBy(session) ?? now)) return;
  await tx.annotateSession(session.id, { rateNudgedAt: now });
  // By now the platform surely knows who came.
  if (session.meeting) await tx.enqueue({ name: 'attendance', data: { session: session.id } });
  const silent = session.participants.filter((one) => one.claim === undefined);
  const about = sessionSubject(session.id);
  await tx.owe(
    silent.map(({ person }) => ({ kind: 'rate-nudge', to: { person }, about })),
    now,
  );
}

/** Settles by the clock what people did not settle. */
export async function settle(tx: Transaction, session: Session, now: Date): Promise<void> {
  const wereSeen = sawEverybody(session, await tx.stays(session.id));
  await decide(tx, session, session, (learner) => settled(saidOf(session, learner), wereSeen), 'clock', now);
}

function checkOpinion(opinion: Opinion): void {
  if (opinion.rating !== undefined && ![1, 2, 3, 4, 5].includes(opinion.rating))
    throw new Refusal('not-a-rating', {}, 'rating');
  if ((opinion.comment ?? '').length > COMMENT_MOST) throw new Refusal('too-long', { most: COMMENT_MOST }, 'comment');
  if ((opinion.notes ?? '').length > TUTOR_NOTES_MOST)
    throw new Refusal('too-long', { most: TUTOR_NOTES_MOST }, 'notes');
}

/**
 * Gives an outcome to the learners who have none, or one that is disputed, as far as there is one; the tutor's average
 * and the cards follow. Of what is for admins to decide they are told, and of who stays away again and again.
 */
async function decide(
  tx: Transaction,
  before: Session,
  heard: Session,
  outcomeOf: (learner: Participant) => Outcome | undefined,
  by: string,
  at: Date,
): Promise<Session> {
  const { id, state } = heard;
  const about = sessionSubject(id);
  const outcomes = new Map<string, Outcome>();
  for (const learner of learners(heard)) {
    const outcome = isOpenOutcome(learner.outcome) ? outcomeOf(learner) : learner.outcome;
    if (outcome === learner.outcome || outcome === undefined) continue;
    outcomes.set(learner.person, outcome);
    await tx.changeParticipant(id, learner.person, { outcome });
    const data = { learner: learner.person, outcome };
    await tx.audit({ about, by, event: 'outcome', from: state, to: state, at, data });
  }
  const participants = heard.participants.map((one) => ({ ...one, outcome: outcomes.get(one.person) ?? one.outcome }));
  const decided = { ...heard, participants };
  await recount(tx, before, decided);
  await tellOfNoShows(tx, heard, outcomes, at);
  if (isUndecided(decided) && !isUndecided(before))
    await tellAdmins(tx, heard.organization, { kind: 'disputed', about }, at);
  await tx.enqueue({ name: 'refresh', data: { about } });
  return decided;
}

/** What can still become of it: nobody has said anything, or not the same. */
function isOpenOutcome(outcome: Outcome | undefined): boolean {
  return outcome === undefined || outcome === 'disputed' || outcome === 'unknown';
}

function lowRating(session: string, by: string) {
  return { kind: 'low-rating', about: sessionSubject(session), dedupeKey: by, data: { by } } as const;
}

/** The tutor's average follows in the same transaction: what does not count any more is taken out again. */
async function recount(tx: Transaction, before: Session, after: Session): Promise<void> {
  const [was, is] = [countingRatings(before), countingRatings(after)];
  const sum = (ratings: readonly number[]) => ratings.reduce((all, one) => all + one, 0);
  if (after.tutor === undefined || (sum(was) === sum(is) && was.length === is.length)) return;
  await tx.addRating(after.tutor, sum(is) - sum(was), is.length - was.length);
}

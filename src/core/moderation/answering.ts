import { tellAdmins } from '../community/moderation.ts';
import { ANSWERS_LEAST, IGNORED_MOST } from '../limits.ts';
import type { Tutor } from '../people/person.ts';
import type { Session } from '../session/session.ts';
import type { Transaction } from '../store.ts';

/** How tutors answer what they are asked. */

type Asked = Pick<Session, 'id' | 'organization' | 'state' | 'tutor' | 'candidates' | 'requestedAt' | 'series'>;

const MINUTE = 60_000;

/** What is an answer to a request, so that it is counted how long it took. */
const ANSWERS = ['confirm', 'decline', 'propose'];

/** Whoever does anything about a request that they were asked is there: what they ignored before counts no more. */
export async function noteAnswer(tx: Transaction, asked: Asked, by: string, event: string, at: Date): Promise<void> {
  if (asked.state !== 'requested' || (asked.tutor !== by && !asked.candidates.includes(by))) return;
  // A series is answered once.
  const isOne = ANSWERS.includes(event) && (asked.series === undefined || asked.series.ordinal === 1);
  await tx.noteAnswer(by, isOne ? minutesSince(asked, at) : undefined);
}

/** A request has expired that was for one tutor: after several in a row nobody can ask them until they come back. */
export async function noteIgnored(tx: Transaction, expired: Asked, at: Date): Promise<void> {
  const { tutor, series, id, organization } = expired;
  if (tutor === undefined) return;
  const count = await tx.noteIgnored(tutor, {
    session: id,
    request: series?.id ?? id,
    minutes: minutesSince(expired, at),
  });
  if (count < IGNORED_MOST) return;
  await tx.pauseIgnoring(tutor);
  const about = { kind: 'person', id: tutor } as const;
  const dedupeKey = id;
  await tx.owe([{ kind: 'paused', to: { person: tutor }, about, dedupeKey }], at);
  const name = (await tx.person(tutor))?.name ?? '';
  await tellAdmins(tx, organization, { kind: 'tutor-paused', about, dedupeKey, data: { name } }, at);
}

/** How fast they usually answer: the median of their last answers; undefined while there are too few to say. */
export function usualAnswerMinutes({ answerMinutes }: Pick<Tutor, 'answerMinutes'>): number | undefined {
  if (answerMinutes.length < ANSWERS_LEAST) return undefined;
  return answerMinutes.toSorted((a, b) => a - b)[Math.floor(answerMinutes.length / 2)];
}

function minutesSince({ requestedAt }: Pick<Session, 'requestedAt'>, at: Date): number {
  return Math.max(0, Math.round((at.getTime() - requestedAt.getTime()) / MINUTE));
}

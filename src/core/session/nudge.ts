import { sessionSubject } from '../owing/subject.ts';
import { tellOfMany } from '../series/steps.ts';
import type { Transaction } from '../store.ts';
import type { Session } from './session.ts';

const HOUR = 3_600_000;

type Asked = Pick<Session, 'id' | 'tutor' | 'candidates' | 'series'>;

/** Reminds whoever was asked: once an hour at the most, however often it is wanted. */
export async function remindAsked(tx: Transaction, { id, tutor, candidates }: Asked, now: Date): Promise<void> {
  const dedupeKey = String(Math.floor(now.getTime() / HOUR));
  const about = sessionSubject(id);
  const asked = tutor === undefined ? candidates : [tutor];
  await tx.owe(
    asked.map((person) => ({ kind: 'nudge', to: { person }, about, dedupeKey })),
    now,
  );
}

/** The same of a series, in one message about all that wait for an answer. */
export async function remindAskedOfSeries(
  tx: Transaction,
  series: string,
  asked: readonly Session[],
  now: Date,
): Promise<void> {
  const hour = new Date(Math.floor(now.getTime() / HOUR) * HOUR);
  const tutors = asked.flatMap(({ tutor }) => tutor ?? []);
  await tellOfMany(tx, series, tutors, { what: 'waiting' }, asked, hour);
}

/** By the clock, when nobody has answered for a while. */
export async function nudgeByClock(tx: Transaction, session: Session, now: Date): Promise<void> {
  await tx.annotateSession(session.id, { nudgedAt: now });
  if (!session.series) return remindAsked(tx, session, now);
  const { id } = session.series;
  const asked = (await tx.sessionsOfSeries(id)).filter(({ state }) => state === 'requested');
  return remindAskedOfSeries(tx, id, asked, now);
}
